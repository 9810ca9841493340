import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { unquoted, withoutNickname } from '../../model/nickname.js'
import { typedName } from '../../rules/names.js'
import { numberWord } from '../../model/number-word.js'

/** What a reference may stand for: 'refuse' throws Problem('refused') for a closed one, 'machine' unless a machine's no closed it; default 'ok'. */
export interface Choice {
  readonly closed?: 'ok' | 'machine' | 'refuse'
}

/**
 * The one opportunity a reference means: an exact handle, else the only open one whose company it names in full or else that fits, else the only one.
 * Throws Problem('reference') when none fits or several do.
 */
export function chooseOpportunity(store: Pick<Store, 'match'>, reference: string, { closed = 'ok' }: Choice = {}): OpportunityRow {
  const fitting = namedInFull(store.match(reference), reference)
  const open = fitting.filter((row) => !row.closed)
  const chosen =
    fitting.find((row) => row.handle === reference.trim().toLowerCase()) ??
    (open.length === 1 ? open[0] : fitting.length === 1 ? fitting[0] : null)
  if (!chosen) throw fitting.length === 0 ? noneFits(store, reference) : severalFit(reference, open.length > 0 ? open : fitting)
  if (chosen.closed && closed !== 'ok' && !(closed === 'machine' && isClosedByMachine(chosen))) throw isClosed(chosen)
  return chosen
}

/** Of those that fit, the ones whose company is called just so, where one of them is open; the others only begin like it. */
function namedInFull(fitting: readonly OpportunityRow[], reference: string): readonly OpportunityRow[] {
  const full = fitting.filter((row) => typedName(row.company) === typedName(reference))
  return full.some((row) => !row.closed) ? full : fitting
}

/** What a person there does afterwards opens it again. */
function isClosedByMachine({ outlook }: OpportunityRow): boolean {
  return outlook.phases.at(-1)?.because.some(({ code }) => code === 'closed-by-machine') ?? false
}

/** The one of an opportunity's people a reference means: an id, a mail address, a name, else the start of one of its words. Throws Problem('reference'). */
export function chooseContact(
  { contacts: people, company, handle }: Pick<OpportunityRow, 'contacts' | 'company' | 'handle'>,
  reference: string,
): Contact {
  const found = peopleCalled({ contacts: () => people.map((contact) => ({ contact, opportunities: [handle] })) }, reference)
  if (found[0] && found.length === 1) return found[0].contact
  if (found.length > 1) throw severalPeople(reference, found)
  const known = people.map((one) => one.name).slice(0, MOST_NAMED)
  throw new Problem('reference', `Nobody at ${company} is called "${shown(reference)}".`, {
    hint: `${known.length > 0 ? `You know ${known.join(', ')} there. To` : 'To'} add someone: followup contact add "Name <mail>" --for ${handle}`,
    code: 'unknown-person',
  })
}

/** Someone known, and the handles of the opportunities they are in. */
export interface KnownPerson {
  readonly contact: Contact
  readonly opportunities: readonly string[]
}

/** The one person a name, the start of one, a mail address or an id means, wherever they work. Throws Problem('reference'). */
export function choosePerson(store: Pick<Store, 'contacts'>, reference: string): KnownPerson {
  const found = peopleCalled(store, reference)
  if (found[0] && found.length === 1) return found[0]
  if (found.length > 1) throw severalPeople(reference, found)
  throw new Problem('reference', `Nobody on record is called "${shown(reference)}".`, {
    hint: '"followup contact list" shows everyone.',
    code: 'unknown-person',
  })
}

/** Everyone a reference may mean; those it names in full, when there are any. What stands in brackets after a name says which one: an address, a handle, an id. */
export function peopleCalled(store: Pick<Store, 'contacts'>, reference: string): readonly KnownPerson[] {
  const found = peopleFitting(store, reference)
  if (found.length > 0) return found
  const [, name = '', which = ''] = /^([^<>()]*)[<(]([^<>()]+)[>)]$/.exec(reference.trim()) ?? []
  return peopleFitting(store, which.includes('@') ? which : name).filter((one) => marks(one).includes(typedName(which)))
}

