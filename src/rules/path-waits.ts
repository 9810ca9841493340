import type { Day } from '../model/day.js'
import { callIs, newsIs } from '../model/kinds.js'
import { businessDaysBetween, rollForward } from './days.js'
import type { Situation } from './situation.js'
import { wordAfter } from './story.js'
import type { Story } from './story.js'
import type { Event } from './timeline.js'
import { localIn } from './zones.js'

/** A day they named: news by then, later by so many business days, none so far, or still ahead. */
export type NamedDay = { readonly how: 'kept' | 'none' | 'ahead' } | { readonly how: 'late'; readonly days: number }

/** A silence, in business days: ended by a word of a person there, lasting, or ended in another way. */
export interface Silence {
  readonly how: 'ended' | 'lasting' | 'otherwise'
  readonly days: number
}

/** The days they named, but for those that an end of mine came before. */
export function promisesIn(story: Story, closed: Day | null): readonly NamedDay[] {
  const { events, calendar, today } = story
  return events.flatMap(({ fact }, index): readonly NamedDay[] => {
    if (fact.kind !== 'promised') return []
    const named = rollForward(fact.data.day, calendar)
    const news = newsAfter(story, index)
    if (news !== null && news <= named) return [{ how: 'kept' }]
    if (news !== null) return [{ how: 'late', days: businessDaysBetween(named, news, calendar) }]
    if (closed !== null && closed <= named) return []
    return [{ how: named < today ? 'none' : 'ahead' }]
  })
}

/** The day of the next word, or of a machine's no, which is news too. */
function newsAfter(story: Story, index: number): Day | null {
  const word = wordAfter(story, index)?.day ?? null
  const no = story.events.find(({ fact }, at) => at > index && fact.kind === 'heard' && fact.data.kind === 'rejection')?.day ?? null
  return word !== null && no !== null ? (word < no ? word : no) : (word ?? no)
}

/** Watches a history as it is folded, for times in which nobody there spoke though their time was up. */
export function silenceWatch(): {
  readonly see: (event: Event, after: Situation, isOwn: boolean) => void
  readonly silences: (story: Pick<Story, 'today' | 'calendar'>) => readonly Silence[]
} {
  const spans: { readonly how: Silence['how']; readonly from: Day; readonly to: Day }[] = []
  let since: Day | null = null
  const end = (how: Silence['how'] | null, on: Day): void => {
    if (how !== null && since !== null && on > since) spans.push({ how, from: since, to: on })
  }
  return {
    see: (event, after, isOwn) => {
      if (isOwn) end(endIn(event), toldOn(event))
      since = runsOutOn(after)
    },
    silences: ({ today, calendar }) => {
      end('lasting', today)
      since = null
      return spans.map(({ how, from, to }) => ({ how, days: businessDaysBetween(from, to, calendar) }))
    },
  }
}

/** From when it is silence if they say nothing; null where the next word is mine, or all is over. */
function runsOutOn({ clock, closed, offer, retired, paused, obligations, bookings }: Situation): Day | null {
  if (!clock || closed || offer || retired || paused || obligations.length > 0 || bookings.length > 0) return null
  return clock.due
}

/** A booking lies on the day of the interview, and was made before. */
function toldOn({ fact, day }: Event): Day {
  if (fact.kind !== 'interviewed' || !fact.data.booked) return day
  const made = localIn(fact.at.zone, Date.parse(fact.recorded)).day
  return made < day ? made : day
}

function endIn({ fact }: Event): Silence['how'] | null {
  if (fact.kind === 'heard' && newsIs(fact.data.kind, 'person')) return fact.data.automated ? 'otherwise' : 'ended'
  if (fact.kind === 'called') return callIs(fact.data.outcome, 'word') ? 'ended' : null
  if (fact.kind === 'promised') return fact.data.via === 'interview' ? null : 'ended'
  if (fact.kind === 'offered' || fact.kind === 'interviewed') return 'ended'
  const isMine = fact.kind === 'closed' || fact.kind === 'retired' || (fact.kind === 'sent' && fact.data.letter === 'withdraw')
  return isMine ? 'otherwise' : null
}
