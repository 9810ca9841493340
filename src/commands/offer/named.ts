import type { Moment } from '../../model/day.js'
import type { FactDraft, FactOf, OfferNamed } from '../../model/fact.js'
import type { OfferSaid } from '../../model/replies.js'
import type { OpportunityRow } from '../../model/store.js'
import { changesIn, offerIn, termsInWords } from '../../rules/offers.js'
import type { Clock } from '../../world.js'
import { dayWords } from '../typed/moments.js'
import type { Scribe } from '../recording/record.js'
import { termsOf } from './terms.js'

/** Whether a mail names anything of an offer that can be kept with it. */
export function namesTerms(said: OfferSaid | null): said is OfferSaid {
  return said !== null && Object.keys(said.terms).length > 0
}

/** What an offer names, as it is shown before a yes: 'It names base $148,000 a year, answer by Fri 19 Mar.' */
export function namedSentence(terms: OfferNamed, { today }: Pick<Clock, 'today'>): string {
  return `It names ${termsInWords(terms, (day) => dayWords(day, today)).join(', ')}.`
}

/** The line that keeps what an offer names. */
export function keepingLine(handle: string, { base, bonus, respondBy }: OfferNamed): string {
  const flags = [base && `--base "${base}"`, bonus && `--bonus "${bonus}"`, respondBy && `--respond-by ${respondBy}`]
  return `followup offer ${[handle, ...flags.filter((flag) => flag)].join(' ')}`
}

/** What was not kept of an offer, for it is not plain: a sentence each. */
export function unsureNotes(handle: string, { unsure }: OfferSaid): readonly string[] {
  return unsure.length === 0
    ? []
    : [...unsure.map((one) => `Not kept, for it is not plain: "${one}"`), `What of it belongs to the offer: followup offer ${handle}`]
}

/** The terms that come with the news of an offer: the facts, what is said of them beside the news, and the notes. */
export interface Offering {
  readonly drafts: readonly FactDraft[]
  readonly words: string
  readonly notes: readonly string[]
}

/** The terms as `offer` would keep them. Without `terms` those count that were shown when the mail was asked about. */
export function offeringOf(
  world: Scribe,
  { terms, messageId }: { readonly terms?: OfferNamed | null; readonly messageId?: string },
  { row, at }: { readonly row: OpportunityRow; readonly at: Moment },
): Offering {
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const asked = facts.find((fact): fact is FactOf<'arrived'> => fact.kind === 'arrived' && fact.data.messageId === messageId)
  const said = terms === undefined ? asked?.data.terms : terms
  if (!said) return { drafts: [], words: '', notes: [] }
  const known = offerIn(facts) ?? {}
  const data = termsOf(world, { opp: row.handle, ...said }, { at, row, known }).terms
  return {
    drafts: [{ opportunity: row.id, at, kind: 'offered', data }],
    words: `; ${termsInWords(data, (day) => dayWords(day, world.clock.today)).join(', ')}`,
    notes: changesIn(known, data).map((one) => `Changed: ${one}.`),
  }
}
