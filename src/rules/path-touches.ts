import type { LetterKind } from '../model/act.js'
import { callIs, letterIs } from '../model/kinds.js'
import { addBusinessDays, businessDaysBetween } from './days.js'
import { followDays, wordAfter } from './story.js'
import type { Story } from './story.js'
import type { Event } from './timeline.js'

/** A letter, and whether a word of theirs came within five business days of it; null while those run. */
export interface FollowedLetter {
  readonly letter: LetterKind
  readonly followed: boolean | null
  /** The same for one that spoke of several opportunities and is on record in each; null for any other. */
  readonly joint: string | null
}

/** One try at the phone; `time` is the contact's, where it is known, `talk` on which try since their last word a conversation came of it. */
export interface Dial {
  readonly time: string | null
  readonly talk: number | null
  readonly joint: string | null
}

/** The tries at the phone of one history. */
export interface Dials {
  readonly dials: readonly Dial[]
  readonly voicemails: readonly Omit<FollowedLetter, 'letter'>[]
}

/** The letters to which an answer may come. */
export function lettersIn(story: Story): readonly FollowedLetter[] {
  return story.events.flatMap((event, index) => {
    if (event.fact.kind !== 'sent' || !mayBeAnswered(event.fact.data.letter)) return []
    const { letter } = event.fact.data
    return [{ letter, followed: followedIn(story, index), joint: jointOf(event, letter) }]
  })
}

/** The tries at the phone; a call of theirs is none. */
export function callsIn(story: Story): Dials {
  const dials: Dial[] = []
  const voicemails: Omit<FollowedLetter, 'letter'>[] = []
  let tried = 0
  story.events.forEach((event, index) => {
    if (story.words.some((word) => word.index === index) && event.fact.kind !== 'called') tried = 0
    if (event.fact.kind !== 'called') return
    const { outcome } = event.fact.data
    if (outcome === 'missed-callback') return void (tried = 0)
    tried += 1
    const joint = jointOf(event, 'call')
    dials.push({ time: event.time, talk: callIs(outcome, 'talk') ? tried : null, joint })
    if (outcome === 'voicemail-left') voicemails.push({ followed: followedIn(story, index), joint })
    if (callIs(outcome, 'word')) tried = 0
  })
  return { dials, voicemails }
}

function mayBeAnswered(letter: LetterKind): boolean {
  return letter === 'thank-you' || letter === 'after-voicemail' || letter === 'reconnect' || letterIs(letter, 'chases')
}

function followedIn(story: Story, index: number): boolean | null {
  const from = story.events[index]?.day
  if (from === undefined) return null
  const word = wordAfter(story, index)
  if (word && businessDaysBetween(from, word.day, story.calendar) <= followDays) return true
  return addBusinessDays(from, followDays, story.calendar) < story.today ? false : null
}

function jointOf({ fact }: Event, what: string): string | null {
  if (fact.kind !== 'sent' && fact.kind !== 'called') return null
  return (fact.data.also ?? []).length > 0 ? `${fact.command} ${what}` : null
}
