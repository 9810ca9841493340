import type { Moment } from '../../model/day.js'
import type { Clock } from '../../world.js'
import { bothClocks, momentWords } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'

/** How an hour that was said is understood: where their clock shows another, both are named, for either could be meant. */
export function onBoth(
  { value, lines }: Understood<Moment>,
  { zone, clock }: { readonly zone: string; readonly clock: Pick<Clock, 'today'> },
): readonly string[] {
  const plain = momentWords(value, clock.today)
  const both = bothClocks(value, { zone, today: clock.today })
  if (both === plain) return lines
  const isTold = lines.some((line) => line.startsWith(plain))
  return isTold ? lines.map((line) => line.replace(plain, both)) : [both, ...lines]
}
