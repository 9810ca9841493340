import type { Seen, SeenAct } from '../commands/seen.js'
import type { Channel, HeardKind, LetterKind, Outcome, StepName } from '../model/act.js'
import type { Day } from '../model/day.js'
import type { ContactRole, Stage } from '../model/opportunity.js'
import type { Court, NextAct, State } from '../model/standing.js'
import { clock, dayAndMonth, hoursText, nearDay, shortDay, weekdayOf } from './day-words.js'

/** What a letter is called on screens; `love-letter` is "the note". */
export const letterWords: Readonly<Record<LetterKind, string>> = {
  'thank-you': 'thank-you',
  'love-letter': 'note',
  'value-add': 'something useful',
  'check-in': 'check-in',
  'after-voicemail': 'mail after the voicemail',
  'close-the-loop': 'closing letter',
  'rejection-reply': 'reply to their no',
  answer: 'answer',
  accept: 'yes to the offer',
  decline: 'no to the offer',
  'negotiation-opener': 'opening of the negotiation',
  reconnect: 'lines of news',
  confirm: 'confirmation',
  'offer-thanks': 'thanks for the offer',
  extension: 'request for more time',
  'competing-offer': 'word on another offer',
  withdraw: 'withdrawal',
  'recruiter-status': 'word to the recruiter',
  'referee-brief': 'word to a referee',
  'referrer-update': 'word to who referred you',
}

/** What came of a call, for a person. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  spoke: 'spoke',
  'asks-something': 'spoke, they asked for something',
  booked: 'spoke, a meeting agreed',
  offer: 'spoke, an offer',
  no: 'spoke, a no',
  'bad-time': 'a bad time',
  'asked-not-to-call': 'asked not to call',
  'assistant-time': 'the assistant named a time',
  'assistant-message': 'message with the assistant',
  'assistant-will-call': 'they will call back',
  'voicemail-left': 'voicemail',
  'no-answer': 'no answer',
  busy: 'busy',
  'mailbox-full': 'mailbox full',
  'wrong-number': 'wrong number',
  'missed-callback': 'they rang, missed',
  dropped: 'the line dropped',
}

/** What came in, for a person. */
export const heardWords: Readonly<Record<HeardKind, string>> = {
  question: 'they asked for something',
  holding: 'still deciding',
  courtesy: 'a friendly word',
  invite: 'an invitation',
  rejection: 'a no',
  offer: 'an offer',
  'on-hold': 'the role is on hold',
  left: 'they have left the company',
  'out-of-office': 'out of office',
  bounce: 'a letter came back',
  auto: 'an automatic reply',
  reposted: 'advertised again',
  viewed: 'your profile was viewed',
  'no-show': 'they did not come',
  freeze: 'hiring is frozen',
}

/** The kinds of interview, for a person. */
export const stageWords: Readonly<Record<Stage, string>> = {
  screen: 'screening',
  manager: 'hiring manager',
  onsite: 'on site',
  panel: 'panel',
  final: 'final round',
  executive: 'executive',
  internal: 'internal',
  referral: 'through a referral',
  'public-sector': 'public sector',
}

/** Who someone is. */
export const roleWords: Readonly<Record<ContactRole, string>> = {
  boss: 'decides',
  recruiter: 'recruiter',
  agency: 'agency; all goes through them',
  hr: 'human resources',
  peer: 'peer',
  assistant: 'assistant',
  gatekeeper: 'answers the phone',
  referrer: 'referred you',
  champion: 'speaks for you',
  referee: 'referee',
}

/** Whose move it is. */
export function moveWords(court: Court): string {
  return court === 'mine' ? 'yours' : court === 'theirs' ? 'theirs' : "nobody's"
}

/** The act as a line of a list: 'the note to Dana Reyes', 'call Dana Reyes, try 4 of 6'. `today` names near days. */
export function actPhrase(next: Pick<NextAct, 'step' | 'channel' | 'contact' | 'attempt' | 'of' | 'since'>, today: Day): string {
  const who = next.contact?.name ?? ''
  if (next.step === 'debrief') return `the look back at ${meetingOf(next.since, today)}`
  if (next.step === 'call' && next.of > 1) return `call ${who === '' ? 'them' : who}, try ${next.attempt} of ${next.of}`
  const [named, unnamed] = actWords[next.step]
  return (who === '' ? unnamed : named.replace('@', () => who)) + channelWords[next.channel ?? 'email']
}

/** Why an act of mine stands where it stands: 'silent since today', 'they asked yesterday', 'their day was Fri 5 Mar'. */
export function sinceWords(standing: Seen, today: Day): string {
  const { next, state, lastInbound, silentSince, promise } = standing
  if (next?.step === 'thank-you') return 'while it is fresh'
  if (next?.step === 'debrief') return `it was ${dayOn(next.since, today)}`
  if (next?.step === 'interview') return appointment(next, today)
  if (state === 'silent' && silentSince)
    return promise && lastInbound && promise >= lastInbound
      ? `their day was ${nearDay(promise, today)}`
      : `silent since ${sinceDay(silentSince, today)}`
  if (state === 'offer') return next ? `by ${nearDay(next.on, today)}` : ''
  if (state === 'answered') return askedWords(next, lastInbound && dayOn(lastInbound, today))
  return stateWords[state]
}

/** When an act still to come is due, and why: 'Thu 11 Mar, silent since 24 Feb'. */
export function comingWords(standing: Seen, today: Day): string {
  const { next, silentSince } = standing
  if (!next) return ''
  if (next.at !== null) return appointment(next, today)
  const day = nearDay(next.on, today)
  return silentSince
    ? `${day}, silent since ${sinceDay(silentSince, today)}`
    : standing.state === 'snoozed'
      ? `${day}; you wait until then`
      : day
}

