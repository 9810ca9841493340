import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import type { CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'

/** A number that can be dialled from anywhere. */
export interface Dialable {
  /** RFC 3966: 'tel:+13125550142', with ';ext=204' where there is one. */
  readonly uri: string
  /** '+1 312 555 0142', and as it is dialled at home: '(312) 555-0142'. */
  readonly international: string
  readonly national: string
  /** Its country calling code: '1'. */
  readonly calling: string
}

/** A number as typed, read as one of `country` (ISO code) where it has no '+'; null when it is none, or nobody says of which country. */
export function dialable(typed: string, country: string | null): Dialable | null {
  const options = country === null ? { extract: false } : { defaultCountry: country as CountryCode, extract: false }
  const found = parsePhoneNumberFromString(typed, options, metadata)
  if (!found?.isPossible()) return null
  return {
    uri: found.getURI(),
    international: found.formatInternational(),
    national: found.formatNational(),
    calling: found.countryCallingCode,
  }
}
