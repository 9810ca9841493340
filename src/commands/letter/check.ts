import { check } from '../../composure/check.js'
import type { LetterKind } from '../../model/act.js'
import type { Fact } from '../../model/fact.js'
import type { Checkup, LetterContext } from '../../model/finding.js'
import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { isOffered } from '../../rules/offers.js'
import type { Needs } from '../../world.js'
import { rememberedIn } from './facts.js'

/** A letter as the composure check is to know it. */
export interface Judged {
  readonly row: OpportunityRow
  readonly facts: readonly Fact[]
  readonly reader: Contact | null
  readonly kind: LetterKind
  /** What it uses of the talk, also where nobody recorded it. */
  readonly hook: string | null
}

/** What the composure check says of a letter, its first line "Subject: ...". */
export async function checked(world: Needs<'tone'>, { row, facts, reader, kind, hook }: Judged, text: string): Promise<Checkup> {
  const { hooks, cares } = rememberedIn(facts)
  const about: LetterContext = {
    kind,
    company: row.company,
    contact: reader?.name ?? null,
    role: row.role,
    known: [...row.contacts.filter((one) => one !== reader).map((one) => one.name), ...hooks, ...cares, ...(hook === null ? [] : [hook])],
    offered: isOffered(facts),
  }
  return check(text, about, await world.tone())
}
