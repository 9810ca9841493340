import type { Needs } from '../../world.js'
import type { Reached } from '../due/together.js'
import type { Lookout } from './lookout.js'

/** By handle, the others that are one message with it; who is not there has none. */
export type Together = ReadonlyMap<string, readonly string[]>
const nobody: Together = new Map()

/** Whose next letters or calls to one person are one message; few people are met for two jobs, so what it takes is loaded for those alone. */
export async function togetherAmong(
  lists: readonly (readonly Reached[])[],
  view: { readonly world: Needs<'catalog'>; readonly from: Lookout },
): Promise<Together> {
  const readers = new Set<string>()
  const isShared = ({ reader }: Reached): boolean => reader !== null && readers.size === readers.add(reader).size
  if (!lists.some((list) => list.some(isShared))) return nobody
  const { togetherIn } = await import('../due/together.js')
  return togetherIn(lists.flat(), view)
}
