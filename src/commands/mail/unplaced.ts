import type { Day } from '../../model/day.js'
import type { Mail } from '../../model/mail.js'
import { foldName } from '../../rules/names.js'
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
  const said = foldName(`${from.name} . ${subject}`)
  const named = all.filter(({ row }) => !row.closed && names(said, row.company))
  if (named.length === 0) return null
  return {
    at: sent,
    from: from.name === '' ? from.address : `${from.name} <${from.address}>`,
    subject,
    handles: named.map(({ row }) => row.handle),
  }
}

function names(said: string, company: string): boolean {
  const name = foldName(company)
  if (name.length < 3) return false
  const at = said.indexOf(name)
  const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  return at >= 0 && !isWord(said[at - 1]) && !isWord(said[at + name.length])
}
