import type { Day, Moment } from '../model/day.js'
import type { FactDraft } from '../model/fact.js'
import type { Act, Standing, State } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { phaseNow } from '../rules/assess.js'
import { addBusinessDays, rollForward } from '../rules/days.js'
import { canWait } from '../rules/put-off.js'
import type { Needs } from '../world.js'
import { chooseOpportunity, companyIn } from './asking/choose.js'
import { given } from './typed/given.js'
import { dayWords, myCalendar, myDay, pastMoment } from './typed/moments.js'
import { noteDrafts, noteForEach, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'

export interface SnoozeArgs extends RecordArgs {
  /** Missing with `all`. */
  readonly opp?: string
  /** The first day on which something may come from me again. */
  readonly day: string
  readonly all?: true
  readonly reason?: string
}

/** Waits until a day; with `all` everything waits, and comes back one a day. Throws Problem('usage') for a day that is not ahead. */
export async function snooze(world: Scribe, args: SnoozeArgs): Promise<Noted> {
  const until = myDay(world, args.day)
  if (until.value <= world.clock.today) {
    throw new Problem('usage', `${dayWords(until.value, world.clock.today)} is not ahead.`, {
      hint: 'Write a day to come, as in "next mon" or +3bd.',
      code: 'bad-day',
    })
  }
  if (args.all) return holiday(world, args, until)
  const row = chooseOpportunity(world.store, args.opp ?? '', { closed: 'refuse' })
  const when = pastMoment(world, args.at)
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at: when.value })
  const draft: FactDraft = {
    opportunity: row.id,
    at: when.value,
    kind: 'snoozed',
    data: { until: until.value, ...given({ reason: args.reason }) },
  }
  return record(world, [draft, ...note], {
    about: row.id,
    say: ({ standing }) => ({
      recorded: `nothing from you to ${companyIn(world.store, row)} until ${dayWords(until.value, world.clock.today)}`,
      understood: [...until.lines, ...when.lines],
      notes: standing && !canWait(standing.state) ? [keptNote(row.handle, standing, world.clock.today)] : [],
    }),
  })
}

function keptNote(handle: string, { state, next }: Standing, today: Day): string {
  if (state === 'answered' && next && (next.step === 'interview' || next.step === 'thank-you'))
    return next.step === 'interview' ? `The interview on ${dayWords(next.on, today)} stays.` : 'The interview that is booked stays.'
  if (next?.step === 'withdraw') return `This stays: ${keptWords(state, next)}.`
  return `${handle} waits for you, so this stays: ${keptWords(state, next)}.`
}

function keptWords(state: State, next: Pick<Act, 'step'> | null): string {
  if (next?.step === 'interview') return 'the interview'
  if (next?.step === 'withdraw') return 'the line in which you withdraw'
  return state === 'offer' ? 'the offer' : 'what they asked for'
}

interface Waiting {
  readonly row: OpportunityRow
  readonly state: State
  readonly next: Act | null
}

async function holiday(world: Scribe, args: SnoozeArgs, until: { readonly value: Day; readonly lines: readonly string[] }): Promise<Noted> {
  const when = pastMoment(world, args.at)
  const open = world.store.list({ closed: false }).map((row) => waitingOf(world, row))
  const resting = open.filter((one) => one.state !== 'retired' && canWait(one.state))
  if (resting.length === 0) throw new Problem('failed', 'Nothing is open that could wait.', { hint: '"followup due" shows what there is.' })
  const moves = spread(world, resting, until.value)
  const note = await noteForEach(world, args.note, { opportunities: moves.map((move) => move.row.id), at: when.value })
  return record(world, [...draftsOf(moves, when.value, args.reason), ...note], {
    about: null,
    beside: open.filter((one) => !canWait(one.state)).map(({ row }) => row),
    say: () => ({
      recorded: `nothing from you to anyone until ${dayWords(until.value, world.clock.today)}`,
      understood: [...until.lines, ...when.lines],
      notes: [...movedWords(moves, world.clock.today), ...keptNotes(open.filter((one) => !canWait(one.state)))],
    }),
  })
}

function waitingOf(world: Needs<'clock'>, row: OpportunityRow): Waiting {
  const { state, next } = phaseNow(row.outlook, world.clock)
  return { row, state, next }
}

interface Move {
  readonly row: OpportunityRow
  readonly from: Day | null
  readonly until: Day
}

/** One act a business day of mine from the return on, in the order in which they fall due; what is due later anyway keeps its day. */
function spread(world: Scribe, resting: readonly Waiting[], back: Day): readonly Move[] {
  const calendar = myCalendar(world)
  const sorted = [...resting].sort((a, b) => ((a.next?.since ?? '9999') < (b.next?.since ?? '9999') ? -1 : 1))
  let slot = rollForward(back, calendar)
  return sorted.map(({ row, next }) => {
    if (!next || next.since > slot) return { row, from: null, until: back }
    const until = slot
    slot = addBusinessDays(slot, 1, calendar)
    return { row, from: next.since, until }
  })
}

function draftsOf(moves: readonly Move[], at: Moment, reason: string | undefined): readonly FactDraft[] {
  return moves.map(({ row, until }) => ({ opportunity: row.id, at, kind: 'snoozed', data: { until, ...given({ reason }) } }))
}

const MOST_NAMED = 8

function movedWords(moves: readonly Move[], today: Day): readonly string[] {
  const moved = moves.filter(({ from, until }) => from !== null && from !== until)
  const lines = moved
    .slice(0, MOST_NAMED)
    .map(({ row, from, until }) => `${row.handle} moves from ${dayWords(from ?? until, today)} to ${dayWords(until, today)}.`)
  const more = moved.length > MOST_NAMED ? [`And ${String(moved.length - MOST_NAMED)} more.`] : []
  return moved.length > 1 ? [...lines, ...more, 'One a day when you are back, so that no morning begins with a pile.'] : lines
}

function keptNotes(waiting: readonly Waiting[]): readonly string[] {
  const lines = waiting
    .slice(0, MOST_NAMED)
    .map(({ row, state, next }) => `${row.handle} stays: ${keptWords(state, next)}; see to it before you go.`)
  return waiting.length > MOST_NAMED ? [...lines, `And ${String(waiting.length - MOST_NAMED)} more.`] : lines
}
