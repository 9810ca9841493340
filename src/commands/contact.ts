import type { FactDraft, Introduction } from '../model/fact.js'
import type { Contact, ContactId } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { goneIn } from '../rules/left.js'
import { chooseOpportunity, choosePerson } from './asking/choose.js'
import type { KnownPerson } from './asking/choose.js'
import { isNone } from './debrief/again.js'
import { given } from './typed/given.js'
import { onlyOne, opportunitiesOf } from './hold.js'
import type { Homed } from './typed/phone.js'
import { zoneMeant } from './typed/zone.js'
import { metDrafts } from './recording/met.js'
import { addressLines, besideLines, introduce, numberTold, peopleNamed, personSaid, readPerson } from './recording/people.js'
import type { PersonArgs } from './recording/people.js'
import { record } from './recording/record.js'
import type { Noted } from './recording/record.js'
import type { LogWorld } from './log/args.js'
import { goneWordsIn } from './telling/telling.js'
import { stopsOf } from './standing/stops.js'
import type { ListedStop } from './standing/stops.js'
import { caseOf } from './why.js'
import { roleWords } from '../model/vocabulary.js'

export interface ContactArgs extends PersonArgs {
  /** list (default), add or edit. */
  readonly action?: string
  readonly person?: string
  readonly for?: string
  readonly name?: string
  readonly email?: string
  readonly assistant?: string
  /** How the name is said: 'DAY-na RAY-ess'. */
  readonly say?: string
  readonly lead?: true
}

/** Someone with what is on the stop list for them; `company` names the house where it holds for everyone there. */
interface ListedPerson extends KnownPerson {
  readonly stops: readonly ListedStop[]
}

/** Everyone on record, by name, with the handles of the opportunities they are in. */
export interface PeopleList {
  readonly people: readonly ListedPerson[]
}
export type ContactResult = PeopleList | Noted

/** Lists people, adds one to an opportunity, or changes what is known of one. Throws Problem('usage') for missing words. */
export async function contact(world: LogWorld, args: ContactArgs): Promise<ContactResult> {
  switch (args.action ?? 'list') {
    case 'list':
      return list(world, args)
    case 'add':
      return add(world, args)
    case 'edit':
      return edit(world, args)
    default:
      throw new Problem('usage', `"contact ${String(args.action)}" is not known.`, {
        hint: 'There are: list, add, edit.',
        code: 'bad-value',
      })
  }
}

function list(world: LogWorld, { person, for: opp }: ContactArgs): PeopleList {
  const all = world.store.contacts(person)
  const here = opp === undefined ? null : chooseOpportunity(world.store, opp)
  const people = here ? all.filter((one) => one.opportunities.includes(here.handle)) : all
  const stops = stopsOf(world.store, people)
  return {
    people: people.map((one) => ({
      ...one,
      contact: here?.contacts.find(({ id }) => id === one.contact.id) ?? one.contact,
      stops: stops.get(one.contact.id) ?? [],
    })),
  }
}

async function add(world: LogWorld, args: ContactArgs): Promise<Noted> {
  if (args.person === undefined || args.for === undefined) {
    throw new Problem('usage', `"followup contact add" needs ${args.person === undefined ? 'a person' : 'the opportunity, --for'}.`, {
      hint: 'For example: followup contact add "Lou Ortiz <lou@acme.example>" --for acme',
      code: 'missing',
    })
  }
  const row = chooseOpportunity(world.store, args.for)
  const [named = readPerson(args.person)] = await peopleNamed(world, [args.person], () => homeOf(world, args, row))
  const circle = {
    here: row.contacts,
    company: world.store.atCompany(row.company).flatMap((one) => one.contacts),
    claimed: new Set<ContactId>(),
  }
  const person = { ...named, email: args.email === undefined ? named.email : address(args.email) }
  const number = await numberTold(world, args.phone, () => homeOf(world, args, row))
  const said = personSaid(world, { ...args, ...given({ phone: number.phone }) })
  const { id, name, met, lines } = introduce(world, person, { circle, said })
  const known = [...addressLines(world, [person]), ...number.lines, ...lines]
  if (args.lead) refuseGone(world, row, { id, name })
  const more = given({ assistant: args.assistant, say: args.say, lead: args.lead })
  if (!met && Object.keys(more).length === 0)
    throw new Problem('failed', `${name} is known at ${row.company} already.`, {
      hint: `To change something: followup contact edit "${name}"`,
    })
  const drafts = metDrafts(world, { contact: id, ...met, ...more }, { ...row, at: world.clock.moment })
  return record(world, drafts, {
    about: row.id,
    say: () => ({
      recorded: `${name}, at ${row.company}`,
      understood: [...known, ...besideLines([person]), ...(named.decides ? [`${name} decides`] : [])],
    }),
  })
}

