import type { Outcome } from '../../model/act.js'
import type { Moment } from '../../model/day.js'
import type { FactDraft, FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { othersOf } from '../standing/also-named.js'

/** A call as it was told; of several `rows` the first is the one it was told of. */
export interface CallMade {
  readonly rows: readonly OpportunityRow[]
  readonly at: Moment
  readonly data: FactOf<'called'>['data']
  readonly named: { readonly day: FactOf<'promised'>['data']['day'] | null; readonly words: string } | null
  readonly booked: Moment | null
}

/** What a call puts on record: itself and a day they named in each opportunity that it was about, a meeting agreed, a wish not to be called. */
export function callDrafts({ rows, at, data, named, booked }: CallMade): readonly FactDraft[] {
  const drafts = rows.map((row): FactDraft => ({ opportunity: row.id, at, kind: 'called', data: { ...data, ...othersOf(rows, row) } }))
  const { contact } = data
  if (named?.day) {
    const day: FactOf<'promised'>['data'] = { day: named.day, words: named.words, via: 'call' }
    drafts.push(...rows.map((row): FactDraft => ({ opportunity: row.id, at, kind: 'promised', data: day })))
  }
  if (booked)
    drafts.push({
      opportunity: rows[0]?.id ?? null,
      at: booked,
      kind: 'interviewed',
      data: { stage: 'manager', contacts: contact === null ? [] : [contact], booked: true },
    })
  if (data.outcome === 'asked-not-to-call' && contact !== null) {
    drafts.push({
      opportunity: null,
      at,
      kind: 'stopped',
      data: { contact, calls: true, letters: false, reason: 'asked not to be called' },
    })
  }
  return drafts
}

/** Whether what came of a call is about one opportunity: a meeting, an offer, a no, something they ask for. */
function isAlone(outcome: Outcome): boolean {
  return alone.has(outcome)
}
const alone: ReadonlySet<Outcome> = new Set<Outcome>(['asks-something', 'booked', 'offer', 'no'])

/** Whether what came of a call may be about other opportunities too, and is not theirs without a word: a number or a wish is the person's. */
export function mayBeShared(outcome: Outcome): boolean {
  return !isAlone(outcome) && outcome !== 'wrong-number' && outcome !== 'asked-not-to-call'
}

/** Throws Problem('usage') where `--also` is given with such an outcome. */
export function refuseAlone(also: readonly string[] | undefined, outcome: Outcome, handle: string): void {
  if (also === undefined || !isAlone(outcome)) return
  throw new Problem('usage', `What came of it (${outcome}) is about one opportunity alone.`, {
    hint: `Leave --also out, and tell the rest of the call by itself: followup call ${also[0] ?? handle} spoke`,
    code: 'not-together',
  })
}
