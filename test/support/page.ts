/** An element or a text of a page, as a strict reader takes it. */
export type Piece =
  { readonly open: string; readonly attributes: ReadonlyMap<string, string> } | { readonly close: string } | { readonly text: string }

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The pieces of a page; throws for anything that is not plainly an element with quoted attributes, a text or one of five entities. */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = html.replace(/^<!doctype html>\n/, '')
  while (rest !== '') {
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z-]*="[^"<>]*")*)>/.exec(rest)
    const style = pieces.at(-1)
    const words = (style && 'open' in style && style.open === 'style' ? /^[^<]+/ : /^[^<>"']+/).exec(rest)
    if (tag) pieces.push(elementOf(tag))
    else if (words) pieces.push({ text: decoded(words[0]) })
    else throw new Error(`not plain: ${rest.slice(0, 60)}`)
    rest = rest.slice((tag ?? words)?.[0].length)
  }
  return pieces
}

function elementOf([, end, name = '', attributes = '']: RegExpExecArray): Piece {
  if (end === '/') return { close: name }
  const found = [...attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)] as const)
  return { open: name, attributes: new Map(found) }
}

function decoded(text: string): string {
  return text.replace(/&[^;]*;?/g, (found) => {
    const sign = entities[found]
    if (sign === undefined) throw new Error(`an entity that is none of ours: ${found}`)
    return sign
  })
}
