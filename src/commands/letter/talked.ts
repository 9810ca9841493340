import { nameParts } from '../../letters/names.js'
import { hookPhrase, isPhrase } from '../../letters/phrase.js'
import type { Fact, FactOf } from '../../model/fact.js'
import { letterIs } from '../../model/kinds.js'
import type { ContactId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { timeline, withoutReturned } from '../../rules/timeline.js'
import type { Event } from '../../rules/timeline.js'
import { keptOf } from './before.js'
import { readingOf, rememberedIn } from './facts.js'
import type { Writing } from './writing.js'

/** A talk: who was there ([]: nobody recorded it), and what was talked about. */
interface Meeting {
  readonly people: readonly ContactId[]
  readonly hooks: readonly string[]
}

/**
 * What a letter may take up of what was talked about with its reader, and no letter used, that last of which it is only presumed. Of a talk with several, the one who is chased gets all,
 * and the others one each from the end; what has somebody's name in it is theirs first.
 */
export function hooksFor(writing: Writing): readonly string[] {
  return unusedFirst(shareFor(writing), writing)
}

/** Those first of which no letter is even presumed to have used them. */
export function unusedFirst(hooks: readonly string[], writing: Pick<Writing, 'row' | 'file' | 'at'>): readonly string[] {
  return lastOf(hooks, presumedIn(writing))
}

/** What letters used that were sent without a word on it: each what its draft would have taken up, as the record stood. */
function presumedIn({ row, file, at }: Pick<Writing, 'row' | 'file' | 'at'>): readonly string[] {
  const presumed: string[] = []
  const arrived = withoutReturned(file.facts)
  for (const [index, { id, kind, data }] of file.facts.entries()) {
    if (kind !== 'sent' || !isUntold(data) || !arrived.some((one) => one.id === id)) continue
    const facts = file.facts.slice(0, index)
    const { letter, contact: to } = data
    const kept = keptOf(facts, { kind: letter, to })
    const reader = row.contacts.find((one) => one.id === to) ?? null
    const addressee = { reader: reader?.name ?? null, reading: readingOf(row, reader) }
    const share = lastOf(shareFor({ row, file: { ...file, facts }, letter, to, at, noCalls: false }), presumed)
    const hook = kept ? kept.draft.hook : share.find((one) => isPhrase(hookPhrase(one, addressee)))
    if (hook) presumed.push(hook)
  }
  return presumed
}

function isUntold({ letter, hook, template, sending }: FactOf<'sent'>['data']): boolean {
  return letterIs(letter, 'talks') && hook === undefined && template === undefined && sending === undefined
}

function lastOf(hooks: readonly string[], last: readonly string[]): readonly string[] {
  return [...hooks.filter((one) => !last.includes(one)), ...hooks.filter((one) => last.includes(one))]
}

function shareFor(writing: Writing): readonly string[] {
  const { row, file, to } = writing
  if (to === null) return row.outlook.lead === null ? rememberedIn(file.facts).free : []
  return unique(meetingsWith(writing).flatMap((meeting) => shareOf(meeting, writing)))
}

/** The letter that used what was talked about with the reader; null where none did. */
export function usedBefore(writing: Writing): FactOf<'sent'> | null {
  const hooks = meetingsWith(writing).flatMap((one) => one.hooks)
  const isOfIt = (fact: Fact): fact is FactOf<'sent'> =>
    fact.kind === 'sent' && fact.data.hook !== undefined && hooks.includes(fact.data.hook)
  return withoutReturned(writing.file.facts).findLast(isOfIt) ?? null
}

/** Those with the reader; all of them for the one who is chased, where they are in none. */
function meetingsWith({ row, file, to }: Writing): readonly Meeting[] {
  const { lead, zone } = row.outlook
  const events = timeline(file.facts, zone)
  const all = meetingsIn(events)
  const met = interviewsIn(events).some(({ contacts }) => contacts.length === 0 || (lead !== null && contacts.includes(lead)))
  if (to === lead && !met) return all
  return all.filter(({ people }) => (to !== null && people.includes(to)) || (people.length === 0 && to === lead))
}

/** What the looks back hold, by those who were there. */
function meetingsIn(events: readonly Event[]): readonly Meeting[] {
  const byPeople = new Map<string, Meeting>()
  for (const [at, { fact }] of events.entries()) {
    if (fact.kind !== 'debriefed') continue
    const people = peopleOf(fact, events, at)
    const key = people.join(' ')
    byPeople.set(key, { people, hooks: [...(byPeople.get(key)?.hooks ?? []), ...(fact.data.hooks ?? [])] })
  }
  return [...byPeople.values()]
}

/** Who was at the interview that a look back was told with, else at those of the last day before it; [] where nobody knows. */
function peopleOf(look: FactOf<'debriefed'>, events: readonly Event[], at: number): readonly ContactId[] {
  const own = events.filter(({ fact }) => fact.command === look.command)
  const day = events.slice(0, at).findLast(({ fact }) => fact.kind === 'interviewed')?.day
  const [first, ...more] = [own, events.filter((one) => one.day === day)].map(interviewsIn).find((some) => some.length > 0) ?? []
  if (!first || [first, ...more].some(({ contacts }) => contacts.length === 0)) return []
  return [...new Set([first, ...more].flatMap(({ contacts }) => contacts))]
}

function interviewsIn(events: readonly Event[]): readonly FactOf<'interviewed'>['data'][] {
  return events.flatMap(({ fact }) => (fact.kind === 'interviewed' ? [fact.data] : []))
}

function shareOf(meeting: Meeting, writing: Writing): readonly string[] {
  const { row, to, letter, file } = writing
  const { people } = meeting
  const hooks = unique(meeting.hooks).filter((one) => rememberedIn(file.facts).free.includes(one))
  const owner = (hook: string): ContactId | null => people.find((one) => isNamedIn(hook, row, one)) ?? null
  const own = hooks.filter((one) => owner(one) === to)
  const open = hooks.filter((one) => owner(one) === null)
  const first = firstOf(people, row)
  if (first === null || first === to || to === null || !people.includes(to)) {
    const given = hooks.filter((one) => ![...own, ...open].includes(one) && (letter !== 'thank-you' || isWrittenTo(owner(one), file.facts)))
    return [...own, ...open, ...given]
  }
  const waits = (one: ContactId): boolean => one === to || !isWrittenTo(one, file.facts)
  const others = people.filter((one) => one !== first && waits(one) && !hooks.some((hook) => owner(hook) === one))
  const at = open.length - 1 - others.indexOf(to)
  const kept = !waits(first) || hooks.some((hook) => owner(hook) === first) ? 0 : 1
  const share = own.length > 0 ? own : at >= kept ? open.slice(at, at + 1) : []
  return letter !== 'thank-you' && to === row.outlook.lead ? [...share, ...open] : share
}

/** Whose talk it was above all: the one who is chased; the boss, where that one only mediates. */
function firstOf(people: readonly ContactId[], row: OpportunityRow): ContactId | null {
  const there = row.contacts.filter((one) => people.includes(one.id))
  const lead = there.find((one) => one.id === row.outlook.lead)
  const boss = there.find((one) => one.role === 'boss')
  return ((lead && readingOf(row, lead) === 'outside' ? (boss ?? lead) : lead) ?? boss)?.id ?? people[0] ?? null
}

function isNamedIn(hook: string, { contacts }: OpportunityRow, id: ContactId): boolean {
  const words = hook.split(/[^\p{L}-]+/u)
  return nameParts(contacts.find((one) => one.id === id)?.name ?? null).some((part) => words.includes(part))
}

function isWrittenTo(id: ContactId | null, facts: readonly Fact[]): boolean {
  return withoutReturned(facts).some((fact) => fact.kind === 'sent' && fact.data.contact === id)
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
