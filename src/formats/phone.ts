import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'

/** A number that can be dialled from anywhere. */
export interface Dialable {
  /** RFC 3966: 'tel:+13125550142', with ';ext=204' where there is one. */
  readonly uri: string
  /** '+1 312 555 0142', and as it is dialled at home: '(312) 555-0142', or in the groups in which it was typed. */
  readonly international: string
  readonly national: string
  /** Its country calling code: '1'. */
  readonly calling: string
  /** ISO code; null where several share its numbers. */
  readonly country: string | null
  /** Whether its country gives out such numbers; else it is only as long as they are. */
  readonly valid: boolean
}

/** A number as typed, read as one of `country` (ISO code) where it has no '+'; null when it is none, or nobody says of which country. */
export function dialable(typed: string, country: string | null): Dialable | null {
  const options = country === null ? { extract: false } : { defaultCountry: country as CountryCode, extract: false }
  const found = parsePhoneNumberFromString(typed, options, metadata)
  if (!found?.isPossible()) return null
  return {
    uri: found.getURI(),
    ...written(typed, found),
    calling: found.countryCallingCode,
    country: found.country ?? null,
    valid: found.isValid(),
  }
}

/** Both ways of writing it: the groups of the person stay at home, and wherever the number fits no pattern of its country, which would lose its zero. */
function written(typed: string, found: PhoneNumber): Pick<Dialable, 'international' | 'national'> {
  const { nationalNumber, countryCallingCode } = found
  const plain = typed.trim()
  const isPatterned = found.formatNational() !== nationalNumber
  const own = `+${countryCallingCode} ${lastDigits(plain, nationalNumber.length)}`
  const atHome = plain.startsWith('+') ? own : plain
  const isGrouped = /^[\d ().\-/]+$/.test(plain) && !/^\d+$/.test(plain)
  return {
    international: isPatterned ? found.formatInternational() : own,
    national: isPatterned && !isGrouped ? found.formatNational() : atHome,
  }
}

/** The end of a text that holds so many digits, with what stands between them. */
function lastDigits(text: string, count: number): string {
  return new RegExp(String.raw`(?:\d\D*){${String(count)}}$`).exec(text)?.[0].trim() ?? text
}
