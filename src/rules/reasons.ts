import type { Day } from '../model/day.js'
import type { Act, Reason, State } from '../model/standing.js'
import { saidLast } from './acts.js'
import type { Prospect } from './acts.js'
import { rollForward } from './days.js'
import { doorChase } from './door.js'
import { budget } from './limits.js'
import type { Clock } from './situation.js'

/** Why the state is what it is and why the act is next: stable codes, the days, and a sentence without its stop. */
export function because(prospect: Prospect, state: State, next: Act | null): readonly Reason[] {
  return [...stateReasons(prospect, state), ...(next ? actReasons(prospect, next) : nothingReasons(prospect, state))]
}

/** Why a letter that may have left comes before all else. */
export function unsettledReason({ since }: Act): Reason {
  return { code: 'unsettled', text: 'a letter was being handed over when the line broke off, and may have left', on: since }
}

/** Why a mail that is probably theirs comes first. */
export function unconfirmedReason({ since }: Act): Reason {
  return { code: 'unconfirmed', text: 'a mail came that is probably an answer; nobody has said yet whether it is', on: since }
}

function stateReasons(prospect: Prospect, state: State): readonly Reason[] {
  const { now, means } = prospect
  switch (state) {
    case 'closed':
      return [{ code: `closed-by-${now.closed?.by ?? 'hand'}`, text: closedWords[now.closed?.by ?? 'hand'], ...on(now.closed?.on) }]
    case 'offer':
      return [{ code: 'offer-open', text: 'there is an offer, and it waits for your answer', ...on(now.offer?.on) }]
    case 'retired':
      return [
        now.imported
          ? { code: 'imported', text: 'it was imported, and is not chased until you say so; a word from them starts it, too' }
          : { code: 'retired', text: 'you stopped chasing; a word from them brings it back' },
      ]
    case 'answered':
      return answeredReasons({ now })
    case 'snoozed':
      return [{ code: 'snoozed', text: 'you asked to wait until this day', ...on(now.snooze?.until) }]
    case 'promised':
      return awayReasons(now.clock) ?? promisedReasons(now.clock, now.promise && rollForward(now.promise, means.calendar))
    case 'parked':
      return [
        now.paused
          ? {
              code: 'role-on-hold',
              text: `they have put the role on hold${now.paused.until ? ` until ${now.paused.until}` : ''}`,
              on: now.paused.on,
            }
          : now.closing
            ? { code: 'loop-closed', text: 'you closed the loop and nothing came', on: now.closing.on }
            : spentReason(prospect),
      ]
    case 'waiting':
      return now.clock
        ? (awayReasons(now.clock) ?? [clockReason(now.clock, 'their-time')])
        : [{ code: 'nothing-yet', text: 'no interview is on record yet' }]
    case 'silent':
      return now.clock ? [clockReason(now.clock, 'silent')] : []
  }
}

const closedWords = {
  hand: 'you closed it',
  person: 'a person there said no',
  machine: 'an automatic no came, and nobody there had been in touch',
  offer: 'you answered their offer',
} as const

function answeredReasons({ now }: Pick<Prospect, 'now'>): readonly Reason[] {
  const asked = now.obligations.map((one) => ({ code: `owed-${one.kind}`, text: owedWords[one.kind], on: one.since }))
  return asked.length > 0 ? asked : now.bookings.map((one) => ({ code: 'booked', text: 'an interview is booked', on: one.day }))
}

const owedWords = {
  question: 'they asked you for something',
  invite: 'they invited you and wait for a yes',
  left: 'your contact has left; someone has taken over',
  'wrong-number': 'the number was not theirs',
  conflict: 'a machine said no while a person was in touch; only the person can say',
  'call-back': 'they rang and missed you',
  hired: 'a line spares them the wait',
  unwanted: 'you do not want it; a line spares them the wait',
  'no-calls': 'they asked you not to call; one letter ends it politely',
} as const

