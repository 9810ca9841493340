import type { LetterKind } from '../model/act.js'
import { letterIs } from '../model/kinds.js'
import { clockFrom, isToldHere, pauseOver, pauseUntil, postpone, runClock, withoutFarewell } from './effects.js'
import type { Fold } from './effects.js'
import { gaps, waits } from './limits.js'
import type { Obligation, Situation, Touch } from './situation.js'
import type { Event } from './timeline.js'

/** A letter of mine: settles what I owed, counts as a touch, and moves silence only when it went out before silence was true. */
export function foldSent({ now, event, fact, set }: Fold<'sent'>): void {
  const { letter, contact, sending } = fact.data
  if (!isToldHere(fact, set)) return leftAtThat(now, event)
  now.unsettled = now.unsettled.filter((one) => one.fact !== sending && !(one.letter === letter && one.contact === contact))
  now.lastTouch = event.day
  now.noShow = null
  if (letter === 'thank-you') return void now.thankedOn.push({ contact, day: event.day })
  if (letterIs(letter, 'aside')) return
  const pair = letter === 'after-voicemail' ? pairedIn(now.touches) : null
  if (pair) return void (now.touches = pair)
  if (now.closed) return void now.afterNo.push(event.day)
  if (letter === 'accept' || letter === 'decline') now.closed = { on: event.day, by: 'offer' }
  if (letter === 'withdraw') now.closed = { on: event.day, by: 'hand' }
  if (now.offer) now.offer = { ...now.offer, asked: true }
  // Where they asked as well, an answer is to that, and the invitation still waits for a yes.
  const isToQuestion = letter === 'answer' && now.obligations.some((one) => one.kind === 'question')
  const settled = now.obligations.filter((one) => settles(letter, one.kind) && !(isToQuestion && one.kind === 'invite'))
  if (letter === 'love-letter') now.noteSent = true
  if (letter === 'close-the-loop') now.closing = { on: event.day }
  if (letter === 'reconnect') return void now.reconnects.push(event.day)
  if (settled.length > 0) return settle(now, settled, { event, fact, set, now })
  if (letterIs(letter, 'free')) return
  if (now.paused && (now.closing || event.day >= pauseOver(now.paused, set.calendar))) resumeAfterPause({ now, event, fact, set })
  else if (!now.paused && now.clock && event.day < now.clock.due) postpone(now, { start: event.day, plus: gapOf(letter) }, set.calendar)
  now.forced = null
  now.touches = [...now.touches, { act: 'letter', letter, outcome: null, day: event.day, time: event.time }]
}

/** After a wish for no calls the closing letter about another role said that I leave it at that: no second one follows it, and nothing else. */
function leftAtThat(now: Situation, { day }: Event): void {
  const rest = withoutFarewell(now)
  if (rest.length < now.obligations.length) Object.assign(now, { obligations: rest, closing: { on: day } })
}

/** The touches once the mail after a voicemail is out, with which it is one message; null where the last is no voicemail, or has its mail: then this is one by itself. */
export function pairedIn<One extends Touch>(touches: readonly One[]): One[] | null {
  const last = touches.at(-1)
  return last?.outcome === 'voicemail-left' && !last.paired ? [...touches.slice(0, -1), { ...last, paired: true }] : null
}

/** Business days of rest after an unanswered letter. */
export function gapOf(letter: LetterKind | null): number {
  return letter === 'love-letter' ? gaps.note : gaps.mail
}

/** Whether a letter is what was owed. */
export function settles(letter: LetterKind, owed: Obligation['kind']): boolean {
  switch (owed) {
    case 'question':
    case 'conflict':
      return letter !== 'after-voicemail'
    case 'no-calls':
      return letter === 'close-the-loop'
    case 'invite':
      return letter === 'confirm' || letter === 'answer'
    case 'left':
    case 'wrong-number':
    case 'call-back':
    case 'hired':
    case 'unwanted':
      return false
  }
}

function settle(now: Situation, settled: readonly Obligation[], { event, set }: Fold<'sent'>): void {
  now.obligations = now.obligations.filter((one) => !settled.includes(one))
  // Nobody waited for the closing letter: it is a message like another.
  if (settled.some((one) => one.kind === 'no-calls'))
    now.touches = [...now.touches, { act: 'letter', letter: 'close-the-loop', outcome: null, day: event.day, time: event.time }]
  if (!now.closing) runClock(now, event.day, clockFrom('answer', { start: event.day, plus: waits.answer }, set.calendar))
}

function resumeAfterPause({ now, event, set }: Fold<'sent'>): void {
  now.paused = null
  now.clock = clockFrom('pause', { start: event.day, plus: gaps.mail }, set.calendar)
  if (now.back) pauseUntil(now, now.back, set.calendar)
}
