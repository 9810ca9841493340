import type { HeardKind, LetterKind, Outcome } from './act.js'
import type { ContactRole, Ending, Stage } from './opportunity.js'
import type { State } from './standing.js'

/** What a letter is called on screens; `love-letter` is "the note". */
export const letterWords: Readonly<Record<LetterKind, string>> = {
  'thank-you': 'thank-you',
  'love-letter': 'note',
  'value-add': 'useful lines',
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
  'referrer-update': 'news to who referred you',
}

/** What came of a call, for a person. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  spoke: 'spoke',
  'asks-something': 'spoke, a question',
  booked: 'spoke, a meeting agreed',
  offer: 'spoke, an offer',
  no: 'spoke, a no',
  'bad-time': 'a bad time',
  'asked-not-to-call': 'asked for no calls',
  'assistant-time': 'a time was named',
  'assistant-message': 'a message was taken',
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
  screen: 'first screening',
  manager: 'hiring manager',
  onsite: 'on site',
  panel: 'panel',
  final: 'final round',
  executive: 'executive',
  internal: 'internal',
  referral: 'through a referral',
  'public-sector': 'public sector',
}

/** How it ended, for a person. */
export const endingWords: Readonly<Record<Ending, string>> = {
  hired: 'you have the job',
  declined: 'you said no',
  rejected: 'they said no',
  withdrawn: 'you withdrew',
  'no-response': 'no answer',
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

/** A state in a word or two, for lists. */
export const stateWords: Readonly<Record<State, string>> = {
  closed: 'closed',
  offer: 'an offer to answer',
  retired: 'you stopped chasing',
  answered: 'your word is next',
  snoozed: 'you are waiting',
  promised: 'they named a day',
  parked: 'at rest',
  waiting: 'their move',
  silent: 'silent',
}
