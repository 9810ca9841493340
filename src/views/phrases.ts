import type { Seen, SeenAct } from '../commands/standing/seen.js'
import type { Channel, StepName } from '../model/act.js'
import type { Day } from '../model/day.js'
import { isConnection } from '../model/kinds.js'
import { dayNumber } from '../model/day-number.js'
import type { Court, NextAct, Standing } from '../model/standing.js'
import { clock, dayAndMonth, hoursText, nearDay, shortDay, weekdayOf } from './day-words.js'
import { stateWords } from '../model/vocabulary.js'
import type { Stop } from '../commands/standing/stops.js'
import { actWords } from './act-words.js'
import type { ActTold } from './act-words.js'
import { nothingWords, whyNothing } from './nothing-next.js'

/** Whose move it is. */
export function moveWords(court: Court): string {
  return court === 'mine' ? 'yours' : court === 'theirs' ? 'theirs' : "nobody's"
}

/** The act as a line of a list: 'the note to Dana Reyes', 'call Dana Reyes, try 4'. `today` names near days. */
export function actPhrase(next: ActTold, today: Day): string {
  const who = next.contact?.name ?? ''
  if (next.step === 'debrief') return `the look back at ${meetingOf(next.since, today)}`
  const again = next.step === 'call' && next.attempt > 1 ? `, try ${next.attempt}` : ''
  if (isConnection(next)) return `connect with ${who === '' ? 'them' : who} on LinkedIn`
  const words = actWords(next)
  return `${who === '' ? words[1] : words[0].replace('@', () => who)}${channelWords[next.channel ?? 'email']}${again}`
}

/** What is said in the row of an opportunity: behind the company's name where no handle could be made of it. */
export function besideHandle({ handle, company }: Pick<Seen, 'handle' | 'company'>, words: string): string {
  return handle.startsWith('opportunity') && /^opportunity(?:-\d+)?$/.test(handle) ? `${company}: ${words}` : words
}

/** The act in a list whose next column says why: of a look back that says at which interview. */
export function rowPhrase(next: ActTold, today: Day): string {
  return next.step === 'debrief' ? 'the look back' : actPhrase(next, today)
}

/** Why an act of mine stands where it stands: 'silent since today', 'they asked yesterday', 'their day was Fri 5 Mar'. */
export function sinceWords(standing: Seen, today: Day): string {
  const { next, state, lastInbound, silentSince, promise } = standing
  if (standing.because[0]?.code === 'unsettled') return 'it may have left; look in Sent'
  if (standing.because.some(({ code }) => code === 'no-date')) return 'no interview is booked'
  if (next?.step === 'read-mail') return 'is it an answer?'
  if (next?.step === 'thank-you') return 'while it is fresh'
  if (standing.because.some(({ code }) => code === 'no-show')) return 'they did not come'
  if (next?.step === 'debrief') return meetingOf(next.since, today)
  if (next?.step === 'interview') return appointment(next, today)
  if (next?.missed) return `they named ${nearDay(next.missed.on, today)} ${clock(next.missed.time)}`
  if (next?.step === 'call' && next.at !== null) return `as agreed, ${appointment(next, today)}`
  if (state === 'silent' && silentSince)
    return promise && lastInbound && promise >= lastInbound
      ? `their day was ${nearDay(promise, today)}`
      : `silent since ${sinceDay(silentSince, today)}`
  if (state === 'offer') return next?.step === 'ask-in-writing' ? 'terms or day still open' : answerWords(standing.answerBy, today)
  if (state === 'answered') return askedWords(next, lastInbound && dayOn(lastInbound, today))
  if (state === 'parked') return next?.step === 'reconnect' ? 'if you still want it' : 'they had put it on hold'
  if (state === 'closed') return 'after their no'
  return stateWords[state]
}

/** How their day for my answer lies: ahead, today, or behind. */
function answerWords(by: Day | null, today: Day): string {
  if (by === null) return 'it waits for your answer'
  if (by < today) return `their day was ${nearDay(by, today)}; write today`
  return by === today ? 'they need your answer today' : `answer by ${nearDay(by, today)}`
}

/** What is left of one that rests: 'a few lines of news to Tomas Weil', 'you stopped chasing'. */
export function restWords(one: Seen, today: Day): string {
  return one.next ? actPhrase(withReasons(one.next, one), today) : stillWords(one)
}

