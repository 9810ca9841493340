import { inARow } from '../../model/in-a-row.js'
import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { ContactRole } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'

/** A yes to one offer, and what it means for the opportunities that are still open. */
export interface OtherDoors {
  /** Put into the same command as the yes, so that one undo takes both back. */
  readonly drafts: readonly FactDraft[]
  /** What to say of them; none where none is open. */
  readonly notes: readonly string[]
}

/** What a yes still hangs on: as it stands, and as it is once that is settled. */
export interface Until {
  readonly open: string
  readonly settled: string
}

/**
 * Chasing stops at every other open opportunity: once nothing hangs any more, a withdrawal is what is left to do there, and a no where they made an offer;
 * before that they only rest. Who is chased there too has heard the yes: nothing is owed to them, and it closes, but
 * where a recruiter runs it for another company.
 */
export function otherDoors(
  { store, clock }: Needs<'store' | 'clock'>,
  { row, at, until }: { readonly row: OpportunityRow; readonly at: Moment; readonly until: Until | null },
): OtherDoors {
  const own = ownDoors({ store, clock }, { row, at, until })
  const open = store.list({ closed: false }).filter((one) => one.id !== row.id && !isOwn(row, one, clock) && !isLeft(one, { clock, until }))
  const drafts = open.filter((one) => !until || !hasOffer(one, clock)).map((one) => retired(one, at, until))
  const offers = open.filter((one) => hasOffer(one, clock))
  const others = open.filter((one) => !offers.includes(one)).map((one) => one.handle)
  return { drafts: [...own.drafts, ...drafts], notes: [...own.notes, ...offersNotes(offers, until), ...othersNotes(others, until)] }
}

/**
 * The same of those alone in which the person is chased who heard the yes, as it is to be told again once a yes hangs on nothing any more; then what is
 * owed to the other companies of a recruiter, too.
 */
export function ownDoors(
  { store, clock }: Needs<'store' | 'clock'>,
  { row, at, until }: { readonly row: OpportunityRow; readonly at: Moment; readonly until: Until | null },
): OtherDoors {
  const there = store.list({ closed: false }).filter((one) => one.id !== row.id && isSameLead(row, one) && !hasOffer(one, clock))
  const own = there.filter((one) => !isClients(row, one))
  const doors = until ? own.filter((one) => !isLeft(one, { clock, until })) : own
  const who = row.contacts.find((one) => one.id === row.outlook.lead)?.name ?? row.company
  const clients = there.filter((one) => isClients(row, one))
  const owed = until ? [] : clientsNotes(clients, who)
  if (doors.length === 0) return { drafts: [], notes: owed }
  const [names, are, rest] = [inARow(doors.map((one) => one.handle)), ...(doors.length === 1 ? ['is', 'rests'] : ['are', 'rest'])]
  return until
    ? {
        drafts: doors.map((one) => retired(one, at, until)),
        notes: [`${names} ${rest} too, and no withdrawal is owed there: ${who} knows it from your yes.`],
      }
    : {
        drafts: doors.map((one): FactDraft => ({ opportunity: one.id, at, kind: 'closed', data: { as: 'withdrawn' } })),
        notes: [`${names} ${are} closed too: ${who} knows it from your yes, and no withdrawal is owed there.`, ...owed],
      }
}

/** Whether the one chased in both is the same person, who need not tell another company of it, and made no offer there that is to be answered by itself. */
function isOwn(row: OpportunityRow, one: OpportunityRow, clock: Needs<'clock'>['clock']): boolean {
  return isSameLead(row, one) && !isClients(row, one) && !hasOffer(one, clock)
}

function isSameLead(row: OpportunityRow, one: OpportunityRow): boolean {
  return row.outlook.lead !== null && one.outlook.lead === row.outlook.lead
}

/** Whether a recruiter runs the two for two companies: the other one has not heard the yes. */
function isClients(row: OpportunityRow, one: OpportunityRow): boolean {
  const recruits = [row, one].some(({ contacts, outlook }) => recruiting.has(contacts.find(({ id }) => id === outlook.lead)?.role ?? null))
  return recruits && foldName(row.company) !== foldName(one.company)
}

const recruiting: ReadonlySet<ContactRole | null> = new Set<ContactRole>(['recruiter', 'agency'])

function retired({ id }: OpportunityRow, at: Moment, until: Until | null): FactDraft {
  const data = until ? { reason: `you said yes elsewhere, ${until.open}` } : ({ hired: true } as const)
  return { opportunity: id, at, kind: 'retired', data }
}

/** An offer elsewhere stays one: it is declined, not withdrawn from. */
function offersNotes(offers: readonly OpportunityRow[], until: Until | null): readonly string[] {
  const [first, ...more] = offers
  if (!first) return []
  const companies = [first, ...more].map((one) => one.company).join(' and ')
  const [an, it] = more.length === 0 ? ['an offer', 'it'] : ['offers', 'them']
  const decline = `followup letter ${first.handle} decline`
  return [`You hold ${an} from ${companies} too${until ? `, and keep ${it} until ${until.settled}; then` : ''}: ${decline}`]
}

function othersNotes(handles: readonly string[], until: Until | null): readonly string[] {
  const [first, ...more] = handles
  if (first === undefined) return []
  const names = [first, ...more.slice(0, most - 1)].join(', ') + (more.length >= most ? ` and ${String(more.length - most + 1)} more` : '')
  const next = until
    ? `Withdraw there once ${until.settled}: followup letter ${first} withdraw`
    : 'A short withdrawal to each is next, the same day if you can: followup do'
  return [`Still open: ${names}. Chasing stops there. ${next}`]
}

/** Why the roles that the same recruiter runs for other companies are not closed with the yes, and what is owed there. */
function clientsNotes([first, ...more]: readonly OpportunityRow[], who: string): readonly string[] {
  if (!first) return []
  const clients = [first, ...more]
  const [names, companies] = [inARow(clients.map((one) => one.handle)), inARow([...new Set(clients.map((one) => one.company))])]
  const [second] = more
  const way = second
    ? `One letter to ${who} can be about two: followup letter ${first.handle} withdraw --also ${second.handle}`
    : `A line to ${who} does it: followup letter ${first.handle} withdraw`
  return [`${names} ${second ? 'are' : 'is'} not closed with it: ${who} knows of your yes, and ${companies} should hear it too. ${way}`]
}

function hasOffer({ outlook }: OpportunityRow, clock: Needs<'clock'>['clock']): boolean {
  return phaseNow(outlook, clock).state === 'offer'
}

/** How many are named. */
const most = 5

/** Where nobody is chased it stays so; and before that is settled what they wait for from me still comes first. */
function isLeft({ outlook }: OpportunityRow, { clock, until }: Needs<'clock'> & { readonly until: Until | null }): boolean {
  const { state, next } = phaseNow(outlook, clock)
  return state === 'retired' || next?.step === 'withdraw' || (until !== null && state === 'answered')
}
