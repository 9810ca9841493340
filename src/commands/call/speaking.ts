import type { Dialable } from '../../formats/phone.js'
import type { Speaking } from '../../letters/call-card.js'
import type { Day, LocalTime } from '../../model/day.js'
import type { Fact, FactOf } from '../../model/fact.js'
import type { Contact, FactId } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { withoutNickname } from '../../model/nickname.js'
import { phaseAt } from '../../rules/assess.js'
import { actDay, addBusinessDays } from '../../rules/days.js'
import { judge } from '../../rules/judge.js'
import { doubtsToTalkOver } from '../../rules/doubts.js'
import { offerIn } from '../../rules/offers.js'
import { waits } from '../../rules/limits.js'
import { spokenDay, spokenHour } from '../../rules/spoken-day.js'
import { timeline } from '../../rules/timeline.js'
import { groundOf } from '../standing/ground.js'
import { hoursFor } from '../standing/seen.js'
import type { LookingWorld } from '../standing/seen.js'
import { comingHours, isShared, lookupAt } from './hours.js'
import type { Lookup } from './hours.js'
import { readingOf, rememberedIn, withThem } from '../letter/facts.js'
import { isInHouse, talksIn } from '../letter/occasion.js'
import { unusedFirst } from '../letter/talked.js'
import { callsWith, haveSpoken } from '../letter/unmet.js'

/** A call that is about to be made: to whom, at which moment of their clock. */
export interface Calling {
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly person: Contact | null
  readonly at: LocalTime
  /** They named this time for it. */
  readonly agreed: boolean
}

/** What can be said on the phone, from recorded facts. */
export function speakingFacts(
  world: LookingWorld,
  calling: Calling,
  me: { readonly name: string | null; readonly number: Dialable | null; readonly calling: string | null },
): Speaking {
  const { row, file, person, at } = calling
  const { facts } = file
  const offer = offerIn(facts)
  const calendar = world.catalog.calendar(row.outlook.country)
  const today = at.slice(0, 10) as Day
  const looks = facts.filter((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed').map((fact) => fact.data)
  return {
    me: me.name,
    number: me.number && (me.number.calling === me.calling ? me.number.national : me.number.international),
    person: person && withoutNickname(person.name),
    reading: readingOf(row, person),
    assistant: person?.assistant ?? null,
    role: row.role,
    company: row.company,
    confidential: file.opportunity.confidential,
    recruiter: arranging.has(person?.role ?? ''),
    agreed: calling.agreed,
    offered: offer !== null,
    written: offer?.written === true,
    want: looks.findLast((one) => one.want !== undefined)?.want ?? 'yes',
    house: isInHouse(facts),
    ...metOn(calling),
    hooks: unusedFirst(rememberedIn(facts).free, calling),
    landings: doubtsToTalkOver(facts),
    there: at.slice(11),
    soon: soonIn(lookupAt(world, calling), actDay(addBusinessDays(today, 1, calendar), calendar)),
    again: againAfterVoicemail(world, calling),
    mail: row.outlook.used.voicemails === 0,
    later: spokenDay(actDay(addBusinessDays(today, waits.talk, calendar), calendar), today),
  }
}

/** A quarter of an hour into the first hours from a day on that both sides have: 'tomorrow at 8:15'; null where they have none. */
function soonIn(from: Lookup, since: Day): string | null {
  const [first] = comingHours(from, { since, proposed: null, count: 1 })
  if (!first) return null
  const into = new Date(`1970-01-01T${first.from}Z`).getTime() + quarter
  const time = new Date(into).toISOString().slice(11, 16)
  return `${spokenDay(first.on, from.at.slice(0, 10) as Day).replace(/^on /, '')} at ${(time < first.to ? time : first.from).replace(/^0/, '')}`
}
const quarter = 15 * 60_000

/** Those who arrange the hiring. */
const arranging: ReadonlySet<string> = new Set(['recruiter', 'agency', 'hr'])

/** When the last talk with them was, as it is said, and whether it was on the telephone; whether there was none with anybody yet. */
function metOn({ row, file, person, at }: Calling): Pick<Speaking, 'met' | 'byPhone' | 'unmet'> {
  const today = at.slice(0, 10) as Day
  const id = person?.id ?? null
  const events = timeline(file.facts, row.outlook.zone)
  const held = talksIn(events, at).findLast(({ fact }) => id === null || withThem(fact, id))
  const last = held ?? callsWith(events, id).at(-1)
  return {
    unmet: !haveSpoken(events, at, null),
    met: last ? spokenDay(last.day, today) : null,
    byPhone: last !== undefined && (last.fact.kind !== 'interviewed' || last.fact.data.by === 'phone'),
  }
}

/** When I would ring again if all I reach is a machine: the rules are asked as if a message were left now. */
function againAfterVoicemail(world: LookingWorld, calling: Calling): string | null {
  const { row, file, person, at } = calling
  const id = 'ffffffff-ffff-7fff-bfff-000000000001' as FactId
  const { moment } = world.clock
  const message: Fact = {
    id,
    command: id,
    opportunity: file.opportunity.id,
    at: moment,
    recorded: `${moment.day}T12:00:00Z` as Fact['recorded'],
    kind: 'called',
    data: { outcome: 'voicemail-left', contact: person?.id ?? row.outlook.lead },
  }
  const { next } = phaseAt(judge({ ...file, facts: [...file.facts, message] }, groundOf(world)), at)
  if (next?.step !== 'call' || next.contact !== (person?.id ?? row.outlook.lead)) return null
  const from = lookupAt(world, calling)
  const hours = hoursFor(next, from, { world, zone: from.theirs })
  const day = spokenDay(hours?.on ?? next.since, at.slice(0, 10) as Day)
  return hours && isShared(hours, from) ? `${day}, ${spokenHour(hours.from)}` : day
}
