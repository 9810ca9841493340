import type { Mail } from '../../model/mail.js'
import type { Correspondence, Recognised, ReplyRules } from '../../model/replies.js'
import type { Settings } from '../../model/settings.js'
import type { OpportunityRow } from '../../model/store.js'
import { namingOf } from '../../replies/names-company.js'
import { phrasesOf } from '../../replies/phrases.js'
import { recognise } from '../../replies/recognise.js'
import { senderOf } from '../../replies/sender.js'
import type { Sender } from '../../replies/sender.js'
import type { Needs } from '../../world.js'
import { calendarOf } from '../standing/seen.js'

/** An opportunity, and the letters and people it knows. */
export interface Placing {
  readonly row: OpportunityRow
  readonly about: Correspondence
}

/** A mail at the opportunity it belongs to. */
export interface Placed extends Placing {
  readonly found: Recognised
  readonly sender: Sender['kind']
}

/** Everything a mail may belong to: what is open, and of what is closed whatever a letter of mine went out for. */
export function placings({ store }: Needs<'store'>): readonly Placing[] {
  const open = store.list({ closed: false }).map((row) => placing({ store }, row))
  const closed = store.list({ closed: true }).map((row) => placing({ store }, row))
  return [...open, ...closed.filter(({ about }) => about.letters.length > 0)]
}

/** The mails and people an opportunity knows; a letter that may not have left counts, for an answer to it shows that it did. */
export function placing({ store }: Needs<'store'>, row: OpportunityRow): Placing {
  const facts = store.caseFile(row.id)?.facts ?? []
  const letters = facts.flatMap((fact) =>
    (fact.kind === 'sent' || fact.kind === 'sending') && fact.data.messageId !== undefined
      ? [{ messageId: bracketed(fact.data.messageId), kind: fact.data.letter, contact: fact.data.contact }]
      : [],
  )
  const people = row.contacts.map(({ id, name, email }) => ({ id, name, email: email?.toLowerCase() ?? null }))
  return { row, about: { company: row.company, people, letters } }
}

function bracketed(id: string): string {
  return id.startsWith('<') ? id : `<${id}>`
}

/** Addresses that are mine: what comes from there is no answer. */
export function myAddresses(settings: Settings): readonly string[] {
  return [settings['my-email'], settings['mail-user']].flatMap((one) => (one?.includes('@') ? [one.toLowerCase()] : []))
}

type Reader = Needs<'clock' | 'catalog'>

/** What a mail says for one opportunity. */
export function placedAt(world: Reader, mail: Mail, { row, about, rules }: Placing & { readonly rules: ReplyRules }): Placed {
  const found = recognise(mail, about, { rules, on: { sent: world.clock.today, calendar: calendarOf(row, world) } })
  return { row, about, found, sender: senderOf(mail, about, phrasesOf(rules)).kind }
}

/**
 * The opportunity a mail belongs to: what it answers for certain first, then what is open, what it names, where the writer is known and not only their
 * house, and what I wrote to last. Who answers in one thread and names only another place they are known at means that one. Null when it is no answer to any.
 */
export function placeMail(
  world: Reader,
  mail: Mail,
  { all, rules }: { readonly all: readonly Placing[]; readonly rules: ReplyRules },
): Placed | null {
  const fits = all.map((one) => placedAt(world, mail, { ...one, rules })).filter(({ found }) => found.kind !== 'none')
  if (fits.length < 2) return fits[0] ?? null
  const names = namingOf(mail)
  const named = new Set(fits.filter(({ row }) => names(row.company)))
  const [best = null, ...others] = fits.sort((a, b) => keyOf(b, named).localeCompare(keyOf(a, named)))
  if (best === null || named.has(best)) return best
  return others.find((one) => named.has(one) && !one.row.closed && isKnownAt(one)) ?? best
}

const weights = { certain: '2', likely: '1', none: '0' } as const

function keyOf(placed: Placed, named: ReadonlySet<Placed>): string {
  const { row, found } = placed
  const marks = [weights[found.match], row.closed ? '0' : '1', named.has(placed) ? '1' : '0', isKnownAt(placed) ? '1' : '0']
  return `${marks.join('')} ${row.outlook.lastTouch ?? row.outlook.lastInbound ?? ''}`
}

function isKnownAt({ about, found }: Placed): boolean {
  return found.from !== null && about.people.some(({ email }) => email === found.from)
}
