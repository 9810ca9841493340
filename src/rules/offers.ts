import { amount, namedOnce } from '../model/amount.js'
import type { Day } from '../model/day.js'
import type { Fact, FactOf, OfferTerms, Preparation } from '../model/fact.js'
import { amountsIn, paySaid } from './pay-said.js'
import type { PaySaid } from './pay-said.js'

/** An offer as all that was said of it leaves it; later words replace earlier ones, conditions and questions add up. Null before an offer. */
export function offerIn(facts: readonly Fact[]): OfferTerms | null {
  const told = facts.filter((fact): fact is FactOf<'offered'> => fact.kind === 'offered').map((fact) => fact.data)
  if (told.length === 0) return isOffered(facts) ? {} : null
  const terms: OfferTerms = Object.assign({}, ...told) as OfferTerms
  const conditions = unique(told.flatMap((one) => one.conditions ?? []))
  const questions = unique(told.flatMap((one) => one.questions ?? []))
  return { ...terms, ...(conditions.length > 0 ? { conditions } : {}), ...(questions.length > 0 ? { questions } : {}) }
}

/** Whether they made an offer: in writing, in a message, or on the phone. */
export function isOffered(facts: readonly Fact[]): boolean {
  return facts.some(
    (fact) =>
      fact.kind === 'offered' ||
      (fact.kind === 'heard' && fact.data.kind === 'offer') ||
      (fact.kind === 'called' && fact.data.outcome === 'offer'),
  )
}

/** Whether the last word on how it ended is a yes of mine. */
export function hasAccepted(facts: readonly Fact[]): boolean {
  const last = facts.findLast((fact) => fact.kind === 'closed' || fact.kind === 'reopened')
  return last?.kind === 'closed' && last.data.as === 'hired'
}

/** Whether I took a job elsewhere while this one was open, and never took it up again. */
export function tookAnother(facts: readonly Fact[]): boolean {
  const last = facts.findLast((fact) => (fact.kind === 'retired' && fact.data.hired) || fact.kind === 'resumed' || fact.kind === 'reopened')
  return last?.kind === 'retired'
}

/** All that was made ready; figures and reasons add up, later wishes and amounts replace earlier ones. */
export function preparationIn(
  facts: readonly Fact[],
): Preparation & { readonly figures: readonly string[]; readonly reasons: readonly string[] } {
  const told = facts.filter((fact): fact is FactOf<'prepared'> => fact.kind === 'prepared').map((fact) => fact.data)
  return {
    ...(Object.assign({}, ...told) as Preparation),
    figures: uniqueFigures(told.flatMap((one) => one.figures ?? [])),
    reasons: unique(told.flatMap((one) => one.reasons ?? [])),
  }
}