async function edit(world: LogWorld, args: ContactArgs): Promise<Noted> {
  if (args.person === undefined)
    throw new Problem('usage', 'Whose data changes?', {
      hint: 'For example: followup contact edit "Dana Reyes" --phone "+1 312 555 0142"',
      code: 'missing',
    })
  const person = choosePerson(world.store, args.person)
  const number = await numberTold(world, args.phone, () => homeOf(world, args, whereIs(world, args, person)))
  const { role, ...own } = personSaid(world, { ...args, ...given({ phone: number.phone }) })
  const about: Omit<Introduction, 'contact'> = {
    ...own,
    ...given({ name: renamed(args.name), email: mailFor(world, args.email, person.contact), say: args.say }),
    ...(args.assistant === undefined ? {} : { assistant: isNone(args.assistant) ? null : args.assistant }),
  }
  const here = given({ role, lead: args.lead })
  const row = Object.keys(here).length > 0 || args.for !== undefined ? placeFor(world, args, person) : null
  if (row && args.lead) refuseGone(world, row, person.contact)
  const drafts = [
    draftOf(world, null, { contact: person.contact.id, ...about }),
    ...(row ? [draftOf(world, row, { contact: person.contact.id, ...here })] : []),
  ]
  const changed = drafts.filter((draft) => Object.keys(draft.data).length > 1)
  if (changed.length === 0)
    throw new Problem('usage', 'Nothing would change.', {
      hint: 'Say what: --name --email --phone --title --zone --say --assistant --contact-role --lead',
      code: 'missing',
    })
  const name = about.name ?? person.contact.name
  return record(world, changed, {
    about: row?.id ?? onlyOne(opportunitiesOf(world.store, person)),
    say: () => ({ recorded: `${name}: ${wordsOf({ ...about, ...here })}` }),
  })
}

/** Where somebody sits: in a zone that is said or known of them, else where the opportunity is; without one, here. */
function homeOf(
  world: LogWorld,
  { zone }: ContactArgs,
  { zone: own, outlook }: Partial<Pick<OpportunityRow, 'outlook'>> & { readonly zone?: string | null },
): Homed {
  const named = zone === undefined ? own : zoneMeant(world, zone)
  return named ? { zone: named, country: 'auto' } : (outlook ?? { zone: world.clock.zone, country: 'auto' })
}

function whereIs(world: LogWorld, args: ContactArgs, { contact: { zone }, opportunities }: KnownPerson): Parameters<typeof homeOf>[2] {
  const [first] = opportunities
  const reference = args.for ?? first
  return { zone, ...(reference === undefined ? {} : { outlook: chooseOpportunity(world.store, reference).outlook }) }
}

/** Nobody writes to someone who has left. Throws Problem('refused'). */
function refuseGone(world: LogWorld, row: OpportunityRow, { id, name }: Pick<Contact, 'id' | 'name'>): void {
  if (!goneIn(caseOf(world.store, row.id)).has(id)) return
  throw new Problem('refused', `${name} ${goneWordsIn(row, id)}.`, {
    hint: `Name who took over: followup contact add "Name <mail>" --for ${row.handle} --lead; or take back that they left: followup undo --list`,
    code: 'has-left',
  })
}

function draftOf(world: LogWorld, row: OpportunityRow | null, data: Introduction): FactDraft & { readonly data: Introduction } {
  return { opportunity: row?.id ?? null, at: world.clock.moment, kind: 'met', data }
}

/** Where someone has a role: the opportunity named, else the only one they are in. */
function placeFor(world: LogWorld, args: ContactArgs, person: KnownPerson): OpportunityRow {
  const reference = args.for ?? (person.opportunities.length === 1 ? person.opportunities[0] : undefined)
  if (reference !== undefined) return chooseOpportunity(world.store, reference)
  throw new Problem('usage', `${person.contact.name} is in ${String(person.opportunities.length)} opportunities.`, {
    hint: `Say which with --for: ${person.opportunities.slice(0, 6).join(', ')}.`,
    code: 'missing',
  })
}

function renamed(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const read = readPerson(name)
  if (read.name !== '' && read.email === null && read.role === null && read.phone === null) return read.name
  throw new Problem('usage', '--name is a name alone.', {
    hint: 'Use --email for an address, --phone for a number, --contact-role for a role.',
    code: 'bad-person',
  })
}

function mailFor(world: LogWorld, email: string | undefined, known: Contact): string | undefined {
  if (email === undefined) return undefined
  const mail = address(email)
  const other = world.store.contactsByEmail(mail)
  if (!other || other.id === known.id) return mail
  throw new Problem('failed', `${mail} is the address of ${other.name}.`, {
    hint: 'One address is one person: give another one.',
    code: 'taken',
  })
}

function address(email: string): string {
  const read = readPerson(email)
  if (read.email !== null && read.name === '' && read.phone === null) return read.email
  throw new Problem('usage', `"${email}" is not a mail address.`, { hint: 'Write it as in dana@acme.example.', code: 'bad-mail' })
}

/** What changed, in words: 'phone +1 312 555 0142, decides'. */
function wordsOf(said: Omit<Introduction, 'contact'>): string {
  const { name, email, phone, phoneKind, title, zone, assistant, say, role, lead } = said
  const parts = [
    name && 'the name',
    email,
    phone && `phone ${phone}`,
    phoneKind && `a ${phoneKind} number`,
    title,
    zone && `days of ${zone}`,
    say && `said ${say}`,
    assistant === null ? 'nobody else answers the phone' : assistant && `${assistant} answers the phone`,
    role && roleWords[role],
    lead && 'the one you chase',
  ]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ')
}
