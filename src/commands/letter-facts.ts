import type { LetterKind } from '../model/act.js'
import type { Day, LocalTime } from '../model/day.js'
import type { Fact, FactOf } from '../model/fact.js'
import type { LetterFacts } from '../model/letter.js'
import type { ContactId } from '../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../model/store.js'
import { longDay } from '../rules/days.js'
import { plan } from '../rules/plan.js'
import { spokenDay } from '../rules/spoken-day.js'
import { timeline } from '../rules/timeline.js'
import type { Needs } from '../world.js'
import { groundOf } from './ground.js'

/** What was talked about and what they want, as recorded; `free` are the hooks that no letter has used. */
export interface Remembered {
  readonly hooks: readonly string[]
  readonly free: readonly string[]
  readonly cares: readonly string[]
}

/** The look backs of one history. */
export function rememberedIn(facts: readonly Fact[]): Remembered {
  const looks = facts.filter((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed').map((fact) => fact.data)
  const used = new Set(facts.flatMap((fact) => (fact.kind === 'sent' ? (fact.data.hook ?? []) : [])))
  const hooks = [...new Set(looks.flatMap((one) => one.hooks ?? []))]
  return { hooks, free: hooks.filter((one) => !used.has(one)), cares: [...new Set(looks.flatMap((one) => one.cares ?? []))] }
}

/** A letter that is about to be written: to whom, at which moment of the contact's clock. */
export interface Writing {
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly letter: LetterKind
  readonly to: ContactId | null
  readonly at: LocalTime
}

/** The part of it that every letter begins with. */
type Plain = Pick<
  LetterFacts,
  'reader' | 'decides' | 'company' | 'role' | 'want' | 'met' | 'hooks' | 'cares' | 'promised' | 'callOn' | 'rang'
>

/**
 * What a plain letter may say, from recorded facts; days are named as its reader would name them. What was talked about was talked about with the
 * one who is chased, as far as anybody recorded.
 */
export function letterFacts(world: Needs<'catalog' | 'settings'>, { row, file, letter, to, at }: Writing): Plain {
  const today = at.slice(0, 10) as Day
  const reader = row.contacts.find((one) => one.id === to) ?? null
  const events = timeline(file.facts, row.outlook.zone)
  const met = events.findLast(({ fact, day }) => fact.kind === 'interviewed' && day <= today && (to === null || withThem(fact, to)))
  const machine = events.findLast(({ fact }) => fact.kind === 'called' && fact.data.outcome === 'voicemail-left')
  const want = file.facts.findLast((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed' && fact.data.want !== undefined)
  const { free, cares } = rememberedIn(file.facts)
  const { promise } = row.outlook
  return {
    reader: reader?.name ?? null,
    decides: reader?.role === 'boss',
    company: row.company,
    role: row.role,
    want: want?.data.want ?? 'yes',
    met: met ? spokenDay(met.day, today) : null,
    hooks: to === row.outlook.lead ? free : [],
    cares,
    promised: promise && longDay(promise).replace(sameYear(promise, today), ''),
    callOn: callsNext.has(letter) ? nextCall(world, { file, letter, at }) : null,
    rang: machine ? ranWhen(machine, today) : null,
  }
}

/** Letters that say when I will ring. */
const callsNext: ReadonlySet<LetterKind> = new Set<LetterKind>(['love-letter', 'after-voicemail'])

function withThem(fact: Fact, to: ContactId): boolean {
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
