import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import type { Fact } from '../model/fact.js'
import { callIs, newsIs } from '../model/kinds.js'
import type { FactId } from '../model/opportunity.js'
import type { Event } from './timeline.js'
import { localIn } from './zones.js'

/** A history on the contact's clock, up to a day of theirs, and where a person there spoke in it. */
export interface Story {
  readonly events: readonly Event[]
  /** In order of their days. */
  readonly words: readonly Word[]
  readonly calendar: Calendar
  readonly today: Day
}

/** A word of a person there; of one that only a later interview shows, the day is the latest it can be of (`sure` false). */
export interface Word {
  readonly index: number
  readonly day: Day
  readonly command: FactId
  readonly sure: boolean
}

/** Business days in which what comes after a letter or a voicemail is said to have followed it: ours. */
export const followDays = 5

/** The words in a history that were said by `today`. */
export function wordsIn(events: readonly Event[], { zone, today }: { readonly zone: string; readonly today: Day }): readonly Word[] {
  const words = events.flatMap((event, index): readonly Word[] => {
    const said = saidOn(event, zone)
    if (said === null || said > today) return []
    return [{ index, day: said, command: event.fact.command, sure: event.fact.kind !== 'interviewed' || event.fact.data.booked }]
  })
  return words.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index))
}

/** The first word after an event; what was told with it of the same day belongs to it. Undefined where none came. */
export function wordAfter({ events, words }: Story, index: number): Word | undefined {
  const event = events[index]
  if (!event) return undefined
  return words.find(
    (word) => word.index > index && (word.day > event.day || (word.day === event.day && word.command !== event.fact.command)),
  )
}

/** The day on which an event is, or shows, a word of a person there; null for what is none. */
function saidOn({ fact, day }: Event, zone: string): Day | null {
  if (fact.kind === 'interviewed') return fact.data.booked ? localIn(zone, Date.parse(fact.recorded)).day : day
  return isWord(fact) ? day : null
}

function isWord(fact: Fact): boolean {
  if (fact.kind === 'heard') return newsIs(fact.data.kind, 'person') && !fact.data.automated
  if (fact.kind === 'called') return callIs(fact.data.outcome, 'word')
  return fact.kind === 'offered' || (fact.kind === 'promised' && fact.data.via !== 'interview')
}
