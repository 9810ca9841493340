import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { Contact, ContactId, OpportunityId } from '../../model/opportunity.js'
import { Problem } from '../../problem.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import type { Place } from '../log/place.js'
import { metDrafts } from './met.js'
import { addressLines, introduce, personSaid, readPerson, besideLines } from './people.js'
import type { Introduced, PersonArgs, PersonNamed } from './people.js'

/** The flags of `log` about people. */
export interface MeetArgs extends PersonArgs {
  readonly with?: readonly string[]
  /** Who answers the phone of the first who decides, else of the first. */
  readonly assistant?: string
}

/** Who was met (without words, the one who is chased), and the facts about them. */
export interface Met {
  readonly contacts: readonly ContactId[]
  readonly drafts: readonly FactDraft[]
  readonly lines: readonly string[]
}

/** Finds or introduces everyone named; the flags about a person are about the first. Throws Problem('usage') when they are about nobody. */
export function meet(
  world: Needs<'store' | 'newId' | 'catalog'>,
  args: MeetArgs,
  about: { readonly said?: readonly PersonNamed[]; readonly place: Place; readonly id: OpportunityId; readonly at: Moment },
): Met {
  const { said = (args.with ?? []).map(readPerson), place, id, at } = about
  const handle = place.kind === 'round' ? place.row.handle : null
  const draft = (met: Introduced['met']): readonly FactDraft[] => (met ? metDrafts(world, met, { id, handle, at }) : [])
  const read = eachOnce(said)
  const named = read.map((one, index) => (index === 0 && args.contactRole !== undefined ? { ...one, role: null } : one))
  if (named.length === 0) return lead(world, args, { place, draft })
  const people = introduceAll(world, named, { args, place })
  const chief = people.find((_, index) => named[index]?.decides) ?? people[0]
  const drafts = people.flatMap((person) =>
    draft(person === chief && args.assistant !== undefined ? { contact: person.id, ...person.met, assistant: args.assistant } : person.met),
  )
  const stars = people.filter((_, index) => named[index]?.decides)
  return {
    contacts: people.map((person) => person.id),
    drafts,
    lines: [
      ...new Set([...addressLines(world, said), ...sharedLines(said, { named, people })]),
      ...people.flatMap((person) => person.lines),
      ...besideLines(named),
      ...stars.map((person) => `${person.name} decides`),
    ],
  }
}

/** Who was named, each person once: the same address is the same person, and without any the same name; a star or a role of either counts. */
function eachOnce(said: readonly PersonNamed[]): readonly PersonNamed[] {
  const people: PersonNamed[] = []
  for (const one of said) {
    const at = people.findIndex((other) => isSame(one, other))
    const known = people[at]
    if (known) people[at] = { ...known, name: known.name || one.name, decides: known.decides || one.decides, role: known.role ?? one.role }
    else people.push(one)
  }
  return people
}

function isSame(one: PersonNamed, other: PersonNamed): boolean {
  const [mine, theirs] = [one.email, other.email].map((email) => foldName(email ?? ''))
  return mine === theirs && (one.email !== null || foldName(one.name) === foldName(other.name))
}

/** Whose address came with another name as well, a line each. */
function sharedLines(
  said: readonly PersonNamed[],
  { named, people }: { readonly named: readonly PersonNamed[]; readonly people: readonly Introduced[] },
): readonly string[] {
  return said.flatMap((one) => {
    const at = named.findIndex((other) => isSame(one, other))
    const meant = people[at]
    const isOther = meant && one.name !== '' && named[at]?.name !== one.name && foldName(meant.name) !== foldName(one.name)
    return isOther ? [`${named[at]?.email ?? ''} is ${meant.name}`] : []
  })
}

function introduceAll(
  world: Needs<'store' | 'newId' | 'catalog'>,
  named: readonly PersonNamed[],
  { args, place }: { readonly args: MeetArgs; readonly place: Place },
): readonly Introduced[] {
  const here: readonly Contact[] = place.kind === 'round' ? place.row.contacts : []
  const company = place.known.flatMap((row) => row.contacts)
  const addressed = named.flatMap(({ email }) => (email === null ? [] : (world.store.contactsByEmail(email)?.id ?? [])))
  const people: Introduced[] = []
  for (const [index, person] of named.entries()) {
    const claimed = new Set([...addressed, ...people.map(({ id }) => id)])
    people.push(introduce(world, person, { circle: { here, company, claimed }, said: index === 0 ? personSaid(world, args) : {} }))
  }
  return people
}

/** Nobody is named: the one who is chased was met, and the flags are about them. */
function lead(
  world: Needs<'catalog'>,
  args: MeetArgs,
  { place, draft }: { readonly place: Place; readonly draft: (met: Introduced['met']) => readonly FactDraft[] },
): Met {
  const chased = place.kind === 'round' ? place.row.outlook.lead : null
  const { zone: _zone, ...rest } = args
  const said = { ...personSaid(world, rest), ...(args.assistant === undefined ? {} : { assistant: args.assistant }) }
  if (Object.keys(said).length === 0) return { contacts: chased === null ? [] : [chased], drafts: [], lines: [] }
  if (chased === null)
    throw new Problem('usage', 'Who is that about? Nobody is named.', {
      hint: 'Name the person: --with "Dana Reyes <dana@acme.example>"',
      code: 'flags',
    })
  return { contacts: [chased], drafts: draft({ contact: chased, ...said }), lines: [] }
}
