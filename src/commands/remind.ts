import { jsonOf } from '../formats/json.js'
import type { Day, Instant } from '../model/day.js'
import type { Reminder } from '../model/store.js'
import { readWeekdays } from '../model/weekdays.js'
import { isProblem } from '../problem.js'
import type { Problem } from '../problem.js'
import { isWithin } from '../rules/quiet-hours.js'
import { addBusinessDays, weekdayOf } from '../rules/days.js'
import type { Needs } from '../world.js'
import { due } from './due.js'
import type { DueLists } from './due.js'
import { calendarOf } from './standing/seen.js'
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
  readonly due: readonly Seen[]
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
  const wanted = [...owed, ...upcoming.filter((one) => nearsItsDay(world, one))].flatMap((one) => ({
    one,
    reminder: reminderOf(one, store),
  }))
  const claim = store.reminders.claim(
    wanted.map(({ reminder }) => reminder),
    { day: clock.today, ever: args.sinceLastRun === true },
  )
  const fresh = wanted.filter(({ reminder }) => claim.fresh.includes(reminder)).map(({ one }) => one)
  const digest = { ...empty, due: fresh, delivered: waysOf(args) > 0 }
  const faults = fresh.length === 0 ? [] : await deliver(world, digest, args)
  const failed = faults.length > 0 && faults.length === waysOf(args)
  store.reminders.settle(claim.run, { fault: failed ? (faults[0]?.message ?? '') : null, day: clock.today })
  if (faults[0] !== undefined && failed) throw faults[0]
  return { ...digest, notes: [...faults.map((one) => one.message), ...(await runHooks(world, fresh))] }
}

/** An offer is spoken of three business days before its day, two before the decision falls due. */
function nearsItsDay({ store, catalog, clock }: World, { handle, next }: Seen): boolean {
  const row = next?.step === 'decide-offer' ? store.match(handle)[0] : undefined
  if (!row || !next) return false
  const today = clock.in(row.outlook.zone).slice(0, 10) as Day
  return addBusinessDays(today, 2, calendarOf(row, { catalog })) === next.on
}

/** What was said of it is said no more; another state, another day on which it fell due or another try makes it new. */
function markOf({ state, next }: Seen): string {
  return [state, next?.step, next?.since, next?.attempt, next?.at ?? ''].join(' ')
}

// No name is kept of what was said: a handle would be one.
function reminderOf(one: Seen, store: World['store']): Reminder {
  const id = store.match(one.handle)[0]?.id
  if (id === undefined) throw new Error(`${one.handle} was just due and is not there`)
  return { opportunity: id, mark: markOf(one) }
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

async function runHooks({ hooks }: World, fresh: readonly Seen[]): Promise<readonly string[]> {
  if (fresh.length === 0) return []
  const own = await hooks()
  const silent = fresh.filter((one) => one.state === 'silent')
  return [own.run('on-due', fresh), silent.length > 0 ? own.run('on-silent', silent) : null].filter((one) => one !== null)
}
