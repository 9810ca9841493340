import type { HeardKind, LetterKind, Outcome } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { FactOf } from '../../model/fact.js'
import { dayWords, whenHere } from '../typed/moments.js'
import type { Telling } from './telling.js'
import { letterWords } from '../../model/vocabulary.js'

/** 'note to Dana Reyes, Tue 9 Mar 9:04'. */
export function sentWords({ data, at }: Pick<FactOf<'sent'>, 'data' | 'at'>, { name, ...clock }: Telling): string {
  const letter = letters[data.letter] ?? `${letterWords[data.letter]} to @`
  return `${letter.replace('@', () => name(data.contact))}${channels[data.channel]}, ${whenHere(at, clock)}`
}

/** 'call to Dana Reyes, no answer, Fri 12 Mar 9:41'. */
export function calledWords({ data, at }: Pick<FactOf<'called'>, 'data' | 'at'>, { name, ...clock }: Telling): string {
  return `${calls[data.outcome].replace('@', () => name(data.contact))}, ${whenHere(at, clock)}`
}

/** 'Tomas Weil is away, back Mon 15 Mar'; the day of the news where it has no other. `named` is a day they named with it. */
export function heardWords(
  { data, at }: Pick<FactOf<'heard'>, 'data' | 'at'>,
  { name, company, gone, ...clock }: Telling,
  named: Day | null = null,
): string {
  const who = name(data.contact)
  if (data.kind === 'holding' && named) return `${who} answered: a decision by ${dayWords(named, clock.today)}`
  if (data.kind === 'out-of-office') return `${who} is away, ${data.until ? `back ${dayWords(data.until, clock.today)}` : 'no day named'}`
  if (data.kind === 'on-hold' && data.until) return `${company} has put the role on hold until ${dayWords(data.until, clock.today)}`
  const when = whenHere(at, clock)
  if (data.kind === 'rejection' && data.automated) return `an automatic no from ${company}, ${when}`
  if (data.kind === 'bounce')
    return `the ${data.of ? letterWords[data.of] : 'last letter'}${who === company ? '' : ` to ${who}`} came back, ${when}`
  if (data.kind === 'left') return `${who === company ? 'your contact' : who} ${gone(data.contact)}, ${when}`
  return `${news[data.kind].replace('@', () => who).replace('#', () => company)}, ${when}`
}

/** Letters that are said otherwise than by their name and a reader; '@' is the person. */
const letters: Readonly<Partial<Record<LetterKind, string>>> = {
  'value-add': 'something useful for @',
  'after-voicemail': 'mail to @ after the voicemail',
  'rejection-reply': 'kind lines to @ after the no',
  accept: 'yes to the offer, to @',
  decline: 'no to the offer, to @',
  'negotiation-opener': 'opening of the negotiation with @',
  'offer-thanks': 'thanks to @ for the offer',
  extension: 'request to @ for more time',
  'competing-offer': 'word to @ of another offer',
  'recruiter-status': 'word to @ on where things stand',
  'referee-brief': 'word to @, your referee',
  'referrer-update': 'news to @, who referred you',
}

const channels = { email: '', linkedin: ' on LinkedIn', post: ' by post', text: ' by text' } as const

/** What came of a call; '@' is the person. */
const calls: Readonly<Record<Outcome, string>> = {
  spoke: 'spoke with @',
  'asks-something': 'spoke with @, who asks for something',
  booked: 'spoke with @, who invites you to meet',
  offer: 'spoke with @, who makes an offer',
  no: 'spoke with @, who said no',
  'bad-time': 'call to @, at a bad time',
  'asked-not-to-call': '@ would rather not be called',
  'assistant-time': 'call to @, the assistant named a time',
  'assistant-message': 'message for @, left with the assistant',
  'assistant-will-call': 'call to @, they will call back',
  'voicemail-left': 'voicemail for @',
  'no-answer': 'call to @, no answer',
  busy: 'call to @, engaged',
  'mailbox-full': 'call to @, mailbox full',
  'wrong-number': 'call to @, wrong number',
  'missed-callback': '@ rang and missed you',
  dropped: 'call to @, the line dropped',
}

/** What came in; '@' is the person, '#' the company. */
const news: Readonly<Record<Exclude<HeardKind, 'out-of-office' | 'bounce' | 'left'>, string>> = {
  question: '@ asks you for something',
  holding: '@ answered, no day named',
  courtesy: 'a friendly word from @',
  invite: '@ invites you to meet',
  rejection: '@ said no',
  offer: 'an offer from @',
  'on-hold': '# has put the role on hold',
  auto: 'an automatic reply from @',
  reposted: 'the job was seen advertised again',
  viewed: 'someone at # looked at your profile',
  'no-show': 'they did not come to the interview',
  freeze: 'hiring at # is said to be frozen',
}
