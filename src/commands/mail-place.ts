import type { Mail } from '../model/mail.js'
import type { Correspondence, Recognised, ReplyRules } from '../model/replies.js'
import type { Settings } from '../model/settings.js'
import type { OpportunityRow } from '../model/store.js'
import { phrasesOf } from '../replies/phrases.js'
import { recognise } from '../replies/recognise.js'
import { senderOf } from '../replies/sender.js'
import type { Sender } from '../replies/sender.js'
import type { Needs } from '../world.js'
import { calendarOf } from './seen.js'

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

/** The opportunity a mail belongs to: what it answers for certain first, then what is open, then what I wrote to last. Null when it is no answer to any. */
export function placeMail(
  world: Reader,
  mail: Mail,
  { all, rules }: { readonly all: readonly Placing[]; readonly rules: ReplyRules },
): Placed | null {
  const fits = all.map((one) => placedAt(world, mail, { ...one, rules })).filter(({ found }) => found.kind !== 'none')
  const [best] = fits.sort((a, b) => keyOf(b).localeCompare(keyOf(a)))
  return best ?? null
}

const weights = { certain: '2', likely: '1', none: '0' } as const

function keyOf({ row, found }: Placed): string {
  return `${weights[found.match]}${row.closed ? '0' : '1'} ${row.outlook.lastTouch ?? row.outlook.lastInbound ?? ''}`
}