/** What tells someone from their namesakes. */
function marks({ contact, opportunities }: KnownPerson): readonly string[] {
  return [contact.id, typedName(contact.email ?? ''), ...opportunities]
}

function peopleFitting(store: Pick<Store, 'contacts'>, reference: string): readonly KnownPerson[] {
  const wanted = typedName(reference)
  if (wanted === '') return []
  const all = store
    .contacts(reference)
    .filter((one) => names(one, wanted) || ` ${typedName(unquoted(one.contact.name))}`.includes(` ${wanted}`))
  const exact = all.filter((one) => names(one, wanted))
  return exact.length > 0 ? exact : all
}

function names({ contact }: KnownPerson, wanted: string): boolean {
  return (
    contact.id === wanted ||
    typedName(contact.email ?? '') === wanted ||
    [contact.name, unquoted(contact.name), withoutNickname(contact.name)].some((name) => typedName(name) === wanted)
  )
}

/** The problem of several candidates, each named so that it can be typed. */
export function severalFit(reference: string, rows: readonly Pick<OpportunityRow, 'handle' | 'company' | 'role'>[]): Problem {
  const oneCompany = rows.every((row) => row.company === rows[0]?.company)
  const names = rows.map((row) => `${row.handle} (${oneCompany && row.role !== null ? row.role : row.company})`)
  return new Problem('reference', `"${shown(reference)}" fits ${numberWord(rows.length)} opportunities.`, {
    hint: `Name one: ${listed(names)}.`,
    code: 'ambiguous',
  })
}

function noneFits(store: Pick<Store, 'match'>, reference: string): Problem {
  const near = nearby(store, reference.trim())
  const meant = near.length === 0 || near.length > 3 ? '' : `Did you mean ${near.map((row) => row.handle).join(' or ')}? `
  return new Problem('reference', `No opportunity matches "${shown(reference)}".`, {
    hint: `${meant}"followup list" shows them all.`,
    code: 'not-found',
  })
}

/** Those that begin like the reference, as far as any do, but for a slip after its second letter. */
function nearby(store: Pick<Store, 'match'>, reference: string): readonly OpportunityRow[] {
  for (let length = Math.min(reference.length - 1, 12); length >= 2; length -= 1) {
    const rows = store.match(reference.slice(0, length))
    if (rows.length > 0) return rows
  }
  return []
}

function isClosed(row: OpportunityRow): Problem {
  return new Problem('refused', `${row.company} is closed.`, { hint: `If it is not over: followup reopen ${row.handle}`, code: 'closed' })
}

function severalPeople(reference: string, people: readonly KnownPerson[]): Problem {
  return new Problem('reference', `"${shown(reference)}" fits ${numberWord(people.length)} people.`, {
    hint: `Name one: ${listed(people.map((one) => nameAmong(one, people)))}.`,
    code: 'ambiguous',
  })
}

/** How one of several people is called so that it can be typed: with the address, else for a namesake, or where two have that address, with an opportunity only they are in, else with the id. */
export function nameAmong({ contact, opportunities }: KnownPerson, people: readonly KnownPerson[]): string {
  const others = people.filter((one) => one.contact.id !== contact.id && typedName(one.contact.name) === typedName(contact.name))
  const { email } = contact
  if (email !== null && !others.some((one) => typedName(one.contact.email ?? '') === typedName(email))) return `${contact.name} (${email})`
  if (others.length === 0) return contact.name
  const own = opportunities.find((handle) => others.every((one) => !one.opportunities.includes(handle)))
  return `${contact.name} (${own ?? contact.id})`
}

/** How someone is called so that no company is meant: with the address, else with an opportunity they are in. */
export function namesakeOf({ contact, opportunities }: KnownPerson): string {
  return `${contact.name} (${contact.email ?? opportunities[0] ?? contact.id})`
}

const MOST_NAMED = 6

/** Names with commas between, the first six and how many more. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')}, and ${String(more)} more` : names.join(', ')
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The company as a sentence names it: with the handle, where it has more than one opportunity. */
export function companyIn(store: Pick<Store, 'atCompany'>, { company, handle }: Pick<OpportunityRow, 'company' | 'handle'>): string {
  return store.atCompany(company).length > 1 ? `${company} (${handle})` : company
}
