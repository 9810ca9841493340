import { amount } from '../../model/amount.js'
import type { Fact, Preparation } from '../../model/fact.js'
import { Problem } from '../../problem.js'
import { offerIn, preparationIn } from '../../rules/offers.js'
import { readAmount } from '../../reading/amount.js'
import type { Amount } from '../../reading/amount.js'
import { payOf, refuseEmpty } from '../typed/amounts.js'
import { given } from '../typed/given.js'
import type { Understood } from '../typed/moments.js'
import { privateOf } from '../offer/terms.js'

/** What is got ready for the talk about an offer, as it was typed. */
export interface NegotiateArgs {
  readonly opp: string
  readonly figure?: readonly string[]
  readonly because?: readonly string[]
  readonly wish?: readonly string[]
  readonly ask?: string
  readonly hoped?: string
  readonly fine?: string
  readonly floor?: string
  readonly showFloor?: true
  /** Why less is asked for than they offer, more than twice as much, or in other money. */
  readonly anyway?: string
}

/** What was given to be made ready. Throws Problem('usage') for what is no amount, for empty words, and for a sum among the wishes. */
export function preparedIn(args: NegotiateArgs, base: string | undefined): Understood<Preparation> {
  const { figure, because, wish, ask, anyway } = args
  refuseEmpty(anyway, 'anyway')
  for (const [flag, texts] of Object.entries({ figure, because, wish })) for (const text of texts ?? []) refuseEmpty(text, flag)
  for (const text of wish ?? []) refuseFigure(text)
  const sum = ask === undefined ? undefined : payOf(ask, 'ask', base).value
  const own = privateOf(args, base)
  return { value: given({ figures: figure, reasons: because, wishes: wish, ask: sum, anyway, ...own.value }), lines: own.lines }
}

/** What to say where less is asked for than the figure at which I walk away; that figure itself stays unsaid. */
export function floorNotes({ ask, floor }: Preparation, facts: readonly Fact[]): readonly string[] {
  if (ask === undefined && floor === undefined) return []
  const known = preparationIn(facts)
  const [wanted, least] = [readAmount(known.ask ?? ''), readAmount(known.floor ?? offerIn(facts)?.floor ?? '')]
  if (!wanted || !least || !isSameMoney(wanted, least) || !isSamePeriod(wanted, least) || wanted.to >= least.from) return []
  return [
    `${amount(wanted.text)} is less than the figure at which you walk away, and a talk seldom ends above what was asked for. One of the two wants another look.`,
  ]
}

/** Throws Problem('usage') for a sum among the wishes: that is what is asked for. */
export function refuseFigure(wish: string): void {
  if (readAmount(wish) === null) return
  throw new Problem('usage', `"${wish}" is a figure, and a wish is something beside the base.`, {
    hint: `Say the figure with --ask "${wish}", and the wish in words: --wish "a day at home".`,
    code: 'bad-value',
  })
}

/** What speaks against a figure in other money, less than is offered, or more than twice as much: nobody asks for that, unless they say why. Null for all others. */
export function oddAsk(handle: string, ask: string | undefined, base: string | undefined): Problem | null {
  const [wanted, offered] = [readAmount(ask ?? ''), readAmount(base ?? '')]
  if (!wanted || !offered) return null
  if (!isSameMoney(wanted, offered)) return otherMoney(handle, wanted, offered)
  if (!isSamePeriod(wanted, offered)) return null
  if (wanted.from > 2 * offered.to) return outOfProportion(handle, wanted, offered)
  if (wanted.to >= offered.from) return null
  return new Problem(
    'refused',
    `${amount(wanted.text)} is less than the ${amount(offered.text)} they offer; you need not bargain yourself down.`,
    {
      hint: `Ask for more than that, or only for your wishes. If you mean it: followup negotiate ${handle} --ask "${amount(wanted.text)}" --anyway "your reason"`,
      code: 'less',
    },
  )
}

function outOfProportion(handle: string, wanted: Amount, offered: Amount): Problem {
  const sum = amount(wanted.text)
  return new Problem('refused', `${sum} is more than twice the ${amount(offered.text)} they offer; a digit may have slipped in.`, {
    hint: `Give the figure you will say. If you mean it: followup negotiate ${handle} --ask "${sum}" --anyway "your reason"`,
    code: 'out-of-proportion',
  })
}

function otherMoney(handle: string, wanted: Amount, offered: Amount): Problem {
  const sum = amount(wanted.text)
  return new Problem('refused', `${sum} is in another currency than the ${amount(offered.text)} they offer.`, {
    hint: `Name the figure in theirs. If you mean it: followup negotiate ${handle} --ask "${sum}" --anyway "your reason"`,
    code: 'currency',
  })
}

/** Both for as long; what nobody said is a year's. */
function isSamePeriod(a: Amount, b: Amount): boolean {
  return (a.period || 'a year') === (b.period || 'a year')
}

/** Both in the same money; what nobody said is theirs. */
function isSameMoney(a: Amount, b: Amount): boolean {
  return a.currency === b.currency || a.currency === '' || b.currency === ''
}