/** How one stands on which nothing comes next: where it waits for nobody either, that nothing is planned. */
export function stillWords({ court, state, because }: Pick<Seen, 'court' | 'state' | 'because'>): string {
  if (because.some(({ code }) => code === 'imported')) return 'imported, not chased'
  return court === null && (state === 'waiting' || state === 'silent') ? 'nothing is planned' : stateWords[state]
}

/** When an act still to come is due, and why: 'Thu 11 Mar, silent since 24 Feb'. */
export function comingWords(standing: Seen, today: Day): string {
  const { next, silentSince } = standing
  if (!next) return ''
  if (next.at !== null) return appointment(next, today)
  const day = nearDay(myDay(next, today), today)
  return silentSince
    ? `${day}, silent since ${sinceDay(silentSince, today)}`
    : standing.state === 'snoozed'
      ? `${day}; you wait until then`
      : day
}

/** What they owe: 'no day named', 'a word by Fri 26 Mar'. */
export function owedWords(standing: Seen, today: Day): string {
  if (!standing.next) return whyNothing(standing.because) ?? stillWords(standing)
  const away = awayWords(standing, today)
  if (away !== null) return away
  if (isAgreedCall(standing) && standing.next) return rowPhrase(standing.next, today)
  if (standing.state === 'promised' && standing.promise) return `they named ${nearDay(standing.promise, today)}`
  return standing.state === 'promised' ? 'they will be in touch' : 'no day named'
}

/** That they are away, and until when; null when they are not, or their day is still to come. */
export function awayWords({ because, promise }: Pick<Seen, 'because' | 'promise'>, today: Day): string | null {
  const away = because.find(({ code }) => code === 'away')
  if (!away || (promise !== null && promise >= today)) return null
  return away.text.replace(/\d{4}-\d\d-\d\d/, (found) => shortDay(found as Day, today))
}

/** A call they asked for at a time of theirs: it is for me to make. */
export function isAgreedCall({ because, next }: Pick<Standing, 'because' | 'next'>): boolean {
  return next?.step === 'call' && because.some(({ code }) => code === 'call-back-agreed')
}

/** When it is my move again: 'yours from Mon 15 Mar'. */
export function yoursFrom(standing: Seen, today: Day): string {
  if (isAgreedCall(standing) && standing.next) return `as agreed, ${appointment(standing.next, today)}`
  return standing.next ? `yours from ${nearDay(myDay(standing.next, today), today)}` : ''
}

/** The day of an act on my clock: of one with hours that on which they begin, unless I sleep then. */
function myDay(next: SeenAct, today: Day): Day {
  const here = isInMyNight(next, today) ? null : next.window?.here
  return next.atHere?.on ?? here?.on ?? next.on
}

/** What is due today and has no hour left today is due all the same; '' where it has. */
export function overWords({ window, on }: SeenAct): string {
  return window && window.on > on ? "; today's hours are over" : ''
}

/** The next hours of what is due and has none left today, for a line below it; '' where it has. */
export function hoursAfterToday(next: SeenAct | null, today: Day): string {
  return next && overWords(next) !== '' ? windowWords(next, today) : ''
}

/** Hours on my clock first, theirs second: '9:00-12:00 on your clock, 8:00-11:00 in Chicago'; only one of them when they agree. */
export function windowWords(next: SeenAct, today: Day): string {
  const { window } = next
  if (!window) return ''
  if (!window.here) return `${window.on > today ? `${nearDay(window.on, today)} ` : ''}${hoursText(window)}`
  if (isInMyNight(next, today))
    return `the evening before will do; ${nearDay(window.on, today)} ${hoursText(window)} in ${cityOf(window.zone)}`
  const day = window.here.on === today ? '' : `${shortDay(window.here.on, today)} `
  return `${day}${hoursText(window.here)} on your clock, ${hoursText(window)} in ${cityOf(window.zone)}`
}

/** The day of an act with its hours or its hour, on my clock: 'Tue 23 Mar 11:00-12:00'. */
export function whenWords(next: SeenAct, today: Day): string {
  if (next.at !== null) return next.missed ? nearDay(next.missed.on, today) : appointment(next, today)
  const here = next.window?.here
  if (next.window && isInMyNight(next, today))
    return `${nearDay(next.window.on, today)} ${hoursText(next.window)} in ${cityOf(next.window.zone)}, or the evening before`
  const hours = here ?? next.window
  const day = nearDay(hours?.on ?? next.on, today)
  return hours ? `${day} ${hoursText(hours)}` : day
}

