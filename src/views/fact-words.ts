import { amount, namedOnce } from '../model/amount.js'
import type { ToldFact } from '../model/result.js'
import type { Day } from '../model/day.js'
import type { FactKind } from '../model/fact.js'
import { shortDay } from './day-words.js'
import { counted } from './phrases.js'
import { endingWords, heardWords, letterWords, outcomeWords, stageWords } from '../model/vocabulary.js'

/** What a fact says, in a few words; every kind has some. */
export function factWords(fact: ToldFact, today: Day): string {
  const say = words[fact.kind] as (fact: ToldFact, today: Day) => string
  return say(fact, today)
}

/** A letter that was written and has left since: its leaving is told. */
export function isSent(fact: ToldFact, facts: readonly ToldFact[]): boolean {
  if (fact.kind !== 'drafted') return false
  const { letter, contact } = fact.data
  const after = facts.slice(facts.indexOf(fact) + 1)
  return after.some((one) => one.kind === 'sent' && !one.retracted && one.data.letter === letter && one.data.contact === contact)
}

/** A booking that came to pass, and the taking off of it: what came of it is told in their place. */
export function givesWay(fact: ToldFact, facts: readonly ToldFact[]): boolean {
  return facts.some(
    (one) => one.kind === 'rescheduled' && one.data.to === null && (one === fact || one.data.interview === fact.id) && isHeld(one, facts),
  )
}

/** What became of a booking that was moved or called off, for its own line has the day it was first for; else ''. */
export function fateWords(fact: ToldFact, facts: readonly ToldFact[], today: Day): string {
  const last = facts.findLast((one) => one.kind === 'rescheduled' && !one.retracted && one.data.interview === fact.id)
  if (last?.kind !== 'rescheduled' || isHeld(last, facts)) return ''
  return last.data.to === null ? ', then cancelled' : `, then moved to ${shortDay(last.data.to.text.slice(0, 10) as Day, today)}`
}

function isHeld({ command }: ToldFact, facts: readonly ToldFact[]): boolean {
  return facts.some((one) => one.kind === 'interviewed' && one.command === command)
}

/** The day a fact happened on, where it happened. */
export function dayOfFact(fact: ToldFact): Day {
  return fact.at.slice(0, 10) as Day
}

/** The terms of an offer in a line. */
export function offerWords(terms: Extract<ToldFact, { kind: 'offered' }>['data'], today: Day): string {
  const parts = [
    terms.base && namedOnce('base', amount(terms.base)),
    terms.bonus && namedOnce('bonus', amount(terms.bonus)),
    terms.equity && namedOnce('equity', amount(terms.equity)),
    terms.signOn && `once ${amount(terms.signOn)}`,
    terms.leave && namedOnce('leave', terms.leave),
    terms.hours && namedOnce('hours', terms.hours),
    terms.start && `start ${shortDay(terms.start, today)}`,
    terms.location,
    terms.respondBy && `answer by ${shortDay(terms.respondBy, today)}`,
    terms.written === true ? 'on paper' : terms.written === false ? 'not on paper yet' : undefined,
  ].filter((part) => part)
  return ['an offer', ...parts].join(', ')
}

function withReason(words: string, { reason }: { readonly reason?: string }): string {
  return reason === undefined ? words : `${words}; ${reason}`
}

function scopeWords({
  calls,
  letters,
  company,
}: {
  readonly calls: boolean
  readonly letters: boolean
  readonly company?: string
}): string {
  const what = calls && letters ? 'no calls, no letters' : calls ? 'no calls' : 'no letters'
  return company === undefined ? what : `${what}, the whole company`
}

/** What was added to somebody known, or changed: 'details: phone'. */
function changedWords(data: Of<'met'>['data']): string {
  const { lead, ...others } = data
  const named = Object.keys(others).flatMap((key) => detailNames[key] ?? [])
  return named.length > 0 || !lead ? ['details', named.join(', ')].filter((part) => part !== '').join(': ') : 'whom you write to'
}

const detailNames: Readonly<Record<string, string>> = {
  email: 'mail address',
  phone: 'phone number',
  phoneKind: 'kind of phone',
  role: 'role',
  title: 'title',
  zone: 'where they sit',
  assistant: 'assistant',
  say: 'how the name is said',
}

type Of<K extends FactKind> = Extract<ToldFact, { readonly kind: K }>

const words: { readonly [K in FactKind]: (fact: Of<K>, today: Day) => string } = {
  opened: ({ data }) => ['opened', data.company, data.role].filter((part) => part).join(', '),
  described: ({ data }) => `details: ${Object.keys(data).join(', ')}`,
  met: ({ data, people }) => (data.name === undefined ? changedWords(data) : people.length > 0 ? 'met' : `met ${data.name}`),
  interviewed: ({ data }) => `interview, ${stageWords[data.stage]}${data.booked ? ', booked ahead' : ''}`,
  rescheduled: ({ data }, today) =>
    data.to ? `the interview moved to ${shortDay(data.to.text.slice(0, 10) as Day, today)}` : 'the booking was taken off',
  debriefed: ({ data }) => ['the look back', ...(data.landings ?? []).map(landingPhrase)].join(', '),
  promised: ({ data }, today) => `they named ${shortDay(data.day, today)}`,
  sending: ({ data }) => `${letterWords[data.letter]}, on its way`,
  sent: ({ data }) =>
    `${letterWords[data.letter]}${data.channel === 'email' ? '' : data.channel === 'linkedin' ? ', on LinkedIn' : `, by ${data.channel}`}${data.also ? ', for another too' : ''}`,
  called: ({ data }) => `call, ${outcomeWords[data.outcome]}${data.also ? ', for another too' : ''}`,
  heard: ({ data }, today) =>
    `${heardWords[data.kind]}${data.automated ? ', by a machine' : ''}${data.until ? `${data.kind === 'on-hold' ? ' until' : ', back'} ${shortDay(data.until, today)}` : ''}`,
  arrived: ({ data }) => (data.unclear ? 'a mail that is not clear' : `a mail that is probably theirs: ${heardWords[data.kind]}`),
  snoozed: ({ data }, today) => withReason(`you wait until ${shortDay(data.until, today)}`, data),
  held: ({ data }, today) => withReason(`away, back ${shortDay(data.until, today)}`, data),
  retired: ({ data }) =>
    withReason(data.hired ? 'you took a job elsewhere' : data.imported ? 'imported, not chased' : 'you stopped chasing', data),
  resumed: ({ data }) => withReason('you started again', data),
  closed: ({ data }) => withReason(`closed: ${endingWords[data.as]}`, data),
  reopened: ({ data }) => withReason('opened again', data),
  stopped: ({ data }) => withReason(`stop list: ${scopeWords(data)}`, data),
  lifted: ({ data }) => `off the stop list: ${scopeWords(data).replaceAll('no ', '')}`,
  offered: ({ data }, today) => offerWords(data, today),
  prepared: ({ data }) =>
    [
      'made ready',
      ...(data.figures ?? []),
      ...(data.reasons ?? []),
      ...(data.wishes ?? []).map((wish) => `wish: ${wish}`),
      ...(data.ask ? [`to ask: ${data.ask}`] : []),
    ].join('; '),
  noted: ({ data }) => data.text,
  drafted: ({ data }) => `${letterWords[data.letter]}, written and not sent`,
  retracted: ({ data }) => `took back ${counted(data.facts.length, 'record')}`,
}

/** A doubt by its code, in words. */
function landingPhrase(code: string): string {
  return code === 'none-known' ? 'no doubt that you know of' : code.replaceAll('-', ' ')
}
