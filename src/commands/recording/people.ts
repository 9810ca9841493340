import { contactRoles, phoneKinds, roleWords } from '../../model/opportunity.js'
import type { Contact, ContactId, ContactRole } from '../../model/opportunity.js'
import type { Introduction } from '../../model/fact.js'
import { withoutNickname } from '../../model/nickname.js'
import { numberWord } from '../../model/number-word.js'
import { Problem } from '../../problem.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { listed } from '../asking/choose.js'
import { inOneForm } from '../typed/phone.js'
import type { Homed } from '../typed/phone.js'
import { given, oneOf } from '../typed/given.js'
import { numberApart, phoneNumber } from '../typed/phone-number.js'
import { zoneMeant } from '../typed/zone.js'

/** What can be said of one person by flags. */
export interface PersonArgs {
  readonly title?: string
  readonly phone?: string
  readonly phoneKind?: string
  readonly contactRole?: string
  readonly zone?: string
}

/** A person as typed: 'Dana Reyes* <dana@acme.example>', the star for the one who decides; 'Nina Holt (recruiter), 312 555 0142' with a role and a number. */
export interface PersonNamed {
  /** Empty when only the address was given. */
  readonly name: string
  readonly email: string | null
  readonly decides: boolean
  readonly role: ContactRole | null
  readonly phone: string | null
}

/** Reads one person. Throws Problem('usage') for several, for nobody, and for what is no address. */
export function readPerson(text: string): PersonNamed {
  const { rest: bare, phone } = numberApart(text.replace(/\s+/g, ' ').trim())
  const [, before = '', angled] = /^([^<>]*)<([^<>]*)>[* ]*$/.exec(bare) ?? []
  const email = (angled ?? /(?:^| )([^\s@*]+@[^\s@*]+)[* ]*$/.exec(bare)?.[1] ?? '').trim()
  const rest = angled === undefined ? bare.replace(email, '') : before
  const { name, role } = roleApart(unwrapped(rest.replaceAll('*', '').replace(/^\s+|[\s,]+$/g, '')))
  const several = (bare.match(/@/g) ?? []).length > 1
  if (email !== '' && !several && !MAIL.test(email))
    throw new Problem('usage', `"${email}" is not a mail address.`, { hint: EXAMPLE, code: 'bad-mail' })
  if (several || /[<>,;@]/.test(name))
    throw new Problem('usage', `"${bare}" is not one person.`, {
      hint: `${EXAMPLE}, and once more for each further one.`,
      code: 'bad-person',
    })
  if (name === '' && email === '') throw new Problem('usage', 'Nobody is named.', { hint: EXAMPLE, code: 'bad-person' })
  return { name, email: email === '' ? null : email, decides: /\*/.test(bare), role, phone }
}

