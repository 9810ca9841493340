import type { Contact } from '../model/opportunity.js'
import { safe } from '../model/safe.js'
import { icalendar } from './icalendar.js'

/** A person as a vCard 3.0 (RFC 2426), CRLF, folded; the same person is the same card, by its UID, wherever it is read. */
export function vcardOf({ id, name, title, email, phone, phoneKind }: Contact, company: string | null): string {
  const card = new icalendar.Component('vcard')
  const words = safe(name).split(' ')
  const named = new icalendar.Property('n', card)
  named.setValue([words.at(-1) ?? '', words.slice(0, -1).join(' '), '', '', ''] as never)
  card.addPropertyWithValue('version', '3.0')
  card.addPropertyWithValue('uid', `urn:uuid:${id}`)
  card.addPropertyWithValue('fn', safe(name))
  card.addProperty(named)
  if (company !== null) card.addPropertyWithValue('org', [safe(company)] as never)
  if (title !== null) card.addPropertyWithValue('title', safe(title))
  if (email !== null) card.addPropertyWithValue('email', safe(email))
  if (phone !== null) {
    const number = new icalendar.Property('tel', card)
    number.setParameter('type', phoneKind === 'mobile' ? 'cell' : 'work')
    number.setValue(safe(phone))
    card.addProperty(number)
  }
  return `${card.toString()}\r\n`
}
