import { mayBeAbroad } from '../../formats/calling-codes.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import type { Described } from '../description.js'
import { countingWords, zoneCity } from '../zone.js'

/** Where a number is of another country than the zone that was taken: whose days count, and how to change that, for an opportunity that is new. */
export async function abroadNotes(
  { catalog }: Needs<'catalog'>,
  number: string,
  { zone, country }: Pick<Described, 'zone' | 'country'>,
): Promise<(row: OpportunityRow) => readonly string[]> {
  const home = catalog.countryOf(zone)
  const theirs = mayBeAbroad(number, home) ? await countryIn(number) : null
  if (theirs === null || theirs === home) return () => []
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(theirs) ?? theirs
  return ({ handle }) => [
    `The number is from another country (${name}). ${zoneCity(zone, undefined)}'s days and hours are taken; ${countingWords(country)}. To change that: followup log ${handle} --correct --zone CITY --country ${theirs}`,
  ]
}

/** The package that knows is large, and most numbers are at home. */
async function countryIn(number: string): Promise<string | null> {
  const { dialable } = await import('../../formats/phone.js')
  return dialable(number.replace(/^00/, '+'), null)?.country ?? null
}
