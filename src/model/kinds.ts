import type { Channel, HeardKind, LetterKind, Outcome, StepName } from './act.js'

/**
 * What a letter is.
 *
 * - `chases`: it reminds someone who owes nothing. One person is chased at a time, nobody who has answered, and only after a look at what came.
 * - `asks`: it asks for something; after the end it only hurts.
 * - `wishes`: it says, or lets it be understood, that one wants the job.
 * - `offer`: it answers an offer; `ends`: it closes the opportunity.
 * - `talks`: its first version takes up something that the two talked about.
 * - `free`: it is never a touch, here or in another role of the same person; others are none where they settle what was owed.
 * - `aside`: it goes to someone who is not the one chased.
 */
type LetterTrait = 'chases' | 'asks' | 'wishes' | 'offer' | 'ends' | 'talks' | 'free' | 'aside'

const letters: Readonly<Record<LetterKind, readonly LetterTrait[]>> = {
  'thank-you': ['talks', 'free'],
  'love-letter': ['chases', 'asks', 'wishes', 'talks'],
  'value-add': ['chases', 'asks', 'wishes', 'talks'],
  'check-in': ['chases', 'asks', 'wishes'],
  'after-voicemail': ['asks'],
  'close-the-loop': ['chases', 'asks', 'wishes'],
  'rejection-reply': ['free'],
  answer: [],
  accept: ['offer', 'ends', 'free'],
  decline: ['offer', 'ends', 'free'],
  'negotiation-opener': ['offer', 'asks', 'wishes'],
  reconnect: ['talks', 'free'],
  confirm: ['free'],
  'offer-thanks': ['offer', 'free'],
  extension: ['offer', 'asks'],
  'competing-offer': ['asks', 'wishes'],
  withdraw: ['ends'],
  'recruiter-status': ['asks', 'wishes', 'aside', 'free'],
  'referee-brief': ['aside', 'free'],
  'referrer-update': ['aside', 'free'],
}

/**
 * What a call was.
 *
 * - `word`: they said something, or rang to; the count of what they have to bear begins anew.
 * - `talk`: something was talked over, which it was not when they only asked not to be called.
 * - `message`: a message was left, with a person or a machine, and is one of the messages.
 * - `vain`: it reached nobody.
 * - `returns`: they were rung without a talk; a call of theirs that I missed is returned by it.
 */
type OutcomeTrait = 'word' | 'talk' | 'message' | 'vain' | 'returns'

const calls: Readonly<Record<Outcome, readonly OutcomeTrait[]>> = {
  spoke: ['word', 'talk'],
  'asks-something': ['word', 'talk'],
  booked: ['word', 'talk'],
  offer: ['word', 'talk'],
  no: ['word', 'talk'],
  'bad-time': ['returns'],
  'asked-not-to-call': ['word'],
  'assistant-time': [],
  'assistant-message': ['message', 'returns'],
  'assistant-will-call': ['message', 'returns'],
  'voicemail-left': ['message', 'vain', 'returns'],
  'no-answer': ['vain', 'returns'],
  busy: ['vain', 'returns'],
  'mailbox-full': ['vain', 'returns'],
  'wrong-number': [],
  'missed-callback': ['word'],
  dropped: ['returns'],
}

/** Whose news it is: a person's word; a notice about someone, which says of whom; a machine's; or only a sign. */
type Source = 'person' | 'notice' | 'machine' | 'sign'

const news: Readonly<Record<HeardKind, Source>> = {
  question: 'person',
  holding: 'person',
  courtesy: 'person',
  invite: 'person',
  rejection: 'person',
  offer: 'person',
  'on-hold': 'person',
  left: 'notice',
  'out-of-office': 'notice',
  bounce: 'machine',
  auto: 'machine',
  reposted: 'sign',
  viewed: 'sign',
  'no-show': 'sign',
  freeze: 'sign',
}

/** Whether an act is a letter of that sort. */
export function letterIs(step: StepName, trait: LetterTrait): boolean {
  return isLetter(step) && letters[step].includes(trait)
}

/** Whether an act is a letter that asks something of someone who owes nothing: it is asked first whether anything came. */
export function isUnasked(step: StepName): boolean {
  return step === 'reconnect' || letterIs(step, 'chases')
}

/** Whether a call was of that sort. */
export function callIs(outcome: Outcome, trait: OutcomeTrait): boolean {
  return calls[outcome].includes(trait)
}

/** Whether news is of that source. */
export function newsIs(kind: HeardKind, source: Source): boolean {
  return news[kind] === source
}

/** Whether a day for news may come with it: with what people write, but not with a yes or a no. */
export function mayNameDay(kind: HeardKind): boolean {
  return newsIs(kind, 'person') && kind !== 'rejection' && kind !== 'offer'
}

/** Whether it may say until when: they are away, or the role rests. */
export function mayNameEnd(kind: HeardKind): boolean {
  return kind === 'out-of-office' || kind === 'on-hold'
}

/** Whether an act is to connect on LinkedIn: a click there, and no letter. */
export function isConnection({ step, channel }: { readonly step: StepName; readonly channel: Channel | null }): boolean {
  return step === 'reconnect' && channel === 'linkedin'
}

function isLetter(step: StepName): step is LetterKind {
  return step in letters
}