function promisedReasons(clock: Clock | null, promise: Day | null): readonly Reason[] {
  if (!clock) return []
  if (promise && clock.start === promise)
    return [{ code: 'promise', text: 'they named a day, with a few days of grace', on: clock.due, from: promise, plus: clock.plus }]
  return [
    {
      code: clock.plus === 0 ? 'call-back-agreed' : 'they-will-call',
      text: clock.plus === 0 ? 'they asked you to call then' : 'they said they would call',
      on: clock.due,
      from: clock.start,
      plus: clock.plus,
    },
  ]
}

/** Where an absence moved their clock it is the reason, whatever it counted from before. */
function awayReasons(clock: Clock | null): readonly Reason[] | null {
  if (!clock?.moved?.away) return null
  const { start, plus, away } = clock.moved
  return [
    { code: 'away', text: away === 'until start' ? `away, back ${start}` : 'away, with no day named', on: clock.due, from: start, plus },
  ]
}

function clockReason(clock: Clock, code: string): Reason {
  return { code: `${code}-${clock.anchor}`, text: clockWords[clock.anchor], on: clock.due, from: clock.start, plus: clock.plus }
}

const clockWords = {
  interview: 'counted from the interview, no day named',
  promise: 'counted from the day they named',
  reply: 'counted from their last word, which named no day',
  answer: 'counted from your answer to them',
  talk: 'counted from your talk',
  courtesy: 'counted from their friendly word',
  'called-off': 'counted from the day the interview was called off',
  pause: 'counted from your letter about the paused role',
} as const

function actReasons(prospect: Prospect, next: Act): readonly Reason[] {
  const { chases, means, now } = prospect
  if (next.step === 'park' && !now.closing) return [spentReason(prospect)]
  const known = now.closed ? [doorChase(prospect)].filter((one) => one !== null) : chases
  const chase = known.find((one) => one.act === next || (one.act.step === next.step && one.act.since === next.since))
  const reasons: Reason[] = []
  if (chase?.from)
    reasons.push({
      code: `step-${chase.act.rule ?? chase.act.step}`,
      text: `counted from ${chase.from.what}`,
      on: next.since,
      from: chase.from.day,
      plus: chase.from.plus,
    })
  if (chase && !now.closed && means.used.units === budget.units - 1)
    reasons.push({ code: 'last-message', text: 'three messages are unanswered; the fourth closes the loop' })
  if (!now.clock && now.snooze && next.step === 'check-in' && !now.forced)
    reasons.push({ code: 'no-date', text: 'no interview is booked, and you wanted to come back to it', on: next.since })
  if (next.rule === 'no-show')
    reasons.push({ code: 'no-show', text: 'they did not come, and a line asks for another time', on: next.since })
  if (next.step === 'find-number') reasons.push({ code: 'no-number', text: numberWords(means) })
  if (next.step === 'thank-you')
    reasons.push({ code: 'thanks-fresh', text: 'a thank-you is fresh for three business days', on: next.since })
  return reasons
}

/** Four messages are enough, be none of them the closing letter. */
function spentReason(prospect: Prospect): Reason {
  const text = prospect.means.elsewhere.unit
    ? 'four messages to them are unanswered, those about another role counted too'
    : 'four messages are unanswered, and a further one would cost more than it could win'
  return { code: 'messages-spent', text, ...on(saidLast(prospect)) }
}

function nothingReasons(prospect: Prospect, state: State): readonly Reason[] {
  const { now, means } = prospect
  if (now.closed || now.retired || (state === 'parked' && !now.paused && !now.closing)) return []
  if (means.letters && means.used.units >= budget.units) return [spentReason(prospect)]
  if (means.letters && means.calls) return []
  return [{ code: 'stopped', text: 'the stop list leaves nothing to do' }]
}

function on(day: Day | null | undefined): { readonly on?: Day } {
  return day ? { on: day } : {}
}

/** How to give a number, or say that there will be none. */
function numberWords({ lead, letters }: Prospect['means']): string {
  return `${letters ? '' : 'letters there are stopped, and '}no number is on record; followup contact edit "${lead?.name ?? 'NAME'}" --phone NUMBER keeps one`
}