/** The next act with its day, its hours, and which try it is: 'call Dana Reyes, today 9:00-10:00, try 1 of 6'. The hours of a letter are said on both clocks. */
export function nextWords(next: SeenAct & ActTold, today: Day, theirs: 'with their hours' | 'my hours only'): string {
  const elsewhere =
    next.window?.here && (theirs === 'with their hours' || next.step !== 'call') && !isInMyNight(next, today)
      ? ` (${hoursText(next.window)} in ${cityOf(next.window.zone)})`
      : ''
  const of = next.step === 'call' && next.of > 1 ? `, try ${next.attempt} of ${next.of}` : ''
  return `${actPhrase({ ...next, attempt: 1 }, today)}, ${whenWords(next, today)}${elsewhere}${of}`
}

/** What comes next, or that nothing does; with the reason where that is all there is left to do. */
export function whatIsNext(
  { next, because, today }: Pick<Seen, 'next' | 'because'> & { readonly today: Day },
  theirs: Parameters<typeof nextWords>[2],
): string {
  if (!next) return nothingWords(because)
  const why = next.step === 'park' ? whyNothing(because) : undefined
  return `${nextWords(withReasons(next, { because }), today, theirs)}${why === undefined ? '' : `; ${why}`}`
}

/** 'no calls: mail is better', 'no calls, no letters'. */
export function stopWords({ calls, letters, reason }: Omit<Stop, 'contact'>): string {
  const what = calls && letters ? 'no calls, no letters' : calls ? 'no calls' : 'no letters'
  return reason === null ? what : `${what}: ${reason}`
}

/** A letter whose hours to come are over before I am up: it may leave the evening before. */
export function isInMyNight({ step, window }: Pick<SeenAct, 'step' | 'window'>, today: Day): boolean {
  const here = window?.here ?? null
  return step !== 'call' && here !== null && here.on > today && here.from < here.to && here.to <= '07:00'
}

/** The city of a zone: 'America/New_York' is 'New York'. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** Where a number is to be found: the one they gave, never a private one from elsewhere. */
export const whereNumbersAre =
  'under one of their mails, in the invitation, on a card they gave you; else the switchboard puts you through. A private mobile from elsewhere is not for this'

/** Where the number of a colleague is. */
export const whereColleaguesAre = 'in the list of your own house; or walk over'

/** A count with its noun: '1 message', '3 messages'. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** Small numbers as words: 'eight'; from thirteen on as digits. */
export function numberWords(count: number): string {
  return numbers[count] ?? String(count)
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** An act with the reasons for it. */
export function withReasons<A extends NextAct>(next: A, { because }: Pick<Seen, 'because'>): A & Pick<Seen, 'because'> {
  return { ...next, because }
}

const channelWords: Readonly<Record<Channel, string>> = {
  email: '',
  phone: '',
  linkedin: ', on LinkedIn',
  post: ', by post',
  text: ', by text',
}

function askedWords(next: SeenAct | null, on: string | null): string {
  const words = (next && asked[next.step]) ?? 'they asked @'
  return on === null ? words.replace(' @', '') : words.replace('@', on)
}

/** Why they wait for a word of mine; their day stands at the @. */
const asked: Readonly<Partial<Record<StepName, string>>> = {
  confirm: 'they invited you @',
  call: 'they rang @',
  'find-contact': 'your contact has left',
  'find-number': 'the number was not theirs',
  'close-the-loop': 'they asked you not to call',
  'check-in': 'a machine said no',
  withdraw: 'kindest said soon',
}

function appointment(next: SeenAct, today: Day): string {
  const day = nearDay(next.atHere?.on ?? next.on, today)
  const time = next.atHere?.time ?? next.at
  return time === null ? day : `${day} ${clock(time)}`
}

function meetingOf(day: Day, today: Day): string {
  const days = dayNumber(today) - dayNumber(day)
  if (days === 0) return "today's interview"
  if (days === 1) return "yesterday's interview"
  return days > 0 && days < 7 ? `${weekdayOf(day)}'s interview` : `the interview of ${dayAndMonth(day, today)}`
}

function dayOn(day: Day, today: Day): string {
  const near = nearDay(day, today)
  return near.endsWith('day') || near === 'tomorrow' ? near : `on ${near}`
}

/** A silence that is there is not of tomorrow: where it is tomorrow already, it began today. */
export function sinceDay(day: Day, today: Day): string {
  return day >= today ? 'today' : dayAndMonth(day, today)
}
