import type { Addressee } from '../../letters/addressed.js'
import { carePhrase, hookPhrase, isPhrase } from '../../letters/phrase.js'
import type { Phrase, Unfit } from '../../letters/phrase.js'
import type { Debrief } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { readingOf } from '../letter/facts.js'

/**
 * How letters to the one who is chased will put what was just told, a line each: hooks where a letter changes them, what they want always, and what stays
 * out of letters.
 */
export function remembering(look: Debrief | null, row: OpportunityRow | null): readonly string[] {
  const to = chased(row)
  const lines = (text: string, phrase: Phrase | Unfit, echo: typeof hookEcho): readonly string[] =>
    isPhrase(phrase) ? echo(phrase, text) : [outOfLetters(text, phrase)]
  return [
    ...(look?.hooks ?? []).flatMap((text) => lines(text, hookPhrase(text, to), hookEcho)),
    ...(look?.cares ?? []).flatMap((text) => lines(text, carePhrase(text, to), careEcho)),
  ]
}

/** With why, and how it could be put. */
function outOfLetters(text: string, { why, how }: Unfit): string {
  return `"${text}" is kept, and stays out of letters. ${why} ${how}`
}

/** The one who is chased, as a letter addresses them. */
function chased(row: OpportunityRow | null): Addressee {
  const lead = row?.contacts.find((one) => one.id === row.outlook.lead) ?? null
  return { reader: lead?.name ?? null, reading: row === null ? 'them' : readingOf(row, lead) }
}

function hookEcho({ form, words }: Phrase, text: string): readonly string[] {
  if (words.toLowerCase() === text.trim().toLowerCase() && form !== 'fact') return []
  return [`the letters will say: ${form === 'fact' ? 'that ' : ''}${words}`]
}

function careEcho({ words }: Phrase): readonly string[] {
  return [`the letters will say: you would like ${words}`]
}
