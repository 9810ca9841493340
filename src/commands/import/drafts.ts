import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { ContactId, OpportunityId, Stage } from '../../model/opportunity.js'
import type { SheetDay } from '../../reading/sheet-date.js'
import { momentAt, momentOn } from '../../rules/zones.js'
import type { Clock } from '../../world.js'
import { isAhead } from '../typed/moments.js'
import { given } from '../typed/given.js'
import type { Entry } from './entry.js'
import type { PersonIn } from './known-people.js'

/** What all opportunities of one table have in common. */
export interface Table {
  readonly clock: Pick<Clock, 'today' | 'epochMs' | 'moment'>
  readonly zone: string
  readonly country: string
  /** The kind of all interviews, where the person says so. */
  readonly stage: Stage | null
  readonly newId: () => string
}

/** What an opportunity is called, and everyone whom its rows name, as they are to be on record. */
export interface Named {
  readonly handle: string
  readonly people: readonly PersonIn[]
}

/** When the interviews of an entry are, in order, and which of them are still to come. */
export interface Meetings {
  readonly past: readonly Moment[]
  readonly ahead: readonly Moment[]
}

/** The interviews of an entry on the clock of a zone. */
export function meetingsOf(entry: Entry, { clock, zone }: Pick<Table, 'clock' | 'zone'>): Meetings {
  const all = entry.interviews.map((day) => momentOf(day, zone))
  const order = (a: Moment, b: Moment): number => (`${a.day}${a.time ?? ''}` < `${b.day}${b.time ?? ''}` ? -1 : 1)
  const isOver = entry.ending !== null
  return {
    past: all.filter((one) => !isAhead(one, clock)).sort(order),
    ahead: isOver ? [] : all.filter((one) => isAhead(one, clock)).sort(order),
  }
}

function momentOf({ day, time, offset }: SheetDay, zone: string): Moment {
  return time !== null && offset !== null ? momentAt(`${day}T${time}:00${offset}`, zone) : momentOn(day, time, zone)
}

/**
 * An entry as facts, in the order that keeps it from being chased: what is past, then that it is not chased, then what is still to come, which starts it
 * as any booked interview would (decision 21).
 */
export function draftsOf(entry: Entry, table: Table, { handle, people }: Named): readonly FactDraft[] {
  const { clock, zone, newId } = table
  const opportunity = newId() as OpportunityId
  const { past, ahead } = meetingsOf(entry, table)
  const now = clock.moment
  const began = entry.began === null ? null : momentOf(entry.began, zone)
  const at = began && !isAhead(began, clock) ? began : (past[0] ?? now)
  const contacts = people.map(({ data }) => data.contact)
  const interview = (when: Moment, booked: boolean): FactDraft => interviewOf({ opportunity, when, booked, contacts }, entry, table)
  const rests = entry.ending === null
  return [
    openingOf(entry, table, { opportunity, at, handle }),
    ...people.map(({ data }): FactDraft => ({ opportunity, at, kind: 'met', data })),
    ...entry.notes.map((text): FactDraft => ({ opportunity, at: now, kind: 'noted', data: { text } })),
    ...past.map((when) => interview(when, false)),
    ...(rests ? [{ opportunity, at: now, kind: 'retired', data: { imported: true } } as const] : []),
    ...ahead.map((when) => interview(when, true)),
    ...endedOf(entry, table, opportunity),
  ]
}

function openingOf(
  entry: Entry,
  table: Table,
  { opportunity, at, handle }: { readonly opportunity: OpportunityId; readonly at: Moment; readonly handle: string },
): FactDraft {
  const { company, role, described, key, print } = entry
  const data = {
    company,
    handle,
    ...given({ role: role ?? undefined }),
    ...described,
    zone: table.zone,
    country: table.country,
    row: { key, print },
  }
  return { id: opportunity as string as never, opportunity, at, kind: 'opened', data }
}

interface InterviewIn {
  readonly opportunity: OpportunityId
  readonly when: Moment
  readonly booked: boolean
  readonly contacts: readonly ContactId[]
}

function interviewOf({ opportunity, when, booked, contacts }: InterviewIn, entry: Entry, table: Table): FactDraft {
  const stage = table.stage ?? entry.stage ?? 'manager'
  return { opportunity, at: when, kind: 'interviewed', data: { stage, contacts, booked } }
}

function endedOf({ ending, endedOn }: Entry, { clock, zone }: Table, opportunity: OpportunityId): readonly FactDraft[] {
  if (ending === null) return []
  const said = endedOn === null ? null : momentOf(endedOn, zone)
  const at = said && !isAhead(said, clock) ? said : clock.moment
  return [{ opportunity, at, kind: 'closed', data: { as: ending } }]
}
