import type { Day } from '../model/day.js'
import { Problem } from '../problem.js'
import { addDays } from '../rules/days.js'
import { chooseOpportunity } from './asking/choose.js'
import { takeAct } from './do/act.js'
import { cardOf } from './do/card.js'
import type { Card } from './do/card.js'
import { due } from './due.js'
import type { DueLists, DuePage, DueRow } from './due.js'
import { lookout } from './standing/lookout.js'
import { seen } from './standing/seen.js'
import type { Seen } from './standing/seen.js'
import { thanksOn } from './standing/thanks.js'
import type { DoWorld } from './do/page.js'

export interface DoArgs {
  readonly opp?: string
  readonly nothingHeard?: true
}

/** What came of the day; all null once the one act that was asked for is settled. */
export interface DoResult {
  readonly asOf: Day
  /** How many of how many acts are done. */
  readonly tally: { readonly done: number; readonly of: number } | null
  /** What was agreed for a later hour of today. */
  readonly agreed: Seen | null
  /** The page of a day on which nothing is due. */
  readonly quiet: DuePage | null
  /** Something that is looked at and not done: an interview to come. */
  readonly card: Card | null
  /** The opportunity named, where there is nothing to do. */
  readonly resting: Seen | null
  /** Interviews of tomorrow. */
  readonly tomorrow: readonly Seen[]
}

/**
 * Takes what is due one by one, or the next act of one opportunity; every record is made by the verb that makes it elsewhere, at once.
 * Throws Problem('usage') where nobody can be asked.
 */
export async function doDue(world: DoWorld, args: DoArgs): Promise<DoResult> {
  if (!world.ask.able) {
    throw new Problem('usage', '"followup do" is a conversation, and there is nobody here to ask.', {
      hint: '"followup due" shows what there is to do; sent, call and heard record it.',
      code: 'no-input',
    })
  }
  const nothingHeard = args.nothingHeard === true
  return args.opp === undefined ? wholeDay(world, nothingHeard) : oneOnly(world, { opp: args.opp, nothingHeard })
}

const nothing: Omit<DoResult, 'asOf'> = { tally: null, agreed: null, quiet: null, card: null, resting: null, tomorrow: [] }

async function oneOnly(world: DoWorld, { opp, nothingHeard }: { readonly opp: string; readonly nothingHeard: boolean }): Promise<DoResult> {
  const asOf = world.clock.today
  const row = chooseOpportunity(world.store, opp)
  const card = cardOf(world, row.handle)
  if (!card) return { ...nothing, asOf, resting: seen(row, world, lookout(world)) }
  if (card.next.step === 'interview') return { ...nothing, asOf, card }
  await takeAct(world, { handle: row.handle, place: null, nothingHeard })
  return { ...nothing, asOf }
}

async function wholeDay(world: DoWorld, nothingHeard: boolean): Promise<DoResult> {
  const asOf = world.clock.today
  const first = await dueNow(world)
  const tomorrow = first.upcoming.filter(
    (one) => one.next?.step === 'interview' && (one.next.atHere?.on ?? one.next.on) === addDays(asOf, 1),
  )
  if (first.due.length === 0) return { ...nothing, asOf, quiet: (await due(world, {})) as DuePage, tomorrow }
  const tally = { at: 0, done: 0, of: actsIn(world, first.due) }
  await world.talk.show({ page: 'opening', asOf, time: world.clock.moment.time ?? '', due: first.due.length, acts: tally.of })
  const offered = new Set<string>()
  for (let left = first.due; left[0]; left = leftOf(await dueNow(world), offered)) {
    const { handle, together } = left[0]
    tally.of = tally.at + actsIn(world, left)
    // What is left for later is left in all that it is for.
    for (const one of left) if (one.handle === handle || together.includes(one.handle)) offered.add(keyOf(one))
    tally.at += 1
    const place = { at: tally.at, of: tally.of }
    if ((await takeAct(world, { handle, place, nothingHeard })) === 'done') tally.done += 1
  }
  tally.of = tally.at
  const agreed = (await dueNow(world)).due.find((one) => one.next?.step === 'call' && one.next.at !== null) ?? null
  return { ...nothing, asOf, tally: { done: tally.done, of: tally.of }, agreed, tomorrow }
}

async function dueNow(world: DoWorld): Promise<DueLists> {
  return (await due(world, { json: true })) as DueLists
}

function leftOf({ due: owed }: DueLists, offered: ReadonlySet<string>): readonly DueRow[] {
  return owed.filter((one) => !offered.has(keyOf(one)))
}

/** An act is offered once a day: the same step to the same person is the same act, but for a letter that turns out not to have left. */
function keyOf({ handle, next, because }: Seen): string {
  return [handle, next?.step, next?.contact?.name, next?.contact?.email, next?.attempt, because[0]?.code === 'unsettled'].join(' ')
}

/** How many acts of today these are: one letter or call may be for several. */
function actsIn(world: DoWorld, all: readonly DueRow[]): number {
  const told = new Set<string>()
  return all.reduce((sum, one) => {
    const isTold = told.has(one.handle)
    for (const handle of one.together) told.add(handle)
    return sum + actsOf(world, one) - (isTold ? 1 : 0)
  }, 0)
}

/** How many acts of one opportunity are for today: several people are thanked on the same day. */
function actsOf(world: DoWorld, one: Seen): number {
  if (one.next?.step !== 'thank-you' || one.because[0]?.code === 'unsettled') return 1
  return thanksOn(world.clock, chooseOpportunity(world.store, one.handle), world).length || 1
}
