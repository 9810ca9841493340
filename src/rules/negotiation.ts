import type { Day } from '../model/day.js'
import type { Fact, FactOf, OfferTerms, Preparation } from '../model/fact.js'
import { callIs } from '../model/kinds.js'
import { addDays } from './days.js'
import { hasAccepted, isOffered, isPrivateReason, offerIn, preparationIn, termsChanged } from './offers.js'

/** How a move stands: made; passed, for what follows it with them has happened; the one to make now; or still to come. */
export type MoveState = 'done' | 'passed' | 'now' | 'open'

/** One move of the order; `on` is the day it was made. */
export interface Move {
  readonly state: MoveState
  readonly on: Day | null
}

/** What has changed since it was bargained over, and the day on which that was on paper; null while nothing has. */
export interface Changed {
  readonly on: Day
  readonly paper: Day | null
}

/** The eight moves of an offer (docs/coaching.md), as the facts in their order and the day leave them: thanks, paper, a night, preparation, the talk, their answer, the change on paper with my yes, the others. */
export function movesIn(facts: readonly Fact[], today: Day): readonly Move[] {
  const offers = facts.filter((fact): fact is FactOf<'offered'> => fact.kind === 'offered')
  const night = addDays(facts.find(isOffer)?.at.day ?? today, 1)
  const days: readonly (Day | null)[] = [
    letterOn(facts, 'offer-thanks'),
    offers.find((one) => one.data.written === true)?.at.day ?? null,
    night <= today ? night : null,
    readyOn(facts),
    talkIn(facts)?.at.day ?? null,
    changedIn(facts)?.on ?? null,
    letterOn(facts, 'accept'),
    null,
  ]
  const reached = days.findLastIndex((day, index) => day !== null && !mine.has(index) && !(index === 1 && today < night))
  const now = days.findIndex((day, index) => day === null && index > reached)
  return days.map((on, index) => ({ on, state: on !== null ? 'done' : index === now ? 'now' : index < reached ? 'passed' : 'open' }))
}

/** Moves that I make for myself: they pass over none before them, nor does paper that came with the offer before the thanks of that day. */
const mine: ReadonlySet<number> = new Set([2, 3])

/** The change of terms since the talk began; null where there was none. */
export function changedIn(facts: readonly Fact[]): Changed | null {
  const begun = begins(facts)
  if (begun < 0) return null
  const at = facts.findIndex((fact, index) => index > begun && changes(fact, offerIn(facts.slice(0, index))))
  const change = facts[at]
  if (!change) return null
  const after = facts.slice(at).findLast((fact): fact is FactOf<'offered'> => fact.kind === 'offered' && fact.data.written !== undefined)
  return { on: change.at.day, paper: after?.data.written === true ? after.at.day : null }
}

/** Whether they answered what I asked for, and I made nothing more ready to be said since. */
export function isAnswered(facts: readonly Fact[]): boolean {
  const begun = begins(facts)
  if (begun < 0) return false
  const change = facts.findLastIndex((fact, index) => index > begun && changes(fact, offerIn(facts.slice(0, index))))
  return change >= 0 && !facts.slice(change).some((fact) => fact.kind === 'prepared' && spoken.some((key) => fact.data[key] !== undefined))
}

/** What of a preparation is said to them. */
const spoken: readonly (keyof Preparation)[] = ['figures', 'reasons', 'wishes', 'ask']

/** How the offer as it stands was made: all of it on paper; on paper but for what changed since; only said; or nobody recorded how. */
export type Paper = 'all' | 'unchanged' | 'said' | 'unknown'

/** How the offer of a history was made. */
export function paperOf(facts: readonly Fact[]): Paper {
  const changed = changedIn(facts)
  const was = facts.some((fact) => fact.kind === 'offered' && fact.data.written === true)
  if (changed) return changed.paper ? 'all' : was ? 'unchanged' : 'said'
  const written = offerIn(facts)?.written
  return written === undefined ? 'unknown' : written ? 'all' : 'said'
}

/** The paper of an offer that I said yes to: not there and not asked for since, or asked for; null where it is there, and where there is no such yes. */
export type AwaitedPaper = 'unasked' | 'asked' | null

/** How the paper behind a yes of mine stands. */
export function awaitedPaper(facts: readonly Fact[]): AwaitedPaper {
  if (!hasAccepted(facts) || !isOffered(facts) || paperOf(facts) === 'all') return null
  const yes = facts.findLastIndex((fact) => fact.kind === 'closed')
  return letterOn(facts.slice(yes), 'offer-thanks') === null ? 'unasked' : 'asked'
}

function changes(fact: Fact, before: OfferTerms | null): boolean {
  if (fact.kind === 'called') return fact.data.outcome === 'offer'
  return fact.kind === 'offered' && termsChanged(before ?? {}, fact.data)
}

/** A conversation with them once it had begun. */
function talkIn(facts: readonly Fact[]): Fact | undefined {
  const begun = begins(facts)
  return begun < 0 ? undefined : facts.find((fact, index) => index > begun && fact.kind === 'called' && callIs(fact.data.outcome, 'talk'))
}

/** Where bargaining begins: with what I made ready, or the letter that opens it. */
function begins(facts: readonly Fact[]): number {
  return facts.findIndex((fact) => fact.kind === 'prepared' || (fact.kind === 'sent' && fact.data.letter === 'negotiation-opener'))
}

function readyOn(facts: readonly Fact[]): Day | null {
  const { figures, reasons, wishes = [] } = preparationIn(facts)
  const isReady = figures.length > 0 && !reasons.every(isPrivateReason) && wishes.length > 0
  return isReady ? (facts.findLast((fact) => fact.kind === 'prepared')?.at.day ?? null) : null
}

function letterOn(facts: readonly Fact[], letter: string): Day | null {
  return facts.find((fact) => fact.kind === 'sent' && fact.data.letter === letter)?.at.day ?? null
}

function isOffer(fact: Fact): boolean {
  return (
    fact.kind === 'offered' ||
    (fact.kind === 'heard' && fact.data.kind === 'offer') ||
    (fact.kind === 'called' && fact.data.outcome === 'offer')
  )
}
