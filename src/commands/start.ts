import type { Needs } from '../world.js'
import { demo } from './demo.js'
import type { DemoResult } from './demo.js'
import { due } from './due.js'
import type { DueArgs, DueLists, DuePage } from './due.js'

/** What a fresh clone shows first: the story while nothing is recorded, afterwards the day. */
export type StartResult =
  { readonly kind: 'story'; readonly story: DemoResult } | { readonly kind: 'today'; readonly today: DueLists | DuePage | number }

/** The story on a throw-away store while the own one is empty; afterwards what is due today. */
export async function start(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store' | 'scratch'>,
  args: Pick<DueArgs, 'json'>,
): Promise<StartResult> {
  const isFirst = world.store.list({ limit: 1 }).length === 0
  return isFirst ? { kind: 'story', story: await demo(world) } : { kind: 'today', today: await due(world, args) }
}
