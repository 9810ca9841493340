import type { Fact, FactKind, FactOf } from '../../model/fact.js'
import type { Ending } from '../../model/opportunity.js'
import { momentOf } from '../../rules/timeline.js'
import { dayWords, whenHere } from '../typed/moments.js'
import { letterWords } from '../../model/vocabulary.js'
import { calledWords, heardWords, sentWords } from './touch-words.js'
import type { Telling } from './telling.js'

/** What one command put on record, without a full stop: the fact that matters most of it ('call to Dana Reyes, no answer, Fri 12 Mar 9:41'). */
export function sentenceOf(facts: readonly Fact[], telling: Telling): string {
  const main = mainOf(facts)
  if (!main) return 'nothing'
  const say = words[main.kind] as (fact: Fact, telling: Telling) => string
  return say(main, telling)
}

/** The fact of a command that matters most; undefined of none. */
export function mainOf(facts: readonly Fact[]): Fact | undefined {
  return [...facts].sort((a, b) => weight.indexOf(a.kind) - weight.indexOf(b.kind))[0]
}

/** 'calls and letters', 'calls' or 'letters'. */
export function stopped({ calls, letters }: { readonly calls: boolean; readonly letters: boolean }): string {
  return calls && letters ? 'calls and letters' : calls ? 'calls' : 'letters'
}

/** How it ended, as a clause. */
export const endingWords: Readonly<Record<Ending, string>> = {
  hired: 'you have the job',
  declined: 'you said no to their offer',
  rejected: 'they said no',
  withdrawn: 'you withdrew',
  'no-response': 'nothing more is expected',
}

/** Every kind of fact, the one a person would name first in front. */
const words: { readonly [K in FactKind]: (fact: FactOf<K>, telling: Telling) => string } = {
  interviewed: ({ data, at }, { company, ...clock }) => `interview${data.booked ? ' booked' : ''} at ${company}, ${whenHere(at, clock)}`,
  rescheduled: ({ data }, { company, ...clock }) =>
    `the interview at ${company} ${data.to === null ? 'is off' : `moved to ${whenHere(momentOf(data.to), clock)}`}`,
  sent: sentWords,
  called: calledWords,
  heard: heardWords,
  arrived: ({ at }, { company, ...clock }) => `a mail that is probably from ${company}, ${whenHere(at, clock)}`,
  offered: ({ at }, { company, ...clock }) => `offer from ${company}, ${whenHere(at, clock)}`,
  prepared: (_, { handle }) => `what you made ready for ${handle}`,
  closed: ({ data }, { company }) => `${company} is closed: ${endingWords[data.as]}`,
  reopened: (_, { company }) => `${company} is open again`,
  retired: (_, { company }) => `no more chasing at ${company}`,
  resumed: (_, { handle }) => `${handle} starts again`,
  snoozed: ({ data }, { company, today }) => `nothing from you to ${company} until ${dayWords(data.until, today)}`,
  held: ({ data }, { name, today }) => `${name(data.contact)} is away, back ${dayWords(data.until, today)}`,
  stopped: ({ data }, telling) => `no ${stopped(data).replace(' and ', ' and no ')} to ${whom(data, telling)}`,
  lifted: ({ data }, telling) => `${stopped(data)} to ${whom(data, telling)} are fine again`,
  debriefed: (_, { handle }) => `the look back on ${handle}`,
  promised: ({ data }, { company, today }) => `the day ${company} named, ${dayWords(data.day, today)}`,
  opened: (_, { company, handle }) => `${company}, as ${handle}`,
  met: ({ data }, { name }) => `what is known of ${name(data.contact)}`,
  described: (_, { handle }) => `what is known of ${handle}`,
  drafted: ({ data, at }, { name, ...clock }) =>
    `${letterWords[data.letter]} to ${name(data.contact)}, written and not sent, ${whenHere(at, clock)}`,
  noted: ({ at }, { handle, ...clock }) => `a note on ${handle}, ${whenHere(at, clock)}`,
  sending: ({ data }, { name }) => `${letterWords[data.letter]} to ${name(data.contact)}, on its way`,
  retracted: () => 'an undo',
}
const weight = Object.keys(words)

function whom({ contact }: FactOf<'stopped'>['data'], { name, company }: Telling): string {
  return contact ? name(contact) : `anyone at ${company}`
}
