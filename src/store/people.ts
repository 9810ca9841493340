import type { Contact } from '../model/opportunity.js'
import type { Tools } from './cases.js'

/** Brings the rows of people up to date with the opportunities they are in; a person in none has no row. */
export function refreshContacts({ connection, rules }: Tools, ids: Iterable<string>): void {
  for (const id of ids) {
    const rows = connection.all<{ people: string }>(PEOPLE, id)
    const known = rows.flatMap((row) => (JSON.parse(row.people) as Contact[]).filter((one) => one.id === id))
    const contact = combined(known)
    if (!contact) {
      connection.run('DELETE FROM contact WHERE id = ?', id)
      continue
    }
    connection.run(
      PUT,
      id,
      contact.name,
      rules.fold(contact.name),
      contact.email?.toLowerCase() ?? null,
      contact.phone,
      JSON.stringify(contact),
    )
  }
}

// The person as known in the opportunity opened last; what is unknown there is taken from earlier ones.
function combined(known: readonly Contact[]): Contact | null {
  const newest = known[0]
  if (!newest) return null
  const first = <K extends keyof Contact>(key: K): Contact[K] =>
    known.find((one) => one[key] !== null && one[key] !== '')?.[key] ?? newest[key]
  return {
    ...newest,
    name: first('name'),
    email: first('email'),
    phone: first('phone'),
    phoneKind: first('phoneKind'),
    title: first('title'),
    zone: first('zone'),
    assistant: first('assistant'),
    say: first('say'),
  }
}

const PEOPLE = `SELECT o.people FROM contact_opportunity c JOIN opportunity o ON o.seq = c.opportunity WHERE c.contact = ? ORDER BY o.seq DESC`
const PUT = `INSERT INTO contact (id, name, folded, email, phone, data) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, email = excluded.email, phone = excluded.phone, data = excluded.data`
