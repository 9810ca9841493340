import story from '../../data/sample/story.json' with { type: 'json' }
import { day, momentText } from '../model/day.js'
import { shortDay } from '../rules/days.js'
import { momentOn } from '../rules/zones.js'
import type { Needs } from '../world.js'

/** One act of the story: `at` is an instant with its offset, `output` what the command printed. */
export interface DemoAct {
  readonly at: string
  /** The same for the eye: 'Tue 2 Mar 17:05', on my clock. */
  readonly when: string
  readonly says: string
  readonly argv: readonly string[]
  readonly output: string
}
/** The whole story, run. */
export interface DemoResult {
  readonly title: string
  readonly opening: string
  readonly acts: readonly DemoAct[]
  readonly closing: string
}

/** Runs the sample story on a throw-away store, each act at its hour on my clock, and leaves nothing behind. */
export async function demo(world: Needs<'clock' | 'scratch'>): Promise<DemoResult> {
  const scratch = await world.scratch()
  try {
    const acts: DemoAct[] = []
    for (const { at, says, argv } of story.acts) {
      const date = day(at.slice(0, 10))
      const time = at.slice(11)
      const instant = momentText(momentOn(date, time, world.clock.zone))
      acts.push({ at: instant, when: `${shortDay(date)} ${time}`, says, argv, output: await scratch.run(instant, argv) })
    }
    return { title: story.title, opening: story.opening, acts, closing: story.closing }
  } finally {
    scratch.remove()
  }
}
