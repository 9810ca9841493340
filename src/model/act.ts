/** The kinds of letter; on screens `love-letter` is "the note". */
export const letterKinds = [
  'thank-you',
  'love-letter',
  'value-add',
  'check-in',
  'after-voicemail',
  'close-the-loop',
  'rejection-reply',
  'answer',
  'accept',
  'decline',
  'negotiation-opener',
  'reconnect',
  'confirm',
  'offer-thanks',
  'extension',
  'competing-offer',
  'withdraw',
  'recruiter-status',
  'referee-brief',
  'referrer-update',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** How a touch travels. */
export type Channel = 'email' | 'phone' | 'linkedin' | 'post' | 'text'
/** Channels a letter can take (`sent --channel`). */
export const letterChannels = ['email', 'linkedin', 'post', 'text'] as const
export type LetterChannel = (typeof letterChannels)[number]

/** The dispositions of a call (`call --outcome`). */
export const outcomes = [
  'spoke',
  'asks-something',
  'booked',
  'offer',
  'no',
  'bad-time',
  'asked-not-to-call',
  'assistant-time',
  'assistant-message',
  'assistant-will-call',
  'voicemail-left',
  'no-answer',
  'busy',
  'mailbox-full',
  'wrong-number',
  'missed-callback',
  'dropped',
] as const
export type Outcome = (typeof outcomes)[number]

/** What came in (`heard --kind`); the last four are signs, for most of which nothing changes. */
export const heardKinds = [
  'question',
  'holding',
  'courtesy',
  'invite',
  'rejection',
  'offer',
  'on-hold',
  'left',
  'out-of-office',
  'bounce',
  'auto',
  'reposted',
  'viewed',
  'no-show',
  'freeze',
] as const
export type HeardKind = (typeof heardKinds)[number]

/** The next act's id in `--json` (`next.step`): a letter kind or one of these. */
export type StepName =
  LetterKind | 'read-mail' | 'call' | 'debrief' | 'interview' | 'find-number' | 'find-contact' | 'decide-offer' | 'ask-in-writing' | 'park'
