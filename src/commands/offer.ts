import type { FactOf, OfferTerms } from '../model/fact.js'
import type { Moment } from '../model/day.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { phaseAt } from '../rules/assess.js'
import { chooseOpportunity } from './choose.js'
import { given } from './given.js'
import { dayWords, momentWords, pastMoment, theirDay } from './moments.js'
import { noteDrafts, record } from './record.js'
import type { Noted, RecordArgs, Scribe } from './record.js'
import { nameIn } from './sentences.js'

export interface OfferArgs extends RecordArgs {
  readonly opp: string
  readonly base?: string
  readonly bonus?: string
  readonly equity?: string
  readonly start?: string
  readonly location?: string
  readonly respondBy?: string
  readonly written?: true
  readonly byVoice?: true
  readonly hoped?: string
  readonly floor?: string
}

/** Keeps an offer and its terms, or what is new about it. Throws Problem('usage') for a day before the offer. */
export async function offer(world: Scribe, args: OfferArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const when = pastMoment(world, args.at)
  const at = when.value
  const read = termsOf(world, args, { at, row })
  const known = phaseAt(row.outlook, world.clock.in(row.outlook.zone)).state === 'offer'
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  return record(world, [{ opportunity: row.id, at, kind: 'offered', data: read.terms }, ...note], {
    about: row.id,
    say: () => ({
      recorded: sentence(world, { row, at, terms: read.terms, known }),
      understood: [...when.lines, ...read.lines],
      notes: notesOn(read.terms, row, known),
    }),
  })
}

function termsOf(
  world: Scribe,
  args: OfferArgs,
  said: { readonly at: Moment; readonly row: OpportunityRow },
): { readonly terms: OfferTerms; readonly lines: readonly string[] } {
  if (args.written && args.byVoice)
    throw new Problem('usage', '--written and --by-voice do not go together.', { hint: 'Paper counts: take --written.', code: 'flags' })
  const start = args.start === undefined ? null : theirDay(world, args.start, said)
  const respondBy = args.respondBy === undefined ? null : theirDay(world, args.respondBy, said)
  if (respondBy && respondBy.value < said.at.day) {
    throw new Problem('usage', `${dayWords(respondBy.value, world.clock.today)} lies before the offer.`, {
      hint: 'Write the day by which they want your answer.',
      code: 'bad-day',
    })
  }
  const { base, bonus, equity, location, hoped, floor } = args
  const written = args.written ? true : args.byVoice ? false : undefined
  const terms = given({ base, bonus, equity, location, start: start?.value, respondBy: respondBy?.value, written, hoped, floor })
  return { terms, lines: [...(start?.lines ?? []), ...(respondBy?.lines ?? [])] }
}

interface Offering {
  readonly row: OpportunityRow
  readonly at: Moment
  readonly terms: FactOf<'offered'>['data']
  readonly known: boolean
}

function sentence(world: Scribe, { row, at, terms, known }: Offering): string {
  const { today } = world.clock
  const how = terms.written === true ? ', on paper' : terms.written === false ? ', by voice' : ''
  const by = terms.respondBy ? `, your answer by ${dayWords(terms.respondBy, today)}` : ''
  return `${known ? 'more on the offer' : 'offer'} from ${row.company}${how}, ${momentWords(at, today)}${by}`
}

function notesOn(terms: OfferTerms, row: OpportunityRow, known: boolean): readonly string[] {
  const who = nameIn(row, row.outlook.lead)
  const notes = known ? [] : [`Chasing stops here. Thank ${who} today: glad, no yes yet, no number.`]
  if (terms.hoped !== undefined || terms.floor !== undefined)
    notes.push('What you hope for and where you walk away is yours alone, and in no letter.')
  return notes
}
