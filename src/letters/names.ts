import { unquoted, withoutNickname } from '../model/nickname.js'

/** How a letter greets: 'Dear Dana,', 'Dear Dr. Weil,', or 'Hello,' when nobody is named. */
export function greeting(reader: string | null): string {
  const name = salutation(reader)
  return name === null ? 'Hello,' : `Dear ${name},`
}

/** The first name, or the title with the last one, as it was written: 'Dr. Weil'; null when no name is known. */
export function salutation(reader: string | null): string | null {
  const name = withoutNickname(reader ?? '')
    .replace(after, '')
    .split(',')
    .reverse()
    .join(' ')
    .trim()
  if (!/^\p{L}[\p{L}\p{M}\p{N}.'’ -]*$/u.test(name)) return null
  const words = name.split(/\s+/)
  const [first = ''] = words
  if (!title.test(first)) return first
  const names = words.filter((word) => !title.test(word))
  const called = knightly.test(first) ? names[0] : names.at(-1)
  return called === undefined ? null : `${first} ${called}`
}

const title =
  /^(?:dr(?:\.-ing)?|mr|ms|mrs|miss|mx|prof|professor|sir|dame|lady|lord|rev|reverend|fr|eng|ing|dipl\.-ing|herr|frau|mme|mlle|sr|sra|capt|col|judge|hon)\.?$/i

/** These stand before the first name. */
const knightly = /^(?:sir|dame)$/i

/** What may follow a name. */
const after = /(?:,?\s+(?:ph\.?d|m\.?d|mba|jr|sr|ii|iii|iv|esq|cpa|rn|p\.?e)\.?)+$/i

/** The words of a name that may stand for the person, without titles. */
export function nameParts(reader: string | null): readonly string[] {
  const words = unquoted(reader ?? '')
    .replace(after, '')
    .split(/[\s,]+/)
  return words.filter((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word) && !title.test(word))
}
