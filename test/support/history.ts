import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { playbookOf } from '../../src/catalog/playbooks.js'
import type { PlaybookDocument } from '../../src/catalog/playbooks.js'
import { defaultSettings } from '../../src/config/load.js'
import type { Calendar } from '../../src/model/calendar.js'
import { day, epochMinutes } from '../../src/model/day.js'
import type { Instant, Moment } from '../../src/model/day.js'
import type { Fact, FactData, FactKind } from '../../src/model/fact.js'
import type { ContactId, FactId, OpportunityId } from '../../src/model/opportunity.js'
import type { Playbook } from '../../src/model/playbook.js'
import type { CaseFile } from '../../src/model/store.js'
import { describe as describeFacts } from '../../src/rules/describe.js'
import type { Ground } from '../../src/rules/judge.js'
import { inOrder } from '../../src/rules/order.js'
import { momentOn } from '../../src/rules/zones.js'

/** Weekends only. */
export const weekdays: Calendar = { country: 'none', weekend: [0, 6], shortDays: [], holidays: new Map(), quiet: [], years: [2026, 2027] }
/** Weekends, two holidays, and the year-end quiet window. */
export const withHolidays: Calendar = {
  ...weekdays,
  country: 'XX',
  holidays: new Map([
    [day('2026-04-03'), 'Good Friday'],
    [day('2026-04-06'), 'Easter Monday'],
    [day('2026-05-25'), 'Memorial Day'],
  ]),
  quiet: [{ from: '12-24', to: '01-01', name: 'year end' }],
}

export const dana = 'c-dana' as ContactId
export const priya = 'c-priya' as ContactId
const acme = 'o-acme' as OpportunityId

const shipped: ReadonlyMap<string, Playbook> = new Map(
  readdirSync('data/playbooks').map((file) => {
    const playbook = playbookOf(parse(readFileSync(`data/playbooks/${file}`, 'utf8')) as PlaybookDocument)
    return [playbook.name, playbook] as const
  }),
)

/** The shipped playbooks over one calendar. */
export function groundOf(calendar: Calendar): Ground {
  return {
    follow: (name) => shipped.get(name) as Playbook,
    calendar: () => calendar,
    countryOf: () => calendar.country,
    settings: { ...defaultSettings(), country: calendar.country, backup: 'off' },
  }
}

/** A moment on the clock of a zone: '2026-03-05', or '2026-03-05T09:00'. */
function at(text: string, zone: string): Moment {
  return momentOn(day(text.slice(0, 10)), text.length > 10 ? text.slice(11) : null, zone)
}

/** One thing that happened, to be written down in turn. */
export type Happening = { readonly [K in FactKind]: { readonly kind: K; readonly at: string; readonly data: FactData[K] } }[FactKind]

/** A case file of Acme Controls, met with Dana Reyes (boss, with a number) and Priya Nair (peer), and what happened, in order of recording; all in one zone. */
export function fileOf(happenings: readonly Happening[], elsewhere: readonly Happening[] = [], zone = 'UTC'): CaseFile {
  const first = happenings[0]?.at ?? '2026-03-02'
  const told: readonly Happening[] = [
    { kind: 'opened', at: first, data: { company: 'Acme Controls', handle: 'acme-controls', zone, country: 'none' } },
    {
      kind: 'met',
      at: first,
      data: { contact: dana, name: 'Dana Reyes', email: 'dana@acme.example', phone: '+13125550142', role: 'boss' },
    },
    { kind: 'met', at: first, data: { contact: priya, name: 'Priya Nair', role: 'peer' } },
    ...happenings,
  ]
  const facts = inOrder(told.map((one, index) => factOf(one, index, { opportunity: acme, zone })))
  const opportunity = describeFacts(facts, 'acme-controls')
  if (!opportunity) throw new Error('no opportunity')
  return {
    opportunity,
    facts,
    elsewhere: inOrder(elsewhere.map((one, index) => factOf(one, index + 5000, { opportunity: 'o-other' as OpportunityId, zone }))),
  }
}

function factOf(happening: Happening, index: number, { opportunity, zone }: { opportunity: OpportunityId; zone: string }): Fact {
  const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` as FactId
  const moment = at(happening.at, zone)
  // At once, and what is known by its day in the evening.
  const minutes = epochMinutes({ ...moment, time: moment.time ?? '23:00' })
  const recorded = new Date(minutes * 60_000).toISOString() as Instant
  return { ...happening, id, command: id, opportunity, recorded, at: moment }
}

/** The interview every story begins with. */
export function interview(on: string, stage: FactData['interviewed']['stage'] = 'manager'): Happening {
  return { kind: 'interviewed', at: on, data: { stage, contacts: [dana], booked: false } }
}
export function sent(on: string, letter: FactData['sent']['letter']): Happening {
  return { kind: 'sent', at: on, data: { letter, channel: 'email', contact: dana } }
}
export function called(on: string, outcome: FactData['called']['outcome']): Happening {
  return { kind: 'called', at: on, data: { outcome, contact: dana } }
}
export function heard(on: string, kind: FactData['heard']['kind']): Happening {
  return { kind: 'heard', at: on, data: { kind, contact: dana } }
}
export function promised(on: string, named: string): Happening {
  return { kind: 'promised', at: on, data: { day: day(named), words: named, via: 'word' } }
}
