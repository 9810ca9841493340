import type { Needs } from '../../world.js'

/** Whose number it is: where their days are counted, or what was said of it. */
export interface Homed {
  readonly zone: string
  readonly country: string
}

/**
 * Brings numbers that are told into one form, '+1 312 555 0142' or with its extension '+1 312 555 0142 x204'; one that is none of that country, or of
 * which nobody says the country, stays as typed. What knows numbers is large, and loaded here alone.
 */
export async function inOneForm({ catalog }: Needs<'catalog'>, { zone, country }: Homed): Promise<(typed: string) => string> {
  const { dialable } = await import('../../formats/phone.js')
  const named = /^[A-Z]{2}$/.test(country) ? country : catalog.countryOf(zone)
  const home = /^[A-Z]{2}$/.test(named) ? named : null
  return (typed) => {
    const found = dialable(typed.replace(/^00(?=\d)/, '+'), home)
    const isSure = found !== null && (found.valid || /^(?:\+|00)/.test(typed))
    return isSure ? found.international.replace(/ ext\. (?=\d+$)/, ' x') : typed
  }
}
