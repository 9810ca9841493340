import type { LetterKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { Fact, FactOf } from '../../model/fact.js'
import type { LetterFacts, Reading } from '../../model/letter.js'
import type { Contact, ContactId, ContactRole, Want } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { longDay } from '../../rules/days.js'
import { plan } from '../../rules/plan.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { timeline, withoutReturned } from '../../rules/timeline.js'
import type { Event } from '../../rules/timeline.js'
import type { Needs } from '../../world.js'
import { groundOf } from '../standing/ground.js'
import { talksIn } from './occasion.js'
import type { Writing } from './writing.js'

/** What was talked about and what they want, as recorded; `free` are the hooks that no letter has used. */
export interface Remembered {
  readonly hooks: readonly string[]
  readonly free: readonly string[]
  readonly cares: readonly string[]
}

/** The look backs of one history. */
export function rememberedIn(facts: readonly Fact[]): Remembered {
  const looks = facts.filter((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed').map((fact) => fact.data)
  const used = new Set(withoutReturned(facts).flatMap((fact) => (fact.kind === 'sent' ? (fact.data.hook ?? []) : [])))
  const hooks = [...new Set(looks.flatMap((one) => one.hooks ?? []))]
  return { hooks, free: hooks.filter((one) => !used.has(one)), cares: [...new Set(looks.flatMap((one) => one.cares ?? []))] }
}

/** Whether the person wants the job, as they last said; null when they never did. */
export function wantIn(facts: readonly Fact[]): Want | null {
  const last = facts.findLast((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed' && fact.data.want !== undefined)
  return last?.data.want ?? null
}

/** How someone reads what is on record of those one talked with: the one who is chased as themselves, who only mediates from outside. */
export function readingOf({ outlook }: Pick<OpportunityRow, 'outlook'>, reader: Contact | null): Reading {
  if (outsiders.has(reader?.role ?? '')) return 'outside'
  return reader === null || reader.id === outlook.lead ? 'them' : 'house'
}

const outsiders: ReadonlySet<string> = new Set<ContactRole>(['agency', 'referrer', 'referee'])

/** Where a machine's no stands that was neither asked about nor overtaken; -1 when there is none. */
function openNo(events: readonly Event[]): number {
  const at = events.findLastIndex(({ fact }) => fact.kind === 'heard' && fact.data.kind === 'rejection' && fact.data.automated === true)
  return events.slice(at + 1).some(({ fact }) => settlesNo(fact)) ? -1 : at
}

function settlesNo(fact: Fact): boolean {
  if (fact.kind === 'sent') return fact.data.letter === 'check-in'
  if (fact.kind === 'called') return fact.data.outcome === 'spoke' || fact.data.outcome === 'booked'
  if (fact.kind === 'heard') return fact.data.kind === 'invite' || fact.data.kind === 'offer'
  return fact.kind === 'interviewed' || fact.kind === 'reopened'
}

/** The part of it that every letter begins with. */
type Plain = Pick<
  LetterFacts,
  | 'reader'
  | 'reading'
  | 'decides'
  | 'company'
  | 'role'
  | 'want'
  | 'met'
  | 'cares'
  | 'promised'
  | 'ahead'
  | 'automaticNo'
  | 'callOn'
  | 'rang'
>

/** What a plain letter may say, from recorded facts; days are named as its reader would name them. */
export function letterFacts(world: Needs<'catalog' | 'settings'>, { row, file, letter, to, at }: Writing): Plain {
  const today = at.slice(0, 10) as Day
  const reader = row.contacts.find((one) => one.id === to) ?? null
  const events = timeline(file.facts, row.outlook.zone)
  const met = talksIn(events, at).findLast(({ fact }) => to === null || withThem(fact, to))
  const machine = events.findLast(({ fact }) => fact.kind === 'called' && fact.data.outcome === 'voicemail-left')
  const no = events[openNo(events)]
  const { cares } = rememberedIn(file.facts)
  const { promise } = row.outlook
  return {
    reader: reader?.name ?? null,
    reading: readingOf(row, reader),
    decides: reader?.role === 'boss',
    company: row.company,
    role: row.role,
    want: wantIn(file.facts),
    met: met ? spokenDay(met.day, today) : null,
    cares,
    promised: promise && longDay(promise).replace(sameYear(promise, today), ''),
    ahead: promise !== null && promise >= today,
    automaticNo: no === undefined || row.closed ? null : spokenDay(no.day, today),
    callOn: callsNext.has(letter) ? nextCall(world, { file, letter, at }) : null,
    rang: machine ? ranWhen(machine, today) : null,
  }
}

/** Letters that say when I will ring. */
const callsNext: ReadonlySet<LetterKind> = new Set<LetterKind>(['love-letter', 'after-voicemail'])

/** Whether someone was at an interview, as far as anybody recorded. */
export function withThem(fact: Fact, to: ContactId): boolean {
  return fact.kind === 'interviewed' && (fact.data.contacts.length === 0 || fact.data.contacts.includes(to))
}

/** 'on Friday morning': the first call of the plan once this letter is out; null when another act comes first. */
function nextCall(world: Needs<'catalog' | 'settings'>, { file, letter, at }: Pick<Writing, 'file' | 'letter' | 'at'>): string | null {
  const touches = plan(file, groundOf(world), at)
  const next = touches[letter === 'after-voicemail' ? 0 : touches.findIndex(({ act }) => act.step === letter) + 1]
  if (next?.act.step !== 'call') return null
  const { from } = next.act.window ?? { from: '08:00' }
  const part = from < '12:00' ? 'morning' : 'afternoon'
  const when = spokenDay(next.day, at.slice(0, 10) as Day)
  if (when === 'today') return `this ${part}`
  return /\d/.test(when) ? `on the ${part} of ${when.slice(3)}` : `${when} ${part}`
}

function ranWhen({ day, time }: { readonly day: Day; readonly time: string | null }, today: Day): string {
  if (day !== today || time === null) return spokenDay(day, today)
  return time < '12:00' ? 'this morning' : time < '18:00' ? 'this afternoon' : 'this evening'
}

function sameYear(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? ` ${day.slice(0, 4)}` : ''
}
