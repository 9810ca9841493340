import type { Fact, OfferTerms, Preparation } from '../model/fact.js'
import { Problem } from '../problem.js'
import { changedIn, isAnswered, movesIn, paperOf } from '../rules/negotiation.js'
import type { Changed, Move, Paper } from '../rules/negotiation.js'
import { isPrivateReason, offerIn, payIn, preparationIn, standpoint } from '../rules/offers.js'
import type { Standpoint } from '../rules/offers.js'
import { chooseOpportunity } from './asking/choose.js'
import { floorNotes, oddAsk, preparedIn } from './negotiate/prepared.js'
import { talkWords } from './offer/words.js'
import { record } from './recording/record.js'
import type { Noted, Said, Scribe } from './recording/record.js'
import { caseOf } from './why.js'
import type { NegotiateArgs } from './negotiate/prepared.js'

/** The talk about an offer, made ready; what is private is there only when it was asked for. */
export interface NegotiateResult {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly offer: Omit<OfferTerms, 'hoped' | 'fine' | 'floor'>
  readonly pay: string | null
  readonly standpoint: Standpoint | null
  readonly moves: readonly (Move & { readonly words: string })[]
  readonly changed: Changed | null
  readonly paper: Paper
  readonly preparation: Preparation
  /** How many of its reasons are said; private ones are not. */
  readonly reasons: number
  readonly private: { readonly hoped: string | null; readonly fine: string | null; readonly floor: string | null } | null
  readonly words: ReturnType<typeof talkWords>['words']
  /** They answered what I asked for, and nothing more was made ready: what is said is thanks. */
  readonly answered: boolean
  /** What to say first, filled in. */
  readonly say: string
  /** What was just put on record; null where nothing was. */
  readonly noted: Noted | null
}

/** Keeps what was made ready, and shows the order of moves. Throws Problem('refused') before there is an offer. */
export async function negotiate(world: Scribe, args: NegotiateArgs): Promise<NegotiateResult> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const known = offerIn(caseOf(world.store, row.id).facts)
  if (known === null) throw noOfferYet(row.company, row.handle)
  const { value: data, lines } = preparedIn(args, known.base)
  const odd = args.anyway === undefined ? oddAsk(row.handle, data.ask, known.base) : null
  if (odd !== null) throw odd
  const noted =
    Object.keys(data).length === 0
      ? null
      : record(world, [{ opportunity: row.id, at: world.clock.moment, kind: 'prepared', data }], {
          about: row.id,
          say: () => ({ ...readySaid(data, row.company, caseOf(world.store, row.id).facts), understood: lines }),
        })
  const { facts } = caseOf(world.store, row.id)
  const { hoped: h, fine: f, floor: l, ...offer } = offerIn(facts) ?? {}
  const { hoped: mine, fine: enough, floor: least, ...preparation } = preparationIn(facts)
  const pay = payIn(facts)
  const { words, say } = talkWords(facts)
  return {
    handle: row.handle,
    company: row.company,
    role: row.role,
    offer,
    pay: pay === 'no' ? null : pay,
    standpoint: standpoint(offer.base, pay),
    moves: movesIn(facts, world.clock.today).map((move, index) => ({ words: words.steps[index] ?? '', ...move })),
    changed: changedIn(facts),
    paper: paperOf(facts),
    preparation,
    reasons: preparation.reasons.filter((one) => !isPrivateReason(one)).length,
    private: args.showFloor ? { hoped: mine ?? h ?? null, fine: enough ?? f ?? null, floor: least ?? l ?? null } : null,
    words,
    answered: isAnswered(facts),
    say,
    noted,
  }
}

function readySaid(data: Preparation, company: string, facts: readonly Fact[]): Said {
  return { recorded: `what you got ready for the talk with ${company}`, notes: [...floorNotes(data, facts), ...privateNotes(data)] }
}

function privateNotes({ reasons = [] }: Preparation): readonly string[] {
  return reasons
    .filter(isPrivateReason)
    .map(
      (one) => `"${one}" is kept for you and left out of the words: a private reason weakens what you ask; one about the work carries it.`,
    )
}

function noOfferYet(company: string, handle: string): Problem {
  return new Problem('refused', `${company} has not made an offer yet, and bargaining before one weakens you.`, {
    hint: `When it comes, record it first: followup offer ${handle}`,
    code: 'no-offer',
  })
}
