import type { StepName } from '../../model/act.js'
import type { Day } from '../../model/day.js'
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
  const lead = row.contacts.find((one) => one.id === row.outlook.lead)
  return {
    ...{ handle, company, role, state, ...lastMeeting(file, row, world) },
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
  }
}

/** The last interview to which they came. */
function lastMeeting(
  file: CaseFile | null,
  { outlook }: OpportunityRow,
  { clock }: Needs<'clock'>,
): Pick<ExportRow, 'interviewed' | 'stage'> {
  const events = timeline(file?.facts ?? [], outlook.zone)
  const missed = new Set(events.flatMap(({ fact, day }) => (fact.kind === 'heard' && fact.data.kind === 'no-show' ? [day] : [])))
  for (const { fact, day } of [...events].reverse()) {
    if (fact.kind === 'interviewed' && !isAhead(fact.at, clock) && !missed.has(day)) return { interviewed: day, stage: fact.data.stage }
  }
  return { interviewed: null, stage: null }
}