/** A name without the quotes it stands in as a whole, and without one that has no other; those round a nickname stay. */
function unwrapped(text: string): string {
  const quotes = text.match(/"/g) ?? []
  return quotes.length % 2 === 1 || /^(?:"[^"]*"|'[^']*'|["' ]*)$/.test(text) ? text.replace(/^["' ]+|["' ]+$/g, '') : text
}

/** A name and the role in brackets behind it; brackets that hold none stay with the name. */
function roleApart(text: string): Pick<PersonNamed, 'name' | 'role'> {
  const [, name = '', said = ''] = /^([^()]*\S) ?\(([^()]+)\)$/.exec(text) ?? []
  const word = said
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  const role = contactRoles.find((one) => one === word) ?? Object.entries(roleWords).find(([one]) => one === word)?.[1]
  return role === undefined ? { name: text, role: null } : { name: name.trim(), role }
}

/** A name that was typed where one was asked for. Throws Problem('usage') for what holds a figure or a time of day, and so is an answer to something else. */
export function nameSaid(text: string): string {
  if (!/\d|^(?:this|tomorrow|today|tonight|yesterday|next|noon|after)\b/i.test(text)) return text
  throw new Problem('usage', `"${text}" is not a name.`, { hint: 'The name, or Enter if you do not know it.', code: 'bad-person' })
}

const MAIL = /^[^\s<>@,;"]+@[^\s<>@,;"]+$/
const EXAMPLE = 'Write --with "Dana Reyes <dana@acme.example>"'

/** A person as they will be on record: who they are, what is new about them (null when nothing is), and the address that theirs replaces, in words. */
export interface Introduced {
  readonly id: ContactId
  readonly name: string
  readonly met: Introduction | null
  readonly lines: readonly string[]
}

/** What someone is matched against: those of the same opportunity first, then those of the same company; `claimed` are named otherwise in the same breath. */
export interface Circle {
  readonly here: readonly Contact[]
  readonly company: readonly Contact[]
  readonly claimed: ReadonlySet<ContactId>
}

/**
 * Finds who is meant (the same address, else the same name at the company) or makes someone new. Throws Problem('usage') for an address alone that
 * nobody has, Problem('reference') where several have the name and the address tells none of them.
 */
export function introduce(
  world: Needs<'store' | 'newId'>,
  person: PersonNamed,
  { circle, said }: { readonly circle: Circle; readonly said: PersonSaid },
): Introduced {
  const known = knownAs(world, person, circle)
  if (!known && person.name === '')
    throw new Problem('usage', `Who is ${String(person.email)}?`, { hint: `${EXAMPLE}, with the name.`, code: 'bad-person' })
  const here = circle.here.some((one) => one.id === known?.id)
  const id = known?.id ?? (world.newId() as ContactId)
  const role: ContactRole | undefined = said.role ?? person.role ?? (person.decides ? 'boss' : undefined)
  const lead = person.decides && circle.here.some((one) => one.id !== id && (one.lead || one.role === 'boss')) ? true : undefined
  const name = known?.name ?? person.name
  const from = here ? {} : { name, ...carried(known) }
  const fresh = given({
    email: person.email ?? undefined,
    phone: said.phone ?? person.phone ?? undefined,
    phoneKind: said.phoneKind,
    title: said.title,
    zone: said.zone,
    role,
    lead,
  })
  const news = changes(known && here ? known : null, { ...from, ...fresh })
  return { id, name, met: news ? { contact: id, ...news } : null, lines: replacedLines(known, person) }
}

/** Where an address takes the place of another. */
function replacedLines(known: Contact | null, { email }: PersonNamed): readonly string[] {
  if (!known || known.email === null || email === null || foldName(known.email) === foldName(email)) return []
  return [`${known.name}: ${known.email} becomes ${email}; if they are two people: followup undo, then the second by another name`]
}

/** The one on record whose address was given with another name; null for everyone else. */
export function calledOtherwise({ store }: Needs<'store'>, { name, email }: PersonNamed): Contact | null {
  const known = name === '' || email === null ? null : store.contactsByEmail(email)
  return known && foldName(withoutNickname(known.name)) !== foldName(withoutNickname(name)) ? known : null
}

/** Whose addresses were given with another name, a line each. */
export function addressLines(world: Needs<'store'>, people: readonly PersonNamed[]): readonly string[] {
  return people.flatMap((one) => {
    const known = calledOtherwise(world, one)
    return known ? [`${one.email ?? ''} is ${known.name}`] : []
  })
}

/** What stood beside the names, a line each: who is what, and whose number. */
export function besideLines(people: readonly PersonNamed[]): readonly string[] {
  return people.flatMap(({ name, email, role, phone }) => {
    const said = [role, phone].filter((part) => part !== null)
    return said.length === 0 ? [] : [`${name || (email ?? '')}: ${said.join(', ')}`]
  })
}

/** Flags about a person, checked. */
export type PersonSaid = Pick<Introduction, 'phone' | 'phoneKind' | 'title' | 'zone'> & { readonly role?: ContactRole }

/** Reads the flags about one person. Throws Problem('usage') for a number with letters, an unknown zone or role. */
export function personSaid(world: Needs<'catalog'>, args: PersonArgs): PersonSaid {
  return given({
    title: args.title,
    phone: args.phone === undefined ? undefined : phoneNumber(args.phone),
    phoneKind: args.phoneKind === undefined ? undefined : oneOf(args.phoneKind, phoneKinds, '--phone-kind'),
    zone: args.zone === undefined ? undefined : zoneMeant(world, args.zone),
    role: args.contactRole === undefined ? undefined : oneOf(args.contactRole, contactRoles, '--contact-role'),
  })
}

/** A number that is told, in one form, as of somebody whose days are counted there; nothing where none is told. Throws Problem('usage') as `phoneNumber`. */
export async function numberTold(
  world: Needs<'catalog'>,
  phone: string | undefined,
  there: () => Homed,
): Promise<{ readonly phone?: string; readonly lines: readonly string[] }> {
  if (phone === undefined) return { lines: [] }
  const typed = phoneNumber(phone)
  // One with its country, in groups, is as it is to be, and what knows better takes its time to load.
  if (/^\+\d{1,3} \d/.test(typed)) return { phone: typed, lines: [] }
  const number = (await inOneForm(world, there()))(typed)
  return { phone: number, lines: number === typed ? [] : [number] }
}

/** People as they are named, a number beside a name in one form, as of somebody whose days are counted there. Throws Problem('usage') as `readPerson`. */
export async function peopleNamed(world: Needs<'catalog'>, texts: readonly string[], there: () => Homed): Promise<readonly PersonNamed[]> {
  const people = texts.map(readPerson)
  if (people.every(({ phone }) => phone === null)) return people
  const form = await inOneForm(world, there())
  return people.map((one) => ({ ...one, phone: one.phone && form(one.phone) }))
}

function knownAs(world: Needs<'store'>, person: PersonNamed, { here, company, claimed }: Circle): Contact | null {
  const byMail = person.email === null ? null : world.store.contactsByEmail(person.email)
  if (byMail) return byMail
  const folded = foldName(withoutNickname(person.name))
  const called = (people: readonly Contact[]): readonly Contact[] =>
    people.filter((one) => foldName(withoutNickname(one.name)) === folded && !claimed.has(one.id))
  const namesakes = [called(here), called(company)].find((found) => found.length > 0) ?? []
  const people = new Map(namesakes.map((one) => [one.id, one]))
  if (people.size > 1) throw severalCalled(person.name, [...people.values()])
  return namesakes[0] ?? null
}

function severalCalled(name: string, people: readonly Contact[]): Problem {
  const names = people.map((one) => (one.email === null ? `${one.name} without an address` : `${one.name} <${one.email}>`))
  return new Problem('reference', `"${name}" fits ${numberWord(people.length)} people there.`, {
    hint: `Write the address of the one you mean: ${listed(names)}. Someone new needs another name.`,
    code: 'ambiguous',
  })
}

/** What is known of someone from elsewhere, told again where they are new. */
function carried(known: Contact | null): Omit<Introduction, 'contact'> {
  if (!known) return {}
  const { email, phone, phoneKind, title, zone, assistant, say } = known
  const all = { email, phone, phoneKind, title, zone, assistant, say }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

function changes(known: Contact | null, said: Omit<Introduction, 'contact'>): Omit<Introduction, 'contact'> | null {
  const entries = Object.entries(said).filter(([key, value]) => known?.[key as keyof Contact] !== value)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}
