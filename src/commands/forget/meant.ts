import type { OpportunityId } from '../../model/opportunity.js'
import type { ForgetTarget, OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity, choosePerson, listed, nameAmong, namesakeOf, peopleCalled, severalFit } from '../asking/choose.js'
import type { KnownPerson } from '../asking/choose.js'
import { memoryOf } from './memory.js'
import type { Memory, Opened } from './memory.js'

/** What is to be forgotten. */
export interface Found {
  readonly target: ForgetTarget
  readonly name: string
  /** How it is called, so that nothing else is meant. */
  readonly typed: string
  /** Those who are in nothing else. */
  readonly people: readonly string[]
  /** Whether an undo took it back already: all of it, or beside what stands more of that name. */
  readonly takenBack: 'all' | 'more' | 'none'
}

type Store = Needs<'store'>['store']

/** The one opportunity or person meant, with what was taken back under that name; without one, what was taken back alone. Throws Problem('reference'). */
export function forgetMeant(store: Store, who: string): Found {
  const people = peopleCalled(store, who)
  const rows = opportunitiesCalled(store.match(who), who)
  if (rows.length > 0 && people.length > 0) throw both(who, { rows, people })
  const memory = memoryOf(store)
  if (people.length > 0) return standingPerson(store, who, memory)
  if (rows.length > 1) throw severalFit(who, rows)
  const row = rows[0]
  if (row) return standingOpportunity(row, memory)
  return takenBack(who, memory) ?? standingOpportunity(chooseOpportunity(store, who), memory)
}

function standingPerson(store: Store, who: string, memory: Memory): Found {
  const person = choosePerson(store, who)
  const { id, name, email } = person.contact
  const more = memory.people.filter((one) => isSamePerson(one, person))
  return {
    target: { kind: 'contact', ids: [id, ...more.map((one) => one.contact.id)] },
    name,
    typed: email !== null && peopleCalled(store, email).length === 1 ? email : nameAmong(person, peopleCalled(store, name)),
    people: [],
    takenBack: more.length > 0 ? 'more' : 'none',
  }
}

function standingOpportunity(row: OpportunityRow, memory: Memory): Found {
  const more = memory.opened.filter((one) => foldName(one.company) === foldName(row.company))
  return opportunity(row, { memory, ids: [row.id, ...more.map((one) => one.id)], takenBack: more.length > 0 ? 'more' : 'none' })
}

/** What no longer stands: all of one handle, of one company, or of one person. */
function takenBack(who: string, memory: Memory): Found | null {
  const opened = opportunitiesCalled(memory.opened, who)
  const everyone = { contacts: () => memory.people }
  const people = peopleCalled(everyone, who)
  const [first, person] = [opened[0], people[0]]
  if (first && person) throw both(who, { rows: opened, people })
  if (person) {
    const same = people.filter((one) => isSamePerson(one, person))
    const { name, email } = same.length === people.length ? person.contact : choosePerson(everyone, who).contact
    return { target: { kind: 'contact', ids: same.map((one) => one.contact.id) }, name, typed: email ?? name, people: [], takenBack: 'all' }
  }
  if (!first) return null
  if (opened.some((one) => one.handle !== first.handle && foldName(one.company) !== foldName(first.company))) throw severalFit(who, opened)
  return opportunity(first, { memory, ids: opened.map((one) => one.id), takenBack: 'all' })
}

function opportunity(
  { handle, company, role }: Opened,
  { memory, ids, takenBack }: { readonly memory: Memory; readonly ids: readonly OpportunityId[]; readonly takenBack: Found['takenBack'] },
): Found {
  const name = role === null ? company : `${company}, ${role}`
  return { target: { kind: 'opportunity', ids }, name, typed: handle, people: memory.onlyIn(ids), takenBack }
}

/** By address where both have one, else by name. */
function isSamePerson({ contact: one }: KnownPerson, { contact: other }: KnownPerson): boolean {
  if (one.email !== null && other.email !== null) return one.email.toLowerCase() === other.email.toLowerCase()
  return foldName(one.name) === foldName(other.name)
}

/** Those whose handle it is or begins, or whose company's name has words that begin so; not those it fits by a person. */
function opportunitiesCalled<Row extends Opened>(rows: readonly Row[], who: string): readonly Row[] {
  const wanted = foldName(who)
  const exact = rows.filter((row) => row.handle === wanted)
  if (exact.length > 0 || wanted === '') return exact
  return rows.filter((row) => row.handle.startsWith(wanted) || ` ${foldName(row.company)}`.includes(` ${wanted}`))
}

function both(who: string, { rows, people }: { readonly rows: readonly Opened[]; readonly people: readonly KnownPerson[] }): Problem {
  return new Problem('reference', `"${who}" fits an opportunity and a person.`, {
    hint: `For the person: ${listed(people.map((one) => `"${namesakeOf(one)}"`))}; for the opportunity: ${listed(rows.map((row) => row.handle))}.`,
    code: 'ambiguous',
  })
}
