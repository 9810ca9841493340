import type { Day, LocalTime } from '../model/day.js'
import type { FactOf, FactKind } from '../model/fact.js'
import type { Ending } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'
import { businessDaysBetween } from './days.js'
import { prospectOf } from './judge.js'
import type { Ground } from './judge.js'
import { promisesIn, silenceWatch } from './path-waits.js'
import type { NamedDay, Silence } from './path-waits.js'
import { callsIn, lettersIn } from './path-touches.js'
import type { Dials, FollowedLetter } from './path-touches.js'
import { wordAfter, wordsIn } from './story.js'
import type { Story } from './story.js'
import type { Situation } from './situation.js'
import type { Event } from './timeline.js'

/** How far one opportunity came, in order: each its own step, and none needs the one before it. */
export const steps = ['interviewed', 'heard', 'again', 'offered', 'accepted'] as const
export type PathStep = (typeof steps)[number]

/** What one history comes to, told by its contact's days; what the figures are sums of. */
export interface Path {
  /** The first interview that is over; null before one is. */
  readonly began: Day | null
  readonly opened: Day
  readonly reached: readonly PathStep[]
  /** How it ended; null while it is open. */
  readonly ending: Ending | null
  /** Business days from an interview to the first dated word after it, for each interview that had one. */
  readonly answers: readonly number[]
  /** Business days from the first interview to the offer. */
  readonly toOffer: number | null
  readonly letters: readonly FollowedLetter[]
  readonly calls: Dials
  readonly promises: readonly NamedDay[]
  readonly silences: readonly Silence[]
  /** How it may have landed, by code, each once. */
  readonly landings: readonly string[]
}

/** Follows one history up to now; `at` is the clock of a zone. */
export function pathOf(file: CaseFile, ground: Ground, at: (zone: string) => LocalTime): Path {
  const events: Event[] = []
  const watch = silenceWatch()
  const { now, means } = prospectOf(file, ground, (event, after) => {
    const isOwn = event.fact.opportunity === file.opportunity.id
    if (isOwn) events.push(event)
    watch.see(event, after, isOwn)
  })
  const zone = means.lead?.zone ?? file.opportunity.zone
  const today = at(zone).slice(0, 10) as Day
  const story: Story = { events, words: wordsIn(events, { zone, today }), calendar: means.calendar, today }
  const held = heldIn(story, now, at(zone))
  const ending = endingOf(now, events)
  const first = held[0] === undefined ? null : (events[held[0]]?.day ?? null)
  const offer = events.find(isOffer)
  return {
    began: first,
    opened: events[0]?.day ?? today,
    reached: reachedIn(story, { held, ending }),
    ending,
    answers: held.flatMap((index) => answerTo(story, index)),
    toOffer: first && offer && offer.day >= first ? businessDaysBetween(first, offer.day, story.calendar) : null,
    letters: lettersIn(story),
    calls: callsIn(story),
    promises: promisesIn(story, now.closed?.on ?? null),
    silences: watch.silences(story),
    landings: [...new Set(of(events, 'debriefed').flatMap((one) => one.data.landings ?? []))],
  }
}

/** The places of interviews that are over and took place. */
function heldIn({ events }: Story, { meetings }: Situation, now: LocalTime): readonly number[] {
  const days = new Set(meetings.map((one) => one.day))
  return events.flatMap(({ fact, day, time }, index) =>
    fact.kind === 'interviewed' && days.has(day) && `${day}T${time ?? '00:00'}` <= now ? [index] : [],
  )
}

function reachedIn(
  story: Story,
  { held, ending }: { readonly held: readonly number[]; readonly ending: Ending | null },
): readonly PathStep[] {
  const [first] = held
  if (first === undefined) return []
  const { events } = story
  const offered = events.some(isOffer)
  const accepted = ending === 'hired' || of(events, 'sent').some((one) => one.data.letter === 'accept')
  const again = of(events, 'interviewed').length > 1
  const came: Readonly<Record<PathStep, boolean>> = {
    interviewed: true,
    heard: wordAfter(story, first) !== undefined || again || offered || accepted,
    again,
    offered: offered || accepted,
    accepted,
  }
  return steps.filter((step) => came[step])
}

function answerTo(story: Story, index: number): readonly number[] {
  const event = story.events[index]
  const word = wordAfter(story, index)
  return event && word?.sure ? [businessDaysBetween(event.day, word.day, story.calendar)] : []
}

function isOffer({ fact }: Event): boolean {
  if (fact.kind === 'heard') return fact.data.kind === 'offer'
  return fact.kind === 'offered' || (fact.kind === 'called' && fact.data.outcome === 'offer')
}

/** How it ended, as the person said it, else as what happened says. */
function endingOf({ closed }: Situation, events: readonly Event[]): Ending | null {
  if (!closed) return null
  const said = events.findLast(({ fact }) => fact.kind === 'closed' || fact.kind === 'reopened')?.fact
  if (said?.kind === 'closed') return said.data.as
  const last = of(events, 'sent').findLast(({ data: { letter } }) => letter in endingLetters)
  const byLetter = last && endingLetters[last.data.letter]
  return closed.by === 'person' || closed.by === 'machine' ? 'rejected' : (byLetter ?? 'withdrawn')
}
const endingLetters: Readonly<Partial<Record<string, Ending>>> = { accept: 'hired', decline: 'declined', withdraw: 'withdrawn' }

function of<K extends FactKind>(events: readonly Event[], kind: K): readonly FactOf<K>[] {
  return events.flatMap(({ fact }) => (fact.kind === kind ? [fact as FactOf<K>] : []))
}
