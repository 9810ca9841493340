import { inARow } from '../../model/in-a-row.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { oneMessage } from './one-message.js'
import type { Reaching } from './one-message.js'
import { lookout } from './lookout.js'

/** That a letter or a call which was told of one opportunity may have been about others too, for which it was due; `line` is how it was told. */
export function waitsToo(
  world: Needs<'store' | 'catalog' | 'clock'>,
  row: OpportunityRow,
  { line, ...named }: Reaching & { readonly line: string },
): readonly string[] {
  const others = oneMessage(world, row, { from: lookout(world), named }).map((one) => one.handle)
  if (others.length === 0) return []
  const also = others.map((one) => ` --also ${one}`).join('')
  return [`If it was about ${inARow(others)} too: followup undo, then followup ${line}${also}`]
}
