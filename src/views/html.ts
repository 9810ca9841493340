import { safe } from '../model/safe.js'

/** Markup that was put together here; text gets into it through `text` alone. */
export type Html = string & { readonly __html: true }

/** Stored text as it may stand in a page: cleaned, and never markup. */
export function text(words: string): Html {
  return safe(words).replace(/[&<>"']/g, (sign) => entities[sign] ?? '') as Html
}
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A name, set apart so that one written from right to left does not turn its surroundings around. */
export function name(words: string): Html {
  return tag('bdi', {}, text(words))
}

/** An element with its attributes and what is in it. */
export function tag(element: string, attributes: Readonly<Record<string, string | number>>, ...inside: readonly Html[]): Html {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(String(value))}"`)
  const start = `<${element}${given.join('')}>`
  return (empty.has(element) ? start : `${start}${inside.join('')}</${element}>`) as Html
}
const empty: ReadonlySet<string> = new Set(['meta', 'br'])

/** Pieces side by side. */
export function all(pieces: readonly Html[], between = ''): Html {
  return pieces.join(between) as Html
}
