import type { Seen } from '../commands/standing/seen.js'
import type { StepName } from '../model/act.js'
import type { NextAct } from '../model/standing.js'

/** An act as it is told; where its reasons are known, in the words of the occasion. */
export type ActTold = Pick<NextAct, 'step' | 'channel' | 'contact' | 'attempt' | 'since'> & Partial<Pick<Seen, 'because'>>

/** With a name (at the @) and without. */
type Words = readonly [named: string, unnamed: string]

/** What an act is called. */
export function actWords(next: Pick<ActTold, 'step' | 'because'>): Words {
  return isMissedMeeting(next) ? ['ask @ for a new time', 'ask for a new time'] : wordsOf[next.step]
}

/** Whether they did not come to the interview, and a line asks for another time. */
function isMissedMeeting({ step, because = [] }: Pick<ActTold, 'step' | 'because'>): boolean {
  return step === 'check-in' && because.some(({ code }) => code === 'no-show')
}

const wordsOf: Readonly<Record<StepName, Words>> = {
  'thank-you': ['thank-you to @', 'a thank-you'],
  'love-letter': ['the note to @', 'the note'],
  'value-add': ['something useful for @', 'something useful'],
  'check-in': ['check in with @', 'check in'],
  'after-voicemail': ['the mail after the voicemail to @', 'the mail after the voicemail'],
  'close-the-loop': ['close the loop with @', 'close the loop'],
  'rejection-reply': ['kind lines to @', 'kind lines'],
  answer: ['your answer to @', 'your answer'],
  accept: ['your yes to @', 'your yes'],
  decline: ['your no to @', 'your no'],
  'negotiation-opener': ['open the negotiation with @', 'open the negotiation'],
  reconnect: ['news to @', 'a few lines of news'],
  confirm: ['confirm the meeting with @', 'confirm the meeting'],
  'offer-thanks': ['thank @ for the offer', 'thank them for the offer'],
  extension: ['ask @ for more time', 'ask for more time'],
  'competing-offer': ['tell @ about the other offer', 'tell them about the other offer'],
  withdraw: ['withdraw, in a line to @', 'withdraw, in a line'],
  'recruiter-status': ['tell @ where things stand', 'tell the recruiter where things stand'],
  'referee-brief': ['brief @, your referee', 'brief your referee'],
  'referrer-update': ['news for @, who referred you', 'news for who referred you'],
  'read-mail': ['the mail from @', 'the mail that came'],
  call: ['call @', 'call them'],
  debrief: ['the look back', 'the look back'],
  interview: ['interview with @', 'interview'],
  'find-number': ['find a number for @', 'find a number'],
  'find-contact': ['find who follows @', 'find who decides'],
  'decide-offer': ['decide on the offer', 'decide on the offer'],
  'ask-in-writing': ['ask @ for terms and day in writing', 'ask for terms and day in writing'],
  park: ['at rest; still open', 'at rest; still open'],
}
