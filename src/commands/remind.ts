import { jsonOf } from '../formats/json.js'
import type { Day, Instant, LocalTime } from '../model/day.js'
import type { OpportunityRow } from '../model/store.js'
import type { Reminder } from '../model/reminders.js'
import { readWeekdays } from '../model/weekdays.js'
import { isProblem } from '../problem.js'
import type { Problem } from '../problem.js'
import { phaseNow } from '../rules/assess.js'
import { isWithin } from '../rules/quiet-hours.js'
import { addBusinessDays, weekdayOf } from '../rules/days.js'
import type { Needs } from '../world.js'
import { due } from './due.js'
import type { DueLists, DueRow } from './due.js'
import { markOf } from './due/mark.js'
import { calendarOf, seen } from './standing/seen.js'
import type { Lookout } from './standing/lookout.js'
import type { Seen } from './standing/seen.js'

export interface RemindArgs {
  readonly notify?: true
  readonly command?: string
  readonly mail?: true
  readonly sinceLastRun?: true
  readonly json?: true
}

/** What a reminder says: the acts nobody was reminded of yet. Nothing to say is an empty list. */
export interface Digest {
  readonly asOf: Day
  /** The run before this one; null before the first. */
  readonly last: Instant | null
  /** One for each message: `together` names the others that are one with it. */
  readonly due: readonly DueRow[]
  /** Names no company and no person. */
  readonly discreet: boolean
  /** It went elsewhere (a notice, a command), and is not printed. */
  readonly delivered: boolean
  /** What did not go well and stopped nothing, a sentence each. */
  readonly notes: readonly string[]
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store' | 'heralds' | 'hooks' | 'drawn' | 'mailOut'>

/** Says once a day what is due, here or where it is told to; silent when there is nothing new. Throws Problem('outside') when none of the ways worked: then it is said again. */
export async function remind(world: World, args: RemindArgs): Promise<Digest> {
  const { clock, settings, store } = world
  const last = store.reminders.last()?.at ?? null
  const empty: Digest = { asOf: clock.today, last, due: [], discreet: settings.discreet === 'true', delivered: false, notes: [] }
  if (isAsleep(world)) return empty
  const { due: owed, upcoming } = (await due(world, { json: true })) as DueLists
  const wanted = [...owed, ...upcoming.filter((one) => nearsItsDay(world, one))].map((row) => {
    const one = besidePanels(row, world)
    return { one, reminder: reminderOf(one, world) }
  })
  const claim = store.reminders.claim(
    wanted.map(({ reminder }) => reminder),
    { day: clock.today, ever: args.sinceLastRun === true },
  )
  const fresh = wanted.filter(({ reminder }) => claim.fresh.includes(reminder)).map(({ one }) => one)
  const digest = { ...empty, due: onceEach(fresh), delivered: waysOf(args) > 0 }
  const faults = fresh.length === 0 ? [] : await deliver(world, digest, args)
  const failed = faults.length > 0 && faults.length === waysOf(args)
  store.reminders.settle(claim.run, {
    said: digest.due.length,
    fault: failed ? (faults[0]?.message ?? '') : null,
    day: clock.today,
  })
  if (faults[0] !== undefined && failed) throw faults[0]
  return { ...digest, notes: [...faults.map((one) => one.message), ...(await runHooks(world, digest.due, fresh))] }
}

/** An offer is spoken of three business days before its day, two before the decision falls due. */
function nearsItsDay({ store, catalog, clock }: World, { handle, next }: Seen): boolean {
  const row = next?.step === 'decide-offer' ? store.match(handle)[0] : undefined
  if (!row || !next) return false
  const today = clock.in(row.outlook.zone).slice(0, 10) as Day
  return addBusinessDays(today, 2, calendarOf(row, { catalog })) === next.on
}

// No name is kept of what was said: a handle would be one.
function reminderOf(one: DueRow, world: World): Reminder {
  return { opportunity: rowOf(one.handle, world).id, mark: markOf(one), along: one.together.map((handle) => alongOf(handle, world)) }
}

/** What is one message with an act that is said is said with it: it is not new on the day, still to come, on which it falls due by itself. */
function alongOf(handle: string, world: World): Reminder['along'][number] {
  const row = rowOf(handle, world)
  const { clock } = world
  const since = phaseNow(row.outlook, clock).next?.since ?? clock.today
  const then: Lookout = { asOf: since, in: (zone) => laterOf(clock.in(zone), `${since}T12:00` as LocalTime) }
  return { opportunity: row.id, mark: markOf(seen(row, world, then)) }
}

function laterOf(one: LocalTime, other: LocalTime): LocalTime {
  return one > other ? one : other
}

function rowOf(handle: string, { store }: World): OpportunityRow {
  const [row] = store.match(handle)
  if (row === undefined) throw new Error(`${handle} was just due and is not there`)
  return row
}

/** Of a panel's thanks only one letter is another's too, so they are said by themselves. */
function besidePanels(one: DueRow, world: World): DueRow {
  const isPanel = (handle: string): boolean => rowOf(handle, world).contacts.length > 1
  if (one.next?.step !== 'thank-you' || one.together.length === 0) return one
  return { ...one, together: isPanel(one.handle) ? [] : one.together.filter((handle) => !isPanel(handle)) }
}

/** Without those that one before them names: they are the same message. */
function onceEach(fresh: readonly DueRow[]): readonly DueRow[] {
  const named = new Set<string>()
  return fresh.filter(({ handle, together }) => {
    if (named.has(handle)) return false
    for (const other of together) named.add(other)
    return true
  })
}

function isAsleep({ clock, settings }: Pick<World, 'clock' | 'settings'>): boolean {
  const days = readWeekdays(settings['remind-days']) ?? []
  const time = clock.moment.time
  const isQuiet = settings['quiet-hours'] !== null && time !== null && isWithin(settings['quiet-hours'], time)
  return isQuiet || !days.includes(weekdayOf(clock.today) || 7)
}

function waysOf({ notify, command, mail }: RemindArgs): number {
  return (notify ? 1 : 0) + (command === undefined ? 0 : 1) + (mail ? 1 : 0)
}

/** Every way is tried; what went wrong on any of them. */
async function deliver(world: World, digest: Digest, { notify, command, mail, json }: RemindArgs): Promise<readonly Problem[]> {
  if (!digest.delivered) return []
  const heralds = await world.heralds()
  const spoken = { ...digest, delivered: false }
  const ways: (() => Promise<void>)[] = []
  if (notify) {
    ways.push(async () => {
      const [title = '', ...lines] = (await world.drawn(spoken, { plain: true })).trimEnd().split('\n')
      heralds.notify(title, lines.join('\n'))
    })
  }
  if (command !== undefined) {
    const text = async (): Promise<string> => (json ? `${jsonOf(spoken, 2)}\n` : await world.drawn(spoken, { plain: false }))
    ways.push(async () => heralds.command(command, await text()))
  }
  if (mail) ways.push(async () => mailed(world, await world.drawn(spoken, { plain: false })))
  const faults: Problem[] = []
  for (const way of ways) {
    try {
      await way()
    } catch (error) {
      if (!isProblem(error)) throw error
      faults.push(error)
    }
  }
  return faults
}

/** A mail to oneself; its subject is the first line. */
async function mailed({ mailOut }: World, text: string): Promise<void> {
  const out = await mailOut()
  const me = { name: null, email: out.me() }
  const subject = text.split('\n')[0] ?? 'followup'
  await out.send(await out.compose({ to: me, subject, text: text.trimEnd(), inReplyTo: null, references: [] }))
}

/** What is due is told once a message; that it fell silent, of each opportunity. */
async function runHooks({ hooks }: World, acts: readonly DueRow[], fresh: readonly DueRow[]): Promise<readonly string[]> {
  if (fresh.length === 0) return []
  const own = await hooks()
  const silent = fresh.filter((one) => one.state === 'silent')
  return [own.run('on-due', acts), silent.length > 0 ? own.run('on-silent', silent) : null].filter((one) => one !== null)
}
