import { check } from '../../composure/check.js'
import { nameParts } from '../../letters/names.js'
import type { LetterKind } from '../../model/act.js'
import type { Fact } from '../../model/fact.js'
import type { Checkup, LetterContext } from '../../model/finding.js'
import { distance } from '../../model/nearest.js'
import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { isOffered } from '../../rules/offers.js'
import type { Needs } from '../../world.js'
import { rememberedIn } from './facts.js'

/** A letter as the composure check is to know it. */
export interface Judged {
  readonly row: OpportunityRow
  /** Others that it speaks of too. */
  readonly also?: readonly OpportunityRow[]
  readonly facts: readonly Fact[]
  readonly reader: Contact | null
  readonly kind: LetterKind | null
  /** What it uses of the talk, also where nobody recorded it. */
  readonly hook: string | null
}

/** What the composure check says of a letter, its first line "Subject: ...". */
export async function checked(world: Needs<'tone'>, judged: Judged, text: string): Promise<Checkup> {
  return check(text, contextOf(judged), await world.tone())
}

/** What is on record that a letter is judged by. */
export function contextOf({ row, also = [], facts, reader, kind, hook }: Judged): LetterContext {
  const { hooks, cares } = rememberedIn(facts)
  return {
    kind,
    company: row.company,
    contact: reader?.name ?? null,
    role: row.role,
    known: [
      ...row.contacts.filter((one) => one !== reader).map((one) => one.name),
      ...also.map((one) => one.company),
      ...[...hooks, ...cares, ...(hook === null ? [] : [hook])],
    ],
    offered: isOffered(facts),
  }
}

/** Whom the greeting of a letter names of those on record, else whose name comes nearest to it; the lead where it names nobody like them. */
export function greetedIn(text: string, { contacts, outlook }: OpportunityRow): Contact | null {
  const line = text.split('\n').find((one) => one.trim() !== '' && !/^subject:/i.test(one)) ?? ''
  const words = line
    .slice(0, 100)
    .split(/[^\p{L}\p{M}’'-]+/u)
    .slice(0, 5)
    .map(folded)
    .filter((word) => !greets.test(word))
  const lead = contacts.find((one) => one.id === outlook.lead) ?? null
  return [...(lead === null ? [] : [lead]), ...contacts].reduce<Greeted>(
    (best, one) => {
      const far = Math.min(...nameParts(one.name).flatMap((part) => words.map((word) => slipsIn(word, folded(part)))))
      return far < best.far ? { one, far } : best
    },
    { one: lead, far: Infinity },
  ).one
}

interface Greeted {
  readonly one: Contact | null
  readonly far: number
}

const greets = /^(?:.{0,2}|dear|hello|hey|good|morning|afternoon|evening)$/

/** How many letters of a name are wrong; infinitely many where it is another name. */
function slipsIn(word: string, name: string): number {
  const far = distance(word, name)
  return far <= (name.length > 4 ? 2 : 1) ? far : Infinity
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase()
}
