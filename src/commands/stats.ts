import type { Day } from '../model/day.js'
import { figuresSum } from '../rules/figures.js'
import type { Figures } from '../rules/figures.js'
import { pathOf } from '../rules/path.js'
import { followDays } from '../rules/story.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { groundOf } from './standing/ground.js'
import { anyMoment, dayWords } from './typed/moments.js'

export interface StatsArgs {
  readonly since?: string
}

/** Sums over what is on record; `since` = only opportunities whose first interview was on that day of theirs or later (before one: opened then). */
export interface Stats extends Figures {
  readonly asOf: Day
  readonly since: Day | null
  /** The first interview of all; null before one. */
  readonly first: Day | null
  /** Business days within which an answer is said to have followed. */
  readonly within: number
  /** What the codes of `landings` say. */
  readonly labels: Readonly<Record<string, string>>
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** What the records come to. Throws Problem('usage') for a `since` that is no day, or still to come. */
export async function stats(world: World, { since }: StatsArgs): Promise<Stats> {
  const { clock, catalog, store } = world
  const from = since === undefined ? null : sinceDay(world, since)
  const ground = groundOf(world)
  const sum = figuresSum()
  let first: Day | null = null
  store.eachCase((file) => {
    const path = pathOf(file, ground, (zone) => clock.in(zone))
    if (from !== null && (path.began ?? path.opened) < from) return
    sum.add(path)
    if (path.began !== null && (first === null || path.began < first)) first = path.began
  })
  const figures = sum.figures()
  const labels = figures.landings.length > 0 ? catalog.landings() : []
  return {
    asOf: clock.today,
    since: from,
    first,
    within: followDays,
    ...figures,
    labels: Object.fromEntries(
      figures.landings.flatMap(({ code }) => labels.find((one) => one.code === code) ?? []).map(({ code, label }) => [code, label]),
    ),
  }
}

/** A day of mine that has been. */
export function sinceDay(world: Needs<'clock' | 'catalog' | 'settings'>, text: string): Day {
  const { day } = anyMoment(world, text, 'past').value
  if (day <= world.clock.today) return day
  throw new Problem('usage', `${dayWords(day, world.clock.today)} is still to come.`, {
    hint: 'Figures look back: name a day that has been, as in --since "1 mar".',
    code: 'future',
  })
}
