import { packed } from '../model/sheet.js'
import type { RefusedRow, Sheet } from '../model/sheet.js'
import { icalendar } from './icalendar.js'
import { fromWindows1252 } from './windows-1252.js'

/** The cards of a file (RFC 6350; 3.0 and 2.1 too), a row each: who it is, and how they are reached. */
export function rowsOfCards(text: string): Sheet {
  const rows: string[] = []
  const refused: RefusedRow[] = []
  for (const { line, lines, whole } of cardsIn(text)) {
    const cells = whole ? cellsOf(lines) : null
    if (cells === null) refused.push({ line, reason: 'the card has no end' })
    else if (cells[0] === '' && cells[1] === '') refused.push({ line, reason: 'the card names nobody' })
    else rows.push(packed({ line, cells }))
  }
  return { header: ['Name', 'Email', 'Phone', 'Company', 'Title'], rows, refused }
}

interface Card {
  readonly line: number
  readonly lines: readonly string[]
  readonly whole: boolean
}

function cardsIn(text: string): readonly Card[] {
  const cards: Card[] = []
  let open: { line: number; lines: string[] } | null = null
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      if (open) cards.push({ ...open, whole: false })
      open = { line: index + 1, lines: [] }
    } else if (open && /^END:VCARD\s*$/i.test(line)) {
      cards.push({ ...open, whole: true })
      open = null
    } else open?.lines.push(line)
  }
  return open ? [...cards, { ...open, whole: false }] : cards
}

function cellsOf(lines: readonly string[]): readonly string[] {
  const properties = unfolded(lines).flatMap((line) => propertyIn(line) ?? [])
  const first = (...names: readonly string[]): string =>
    names
      .flatMap((name) => properties.filter((one) => one.name === name && one.words[0] !== ''))[0]
      ?.words.join(' ')
      .trim() ?? ''
  const [family = '', given = ''] = properties.find((one) => one.name === 'n')?.words ?? []
  const name = first('fn') || `${given} ${family}`.trim()
  const company = properties.find((one) => one.name === 'org')?.words[0] ?? ''
  return [name, first('email').replace(/^mailto:/i, ''), first('tel').replace(/^tel:/i, ''), company.trim(), first('title', 'role')]
}

/** Long lines are folded (a blank begins the next), in 2.1 with an equal sign at the end. */
function unfolded(lines: readonly string[]): readonly string[] {
  const whole: { readonly parts: string[]; readonly isQuoted: boolean }[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const before = last?.parts.at(-1) ?? ''
    if (last?.isQuoted && before.endsWith('=')) last.parts.splice(-1, 1, before.slice(0, -1), line)
    else if (last && /^[ \t]/.test(line)) last.parts.push(line.slice(1))
    else whole.push({ parts: [line], isQuoted: /^[^:]{0,200}QUOTED-PRINTABLE[^:]{0,200}:/i.test(line) })
  }
  return whole.map(({ parts }) => parts.join(''))
}

interface CardProperty {
  readonly name: string
  readonly words: readonly string[]
}

const wanted = /^(?:[\w-]{1,40}\.)?((?:fn|n|org|title|role|tel|email)[;:].{0,4000})$/is

function propertyIn(line: string): CardProperty | null {
  const [, plain] = wanted.exec(line) ?? []
  if (plain === undefined) return null
  const [, before = '', value = ''] = /^([^:]{0,400}):(.*)$/s.exec(plain) ?? []
  if (/QUOTED-PRINTABLE/i.test(before)) {
    const words = decoded(value, /UTF-?8/i.test(before)).split(';')
    return { name: (before.split(';')[0] ?? '').toLowerCase(), words }
  }
  try {
    const [name, , , ...values] = icalendar.parse.property(plain, icalendar.design.vcard3) as [string, unknown, string, ...unknown[]]
    return { name, words: values.flat(2).map(String) }
  } catch {
    return null
  }
}

function decoded(value: string, isUtf8: boolean): string {
  const bytes = value.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const latin = Buffer.from(bytes, 'latin1')
  return isUtf8 ? new TextDecoder().decode(latin) : fromWindows1252(latin)
}
