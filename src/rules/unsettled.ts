import type { Fact, FactOf } from '../model/fact.js'

/** The letters among live facts, in order of happening, of which nobody knows yet whether they left. */
export function unsettledIn(facts: readonly Fact[]): readonly FactOf<'sending'>[] {
  let open: readonly FactOf<'sending'>[] = []
  for (const fact of facts) {
    if (fact.kind === 'sending') open = [...open, fact]
    if (fact.kind === 'sent') {
      const { sending, letter, contact } = fact.data
      open = open.filter((one) => one.id !== sending && !(one.data.letter === letter && one.data.contact === contact))
    }
  }
  return open
}
