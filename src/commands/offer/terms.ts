import type { OfferTerms } from '../../model/fact.js'
import type { Day, Moment } from '../../model/day.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { baseOf, ownOf, refuseEmpty } from '../typed/amounts.js'
import { given } from '../typed/given.js'
import { dayWords, theirDay } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'
import type { Scribe, RecordArgs } from '../recording/record.js'

/** What is told of an offer, as it was typed; "showFloor" alone lets what is private be seen. */
export interface OfferArgs extends RecordArgs {
  readonly opp: string
  readonly base?: string
  readonly bonus?: string
  readonly equity?: string
  readonly signOn?: string
  readonly leave?: string
  readonly hours?: string
  readonly from?: string
  readonly condition?: readonly string[]
  readonly question?: readonly string[]
  readonly start?: string
  readonly location?: string
  readonly respondBy?: string
  readonly written?: true
  readonly byVoice?: true
  readonly hoped?: string
  readonly fine?: string
  readonly floor?: string
  readonly showFloor?: true
}

/** The terms that were given, and what was understood of them. Throws Problem('usage') for what is no amount, for empty words, and for a day before the offer. */
export function termsOf(
  world: Scribe,
  args: OfferArgs,
  said: { readonly at: Moment; readonly row: OpportunityRow; readonly known: OfferTerms },
): { readonly terms: OfferTerms; readonly lines: readonly string[] } {
  if (args.written && args.byVoice)
    throw new Problem('usage', '--written and --by-voice do not go together.', { hint: 'Paper counts: take --written.', code: 'flags' })
  const base = args.base === undefined ? null : baseOf(args.base, said.known.base)
  const start = args.start === undefined ? null : laterDay(world, args.start, { ...said, hint: startHint })
  const respondBy = args.respondBy === undefined ? null : laterDay(world, args.respondBy, { ...said, hint: answerHint })
  const { bonus, equity, signOn, leave, hours, location, from, condition, question } = args
  const words = { bonus, equity, 'sign-on': signOn, leave, hours, location, from }
  for (const [flag, text] of Object.entries(words)) refuseEmpty(text, flag)
  for (const text of condition ?? []) refuseEmpty(text, 'condition')
  for (const text of question ?? []) refuseEmpty(text, 'question')
  const written = args.written ? true : args.byVoice ? false : undefined
  const own = privateOf(args, base?.value ?? said.known.base)
  const terms = given({
    ...{ base: base?.value, bonus, equity, signOn, leave, hours, location, written, madeBy: from },
    ...{ conditions: condition, questions: question, start: start?.value, respondBy: respondBy?.value },
    ...own.value,
  })
  const pay = base?.lines.map((one) => `base ${one}`) ?? []
  return { terms, lines: [...pay, ...(start?.lines ?? []), ...(respondBy?.lines ?? []), ...own.lines] }
}

/** What is hoped for, what would be fine, and where one walks away, as amounts, in the money of the base. */
export function privateOf(
  { hoped, fine, floor }: Pick<OfferArgs, 'hoped' | 'fine' | 'floor'>,
  base: string | undefined,
): Understood<Pick<OfferTerms, 'hoped' | 'fine' | 'floor'>> {
  const read = (text: string | undefined, flag: string): Understood<string> | undefined =>
    text === undefined ? undefined : ownOf(text, flag, base)
  const own = { hoped: read(hoped, 'hoped'), fine: read(fine, 'fine'), floor: read(floor, 'floor') }
  return {
    value: given({ hoped: own.hoped?.value, fine: own.fine?.value, floor: own.floor?.value }),
    lines: [...new Set(Object.values(own).flatMap((one) => one?.lines ?? []))],
  }
}

const startHint = 'Write the day on which you would start.'
const answerHint = 'Write the day by which they want your answer.'

function laterDay(
  world: Scribe,
  text: string,
  said: { readonly at: Moment; readonly row: OpportunityRow; readonly hint: string },
): Understood<Day> {
  const read = theirDay(world, text, said)
  if (read.value >= said.at.day) return read
  throw new Problem('usage', `${dayWords(read.value, world.clock.today)} lies before the offer.`, { hint: said.hint, code: 'bad-day' })
}
