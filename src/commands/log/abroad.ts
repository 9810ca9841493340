import { mayBeAbroad } from '../../formats/calling-codes.js'
import type { OpportunityRow } from '../../model/store.js'

/** Where a number is of another country than `home` (ISO code): what was taken instead, in words, and the line that changes it, for an opportunity that is new. */
export async function abroadNotes(number: string, home: string, taken: string): Promise<(row: OpportunityRow) => readonly string[]> {
  const theirs = mayBeAbroad(number, home) ? await countryIn(number) : null
  if (theirs === null || theirs === home) return () => []
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(theirs) ?? theirs
  return ({ handle }) => [
    `The number is from another country (${name}). ${taken}. To change that: followup log ${handle} --correct --zone CITY --country ${theirs}`,
  ]
}

/** The package that knows is large, and most numbers are at home. */
async function countryIn(number: string): Promise<string | null> {
  const { dialable } = await import('../../formats/phone.js')
  return dialable(number.replace(/^00/, '+'), null)?.country ?? null
}
