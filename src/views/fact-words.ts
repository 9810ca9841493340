import type { ToldFact } from '../commands/told.js'
import type { Day } from '../model/day.js'
import { shortDay } from './day-words.js'
import { counted, heardWords, letterWords, outcomeWords, stageWords } from './phrases.js'

/** What a fact says, in a few words; every kind has some. */
export function factWords(fact: ToldFact, today: Day): string {
  switch (fact.kind) {
    case 'opened':
      return ['opened', fact.data.company, fact.data.role].filter((part) => part).join(', ')
    case 'described':
      return `details: ${Object.keys(fact.data).join(', ')}`
    case 'met':
      return fact.people.length > 0 ? 'a person' : `a person: ${fact.data.name ?? ''}`
    case 'interviewed':
      return `interview, ${stageWords[fact.data.stage]}${fact.data.booked ? ', booked ahead' : ''}`
    case 'rescheduled':
      return fact.data.to
        ? `the interview moved to ${shortDay(fact.data.to.text.slice(0, 10) as Day, today)}`
        : 'the interview was cancelled'
    case 'debriefed':
      return ['the look back', ...(fact.data.landings ?? [])].join(', ')
    case 'promised':
      return `they named ${shortDay(fact.data.day, today)}`
    case 'sending':
      return `${letterWords[fact.data.letter]}, on its way`
    case 'sent':
      return `${letterWords[fact.data.letter]}${fact.data.channel === 'email' ? '' : `, by ${fact.data.channel}`}`
    case 'called':
      return `call, ${outcomeWords[fact.data.outcome]}`
    case 'heard':
      return `${heardWords[fact.data.kind]}${fact.data.automated ? ', by a machine' : ''}${fact.data.until ? `, back ${shortDay(fact.data.until, today)}` : ''}`
    case 'snoozed':
      return withReason(`you wait until ${shortDay(fact.data.until, today)}`, fact.data)
    case 'held':
      return withReason(`away until ${shortDay(fact.data.until, today)}`, fact.data)
    case 'retired':
      return withReason('you stopped chasing', fact.data)
    case 'resumed':
      return withReason('you started again', fact.data)
    case 'closed':
      return withReason(`closed: ${fact.data.as === 'no-response' ? 'no answer' : fact.data.as}`, fact.data)
    case 'reopened':
      return withReason('opened again', fact.data)
    case 'stopped':
      return withReason(`stop list: ${scopeWords(fact.data)}`, fact.data)
    case 'lifted':
      return `off the stop list: ${scopeWords(fact.data)}`
    case 'offered':
      return offerWords(fact.data, today)
    case 'noted':
      return fact.data.text
    case 'retracted':
      return `took back ${counted(fact.data.facts.length, 'record')}`
  }
}

/** The day a fact happened on, where it happened. */
export function dayOfFact(fact: ToldFact): Day {
  return fact.at.slice(0, 10) as Day
}

/** The terms of an offer in a line. */
export function offerWords(terms: Extract<ToldFact, { kind: 'offered' }>['data'], today: Day): string {
  const parts = [
    terms.base && `base ${terms.base}`,
    terms.bonus && `bonus ${terms.bonus}`,
    terms.equity && `equity ${terms.equity}`,
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