/** A figure told again with its source written otherwise ('98-112 BLS', '98 to 112 (BLS)') is one; the last way of writing it stays. */
function uniqueFigures(texts: readonly string[]): readonly string[] {
  const key = (text: string): string =>
    text
      .toLowerCase()
      .replace(/\baccording to\b|\bto\b|\bk\b|(?<=\d)k/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return [...new Map(texts.map((text) => [key(text), text])).values()]
}

/** Reasons for asking that are mine alone, and so weaken it: 'my rent went up'. */
export function isPrivateReason(text: string): boolean {
  return privateMatters.test(text)
}
// 'I have trained children' is of the work: between having and whom one has stands no verb.
const privateMatters =
  /\b(?:my|our|the) (?:\w+ )?(?:rent|mortgage|loans?|debts?|bills|wife|husband|kids?|child(?:ren)?|son|daughter|baby|family|divorce|landlord|overdraft)\b|^(?:rent|mortgage|childcare|debts?|bills)\b|\b(?:have|having|feed|support|raise|raising|expecting) (?:(?:an?|the|my|our|no|\d+|two|three|four|five|six|first|second|third|another|several|many|some|more|small|young|little|new|big|large|heavy|growing|grown|older|school-age|own|student|bank|car|home|house) ){0,3}(?:kids?|child(?:ren)?|sons?|daughters?|bab(?:y|ies)|family|twins|loans?|debts?|mortgage)\b|\b(?:getting married|need the money|student loans?)\b|\b(?:nursery|childcare|school fees|cost of living|pay(?:ing)? (?:off|the rent)|afford)\b/i

/** The terms that a later word changed, as 'base 142,000, now 150,000'; terms that are new are no change. */
export function changesIn(before: OfferTerms, now: OfferTerms): readonly string[] {
  return moneyTerms.flatMap((key) => {
    const [was, is] = [before[key], now[key]]
    return was !== undefined && is !== undefined && !isSame(was, is) ? [`${termWords[key]} ${amount(was)}, now ${amount(is)}`] : []
  })
}

/** Whether a later word changes the terms, or adds to what was said of pay. */
export function termsChanged(before: OfferTerms, now: OfferTerms): boolean {
  return moneyTerms.some((key) => {
    const [was, is] = [before[key], now[key]]
    return is !== undefined && (was === undefined || !isSame(was, is))
  })
}

/** The same words, or the same sum: '142k' and '142,000'. */
function isSame(was: string, is: string): boolean {
  const [sum, ...more] = amountsIn(was)
  const [other, ...others] = amountsIn(is)
  const bare = /^[^\p{L}]*\p{N}[\p{N}.,\s]*k?[^\p{L}]*$/u
  return was === is || (sum !== undefined && sum === other && more.length + others.length === 0 && bare.test(was) && bare.test(is))
}

/** What can be bargained over, in the order in which it is read. */
const moneyTerms = ['base', 'bonus', 'equity', 'signOn', 'leave', 'hours', 'location', 'start'] as const
type Term = (typeof moneyTerms)[number]

/** What each term is called. */
const termWords: Readonly<Record<Term, string>> = {
  base: 'base',
  bonus: 'bonus',
  equity: 'equity',
  signOn: 'once',
  leave: 'leave',
  hours: 'hours',
  location: 'place',
  start: 'start',
}

/** The terms that are on record, as 'base 142,000'; a day as `dayWords` says it. */
export function termsInWords(terms: OfferTerms, dayWords: (day: Day) => string): readonly string[] {
  const { respondBy, written } = terms
  return [
    ...moneyTerms.flatMap((key) => {
      const said = key === 'start' ? terms.start && dayWords(terms.start) : terms[key] && amount(terms[key])
      return said ? [namedOnce(termWords[key], said)] : []
    }),
    ...(respondBy ? [`answer by ${dayWords(respondBy)}`] : []),
    ...(written === undefined ? [] : [written ? 'on paper' : 'not on paper yet']),
  ]
}

/** Where an offered base stands to what was said of pay in the interview. */
export interface Standpoint {
  readonly where: 'below' | 'inside' | 'above'
  /** Who named it. */
  readonly whose: PaySaid['whose']
  readonly base: number
  readonly from: number
  readonly to: number
}

/** What was said of pay, as last recorded; null where nothing was. */
export function payIn(facts: readonly Fact[]): string | null {
  const last = facts.findLast((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed' && fact.data.pay !== undefined)
  return last?.data.pay ?? null
}

/** Whether the talk is about something other than the base: they offer more than I said, and I ask for no figure. */
export function isBesideBase(facts: readonly Fact[]): boolean {
  const now = standpoint(offerIn(facts)?.base, payIn(facts))
  return preparationIn(facts).ask === undefined && now?.whose === 'mine' && now.where === 'above'
}

/** Compares a base with a range such as '140 to 150'; null where either does not hold what can be compared. */
export function standpoint(base: string | undefined, pay: string | null): Standpoint | null {
  const [amount, ...others] = amountsIn(base ?? '')
  const { whose, amounts: said } = paySaid(pay ?? '')
  const [from, to] = [said[0], said.at(-1)]
  if (amount === undefined || others.length > 0 || from === undefined || to === undefined || said.length > 2 || from > to) return null
  const scale = to < 1000 && amount >= 1000 ? 1000 : 1
  const range = { base: amount, from: from * scale, to: to * scale }
  return { where: amount < range.from ? 'below' : amount <= range.to ? 'inside' : 'above', whose, ...range }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
