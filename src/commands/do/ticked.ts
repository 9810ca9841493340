import { askYes } from '../asking/again.js'
import { uidOf } from '../calendar/entries.js'
import type { Card } from './card.js'
import type { DoWorld } from './page.js'

/** Asks about an act that was ticked in a calendar whether it happened; a no is kept, and opens it there again. Nothing is recorded: what came of it is asked next. */
export async function askTicked(world: DoWorld, card: Card): Promise<void> {
  const { reminders } = world.store
  const ticks = reminders.ticks()
  const uid = uidOf(card.row, world, card.next)
  if (!ticks.some((one) => one.uid === uid && !one.denied)) return
  world.ask.note('This is ticked in your calendar.')
  if (await askYes(world.ask, 'Did this happen?')) world.ask.note('Good. What came of it goes below.')
  else
    reminders.keepTicks(
      ticks.map((one) => (one.uid === uid ? { ...one, denied: true } : one)),
      world.clock.today,
    )
}
