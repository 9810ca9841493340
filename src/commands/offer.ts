import type { FactOf, OfferTerms } from '../model/fact.js'
import type { Day, Instant, Moment } from '../model/day.js'
import type { FactId } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { phaseNow } from '../rules/assess.js'
import { changesIn, hasAccepted, offerIn, termsInWords } from '../rules/offers.js'
import { chooseOpportunity } from './asking/choose.js'
import { compareOffers } from './offer/compare.js'
import type { Comparison } from './offer/compare.js'
import { hangsIn, settledYes } from './offer/paper.js'
import { termsOf } from './offer/terms.js'
import { dayWords, momentWords, pastMoment } from './typed/moments.js'
import { noteDrafts, record } from './recording/record.js'
import type { Noted, Scribe } from './recording/record.js'
import { ownDoors } from './standing/other-doors.js'
import { isOneHouse } from './standing/other-offers.js'
import { nameIn } from './telling/telling.js'
import type { OfferArgs } from './offer/terms.js'

/** Keeps an offer and its terms, or what is new about it, also after my yes; "compare" puts the open ones side by side. Throws Problem('usage') for terms that cannot be. */
export async function offer(world: Scribe, args: OfferArgs): Promise<Noted | Comparison> {
  if (args.opp === 'compare' && world.store.atCompany('compare').length === 0) return compareOffers(world, args)
  const meant = chooseOpportunity(world.store, args.opp)
  const facts = world.store.caseFile(meant.id)?.facts ?? []
  const taken = hasAccepted(facts)
  const row = taken ? meant : chooseOpportunity(world.store, args.opp, { closed: 'machine' })
  const when = pastMoment(world, args.at)
  const at = when.value
  const before = offerIn(facts)
  const read = termsOf(world, args, { at, row, known: before ?? {} })
  if (Object.keys(read.terms).length === 0 && args.note === undefined && args.at === undefined) throw nothingSaid(world, row)
  const known = taken || phaseNow(row.outlook, world.clock).state === 'offer'
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const isSettled = taken && hangsIn([...facts, toldNow(row, at, read.terms)]) === null
  const doors = isSettled ? ownDoors(world, { row, at, until: null }) : { drafts: [], notes: [] }
  return record(world, [{ opportunity: row.id, at, kind: 'offered', data: read.terms }, ...doors.drafts, ...note], {
    about: row.id,
    say: () => ({
      recorded: sentence(world, { row, at, terms: read.terms, known }),
      understood: [...when.lines, ...read.lines],
      notes: [
        ...changesIn(before ?? {}, read.terms).map((one) => `Changed: ${one}.`),
        ...notesOn(world, read.terms, { row, known }),
        ...(isSettled ? [settledYes] : []),
        ...doors.notes,
      ],
    }),
  })
}

/** Terms as the fact that they are about to be. */
function toldNow({ id }: OpportunityRow, at: Moment, data: OfferTerms): FactOf<'offered'> {
  const none = '' as FactId
  return { id: none, command: none, opportunity: id, at, recorded: '' as Instant, kind: 'offered', data }
}

function nothingSaid({ store, clock }: Scribe, { id, handle, company }: OpportunityRow): Problem {
  const known = termsInWords(offerIn(store.caseFile(id)?.facts ?? []) ?? {}, (day) => dayWords(day, clock.today))
  if (known.length > 0)
    return new Problem('usage', `On record of the offer from ${company}: ${known.join(', ')}. Nothing was said that is new.`, {
      hint: `What is new goes after its flag: followup offer ${handle} --base 82k, --bonus "10%", --respond-by fri, or --written`,
      code: 'missing',
    })
  return new Problem('usage', 'Nothing was said of the offer.', {
    hint: `What you know of it: followup offer ${handle} --base 82k --by-voice, or --written; nothing yet: followup heard ${handle} offer`,
    code: 'missing',
  })
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

/** Open ones of other employers that I want and whose boss I have met may hear of it, once. */
function elsewhere(world: Scribe, row: OpportunityRow, by: Day): readonly string[] {
  const wanted = world.store.list({ closed: false, limit: mostElsewhere }).filter((one) => one.id !== row.id && mayHear(world, one, row))
  return wanted.map(
    (one) =>
      `${one.company} is open and you want it: one plain note that you have an offer to answer by ${dayWords(by, world.clock.today)} is fair there, once. When it is out: followup sent ${one.handle} competing-offer`,
  )
}
const mostElsewhere = 50

function mayHear(world: Scribe, one: OpportunityRow, offered: OpportunityRow): boolean {
  if (isOneHouse(one, offered, one.outlook.lead)) return false
  if (!one.contacts.some((person) => person.role === 'boss')) return false
  const facts = world.store.caseFile(one.id)?.facts ?? []
  const want = facts.findLast((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed' && fact.data.want !== undefined)?.data.want
  const bosses = one.contacts.filter((person) => person.role === 'boss').map((person) => person.id)
  const met = facts.some(
    (fact) =>
      fact.kind === 'interviewed' &&
      !fact.data.booked &&
      (fact.data.contacts.length === 0 || fact.data.contacts.some((id) => bosses.includes(id))),
  )
  const told = facts.some((fact) => fact.kind === 'sent' && fact.data.letter === 'competing-offer')
  return want === 'yes' && met && !told && offerIn(facts) === null
}

function notesOn(
  world: Scribe,
  terms: OfferTerms,
  { row, known }: { readonly row: OpportunityRow; readonly known: boolean },
): readonly string[] {
  const who = nameIn(row, row.outlook.lead)
  const notes = known ? [] : [`Chasing stops here. Thank ${who} today: glad, no yes yet, no number.`]
  if (!known && terms.respondBy) notes.push(...elsewhere(world, row, terms.respondBy))
  const open = known ? [] : unsaid.filter(([key]) => terms[key] === undefined).map(([, words]) => words)
  if (open.length > 0) notes.push(`Not said yet, and worth asking: ${open.join('; ')}.`)
  if (terms.hoped !== undefined || terms.fine !== undefined || terms.floor !== undefined)
    notes.push('What you hope for and where you walk away is yours alone, in no letter, and shown only with --show-floor.')
  return notes
}

/** What offers leave out and people regret not having asked. */
const unsaid = [
  ['bonus', 'what the bonus depends on'],
  ['leave', 'leave'],
  ['hours', 'hours and days at home'],
  ['start', 'the day you would start'],
  ['conditions', 'what it hangs on'],
] as const