/** What they owe: 'no day named', 'a word by Fri 26 Mar'. */
export function owedWords(standing: Seen, today: Day): string {
  if (standing.state === 'promised' && standing.promise) return `they named ${nearDay(standing.promise, today)}`
  return standing.state === 'promised' ? 'they will be in touch' : 'no day named'
}

/** When it is my move again: 'yours from Mon 15 Mar'. */
export function yoursFrom(standing: Seen, today: Day): string {
  return standing.next ? `yours from ${nearDay(standing.next.on, today)}` : ''
}

/** Hours on my clock first, theirs second: '9:00-12:00 on your clock, 8:00-11:00 in Chicago'; only one of them when they agree. */
export function windowWords(next: SeenAct, today: Day): string {
  const { window } = next
  if (!window) return ''
  if (!window.here) return hoursText(window)
  const day = window.here.on === next.on ? '' : `${shortDay(window.here.on, today)} `
  return `${day}${hoursText(window.here)} on your clock, ${hoursText(window)} in ${cityOf(window.zone)}`
}

/** The day of an act with its hours or its hour, on my clock: 'Tue 23 Mar 11:00-12:00'. */
export function whenWords(next: SeenAct, today: Day): string {
  if (next.at !== null) return appointment(next, today)
  const here = next.window?.here
  const hours = here ?? next.window
  const day = nearDay(here?.on ?? next.on, today)
  return hours ? `${day} ${hoursText(hours)}` : day
}

/** The city of a zone: 'America/New_York' is 'New York'. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** A state in a word or two, for lists. */
export const stateWords: Readonly<Record<State, string>> = {
  closed: 'closed',
  offer: 'an offer to answer',
  retired: 'you stopped chasing',
  answered: 'they wait for you',
  snoozed: 'you are waiting',
  promised: 'they named a day',
  parked: 'at rest',
  waiting: 'their move',
  silent: 'silent',
}

/** A count with its noun: '1 message', '3 messages'. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Small numbers as words: 'eight'; from thirteen on as digits. */
export function numberWords(count: number): string {
  return numbers[count] ?? String(count)
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** With a name (at the @) and without. */
const actWords: Readonly<Record<StepName, readonly [named: string, unnamed: string]>> = {
  'thank-you': ['thank-you to @', 'a thank-you'],
  'love-letter': ['the note to @', 'the note'],
  'value-add': ['something useful for @', 'something useful'],
  'check-in': ['check in with @', 'check in'],
  'after-voicemail': ['the mail after the voicemail to @', 'the mail after the voicemail'],
  'close-the-loop': ['close the loop with @', 'close the loop'],
  'rejection-reply': ['four lines to @ that keep the door open', 'four lines that keep the door open'],
  answer: ['your answer to @', 'your answer'],
  accept: ['your yes to @', 'your yes'],
  decline: ['your no to @', 'your no'],
  'negotiation-opener': ['open the negotiation with @', 'open the negotiation'],
  reconnect: ['a few lines of news to @', 'a few lines of news'],
  confirm: ['confirm the meeting with @', 'confirm the meeting'],
  'offer-thanks': ['thank @ for the offer', 'thank them for the offer'],
  extension: ['ask @ for more time', 'ask for more time'],
  'competing-offer': ['tell @ about the other offer', 'tell them about the other offer'],
  withdraw: ['withdraw, in a line to @', 'withdraw, in a line'],
  'recruiter-status': ['tell @ where things stand', 'tell the recruiter where things stand'],
  'referee-brief': ['brief @, your referee', 'brief your referee'],
  'referrer-update': ['news for @, who referred you', 'news for who referred you'],
  call: ['call @', 'call them'],
  debrief: ['the look back', 'the look back'],
  interview: ['interview with @', 'interview'],
  'find-number': ['find a number for @', 'find a number'],
  'find-contact': ['find who has taken over from @', 'find who decides'],
  'decide-offer': ['decide on the offer', 'decide on the offer'],
  'ask-in-writing': ['ask @ for the offer on paper', 'ask for the offer on paper'],
  park: ['at rest; still open', 'at rest; still open'],
}

const channelWords: Readonly<Record<Channel, string>> = {
  email: '',
  phone: '',
  linkedin: ', on LinkedIn',
  post: ', by post',
  text: ', by text',
}

function askedWords(next: SeenAct | null, on: string | null): string {
  const when = on === null ? '' : ` ${on}`
  const words: Readonly<Partial<Record<StepName, string>>> = {
    confirm: `they invited you${when}`,
    call: `they rang${when}`,
    'find-contact': 'your contact has left',
    'find-number': 'the number was not theirs',
    'close-the-loop': 'they asked you not to call',
  }
  return (next && words[next.step]) ?? `they asked${when}`
}

function appointment(next: SeenAct, today: Day): string {
  const day = nearDay(next.atHere?.on ?? next.on, today)
  const time = next.atHere?.time ?? next.at
  return time === null ? day : `${day} ${clock(time)}`
}

function meetingOf(day: Day, today: Day): string {
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000
  return days >= 0 && days < 7 ? `${weekdayOf(day)}'s interview` : `the interview of ${dayAndMonth(day, today)}`
}

function dayOn(day: Day, today: Day): string {
  const near = nearDay(day, today)
  return /^(?:to|yes)/.test(near) ? near : `on ${near}`
}

function sinceDay(day: Day, today: Day): string {
  return day === today ? 'today' : dayAndMonth(day, today)
}
