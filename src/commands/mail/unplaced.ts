import type { Day } from '../../model/day.js'
import type { Mail } from '../../model/mail.js'
import { namesCompany } from '../../replies/names-company.js'
import type { Placing } from './place.js'

/** A mail from nobody on record, whose sender's name or subject names a company that is followed. */
export interface Unplaced {
  readonly at: Day | null
  readonly from: string
  readonly subject: string
  /** Of the opportunities it may belong to. */
  readonly handles: readonly string[]
}

/** What is told of a mail that no opportunity takes for its own; null of one that names none, went to many, or is a letter of mine. */
export function unplacedOf(mail: Mail, all: readonly Placing[]): Unplaced | null {
  const { from, to, subject, head, sent } = mail
  if (from === null || head.has('list-id') || head.has('list-post')) return null
  const reached = new Set(to.map(({ address }) => address))
  if (all.some(({ about }) => about.people.some(({ email }) => email !== null && (email === from.address || reached.has(email)))))
    return null
  const said = `${from.name} . ${subject}`
  const named = all.filter(({ row }) => !row.closed && row.company.length > 2 && namesCompany(said, row.company))
  if (named.length === 0) return null
  return {
    at: sent,
    from: from.name === '' ? from.address : `${from.name} <${from.address}>`,
    subject,
    handles: named.map(({ row }) => row.handle),
  }
}
