import type { StepName } from '../../model/act.js'
import { momentText } from '../../model/day.js'
import type { Day } from '../../model/day.js'
import type { FactOf } from '../../model/fact.js'
import type { ContactRole, Ending, Stage } from '../../model/opportunity.js'
import type { State } from '../../model/standing.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { timeline } from '../../rules/timeline.js'
import { localIn } from '../../rules/zones.js'
import type { Needs } from '../../world.js'
import { endingOf } from '../standing/ending.js'
import { lookout } from '../standing/lookout.js'
import { seen } from '../standing/seen.js'
import { isAhead } from '../typed/moments.js'

/** An opportunity as one row of a table. */
export interface ExportRow {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly state: State
  /** Their day of the last interview that took place, and what kind it was. */
  readonly interviewed: Day | null
  readonly stage: Stage | null
  readonly next: StepName | null
  readonly nextOn: Day | null
  /** Who is chased. */
  readonly contact: string | null
  readonly contactRole: ContactRole | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly location: string | null
  readonly source: string | null
  readonly salary: string | null
  readonly priority: number | null
  readonly tags: readonly string[]
  /** My day of its first record. */
  readonly opened: Day
  readonly closedAs: Ending | null
  /** When the next interview is, with its offset; the day alone where no time is known. */
  readonly booked: string | null
}

/** The heads of the columns of a spreadsheet; `import` knows them. */
export const heads: { readonly [K in keyof ExportRow]: string } = {
  handle: 'Handle',
  company: 'Company',
  role: 'Role',
  state: 'State',
  interviewed: 'Interviewed',
  stage: 'Stage',
  next: 'Next',
  nextOn: 'Next on',
  contact: 'Contact',
  contactRole: 'Contact role',
  contactEmail: 'Contact email',
  contactPhone: 'Contact phone',
  location: 'Location',
  source: 'Source',
  salary: 'Salary',
  priority: 'Priority',
  tags: 'Tags',
  opened: 'Opened',
  closedAs: 'Closed as',
  booked: 'Booked',
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** Every opportunity by its handle, some at a time. */
export function* exportPages(world: World): Generator<readonly ExportRow[]> {
  let after = ''
  for (;;) {
    const rows = world.store.list({ after, limit: 200 })
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => exportRow(row, world))
    after = last.handle
  }
}

function exportRow(row: OpportunityRow, world: World): ExportRow {
  const { handle, company, role, priority, tags, closed } = row
  const { state, next } = seen(row, world, lookout(world))
  const file = world.store.caseFile(row.id)
  const { last, ahead } = meetingsIn(file, row, world)
  const lead = row.contacts.find((one) => one.id === row.outlook.lead)
  return {
    ...{ handle, company, role, state, interviewed: last?.day ?? null, stage: (last ?? ahead)?.fact.data.stage ?? null },
    next: next?.step ?? null,
    nextOn: next?.on ?? null,
    contact: lead?.name ?? null,
    contactRole: lead?.role ?? null,
    contactEmail: lead?.email ?? null,
    contactPhone: lead?.phone ?? null,
    location: file?.opportunity.location ?? null,
    source: file?.opportunity.source ?? null,
    salary: file?.opportunity.salary ?? null,
    ...{ priority, tags },
    opened: localIn(world.clock.zone, Date.parse(row.opened)).day,
    // Where nobody said how it ended, they said no.
    closedAs: closed ? (endingOf(file) ?? 'rejected') : null,
    booked: ahead ? momentText(ahead.fact.at) : null,
  }
}

/** An interview on their clock, where it was moved to. */
interface Meeting {
  readonly fact: FactOf<'interviewed'>
  readonly day: Day
}

/** The last interview to which they came, and the next one to come, while it is open. */
function meetingsIn(
  file: CaseFile | null,
  { outlook, closed }: OpportunityRow,
  { clock }: Needs<'clock'>,
): Record<'last' | 'ahead', Meeting | undefined> {
  const events = timeline(file?.facts ?? [], outlook.zone)
  const missed = new Set(events.flatMap(({ fact, day }) => (fact.kind === 'heard' && fact.data.kind === 'no-show' ? [day] : [])))
  const all = events.flatMap(({ fact, day }): readonly Meeting[] => (fact.kind === 'interviewed' ? [{ fact, day }] : []))
  return {
    last: all.findLast(({ fact, day }) => !isAhead(fact.at, clock) && !missed.has(day)),
    ahead: closed ? undefined : all.find(({ fact }) => isAhead(fact.at, clock)),
  }
}
