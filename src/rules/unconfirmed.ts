import type { Fact, FactOf } from '../model/fact.js'
import { newsIs } from '../model/kinds.js'

/** The mails among live facts, in order of happening, of which nobody has said yet whether they are answers. */
export function unconfirmedIn(facts: readonly Fact[]): readonly FactOf<'arrived'>[] {
  let open: readonly FactOf<'arrived'>[] = []
  for (const fact of facts) {
    if (fact.kind === 'arrived') open = [...open, fact]
    if (fact.kind === 'heard') {
      const left = stillOpen(
        open.map((one) => ({ fact: one.id, messageId: one.data.messageId })),
        fact,
      )
      open = open.filter((one) => left.some(({ fact: id }) => id === one.id))
    }
  }
  return open
}

/** Those that news leaves open: it settles the mail it is, and a person's word put on record afterwards says that somebody has looked. */
export function stillOpen<T extends { readonly fact: string; readonly messageId: string }>(
  open: readonly T[],
  { id, data }: FactOf<'heard'>,
): T[] {
  const byHand = data.messageId === undefined && newsIs(data.kind, 'person')
  return open.filter((one) => one.messageId !== data.messageId && !(byHand && id > one.fact))
}
