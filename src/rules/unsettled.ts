import type { Fact, FactOf } from '../model/fact.js'
import { isOneLetter } from './timeline.js'

/** The letters among live facts, in order of happening, of which nobody knows yet whether they left. */
export function unsettledIn(facts: readonly Fact[]): readonly FactOf<'sending'>[] {
  let open: readonly FactOf<'sending'>[] = []
  for (const fact of facts) {
    if (fact.kind === 'sending') open = [...open, fact]
    if (fact.kind === 'sent') {
      const { data } = fact
      open = open.filter((one) => one.id !== data.sending && !isOneLetter(one.data, data))
    }
  }
  return open
}
