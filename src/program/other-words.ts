import { roleWords } from '../model/opportunity.js'

/** Other words for the values a word or an option takes, in lower case with hyphens; several where only the person knows which they mean. */
export type OtherWords = Readonly<Record<string, string | readonly string[]>>

/** The value that was meant; the text as it is where it is none, or may be several. */
export function valueMeant(text: string, { choices, also }: { readonly choices?: readonly string[]; readonly also?: OtherWords }): string {
  if (!choices || choices.includes(text)) return text
  const word = hyphened(text)
  const meant = named(word, also)
  return choices.includes(word) ? word : typeof meant === 'string' ? meant : text
}

/** The values among which a word leaves the choice; null where it names none. */
export function valuesLeft(text: string, also: OtherWords | undefined): readonly string[] | null {
  const meant = named(hyphened(text), also)
  return typeof meant === 'object' ? meant : null
}

function named(word: string, also: OtherWords = {}): string | readonly string[] | undefined {
  return Object.hasOwn(also, word) ? also[word] : undefined
}

function hyphened(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

const someone = ['assistant-message', 'assistant-time', 'assistant-will-call', 'no-answer']

/** What people call the outcome of a call. */
export const outcomeNames: OtherWords = {
  reached: 'spoke',
  talked: 'spoke',
  connected: 'spoke',
  question: 'asks-something',
  invited: 'booked',
  invite: 'booked',
  rejected: 'no',
  rejection: 'no',
  voicemail: 'voicemail-left',
  'left-voicemail': 'voicemail-left',
  'left-a-voicemail': 'voicemail-left',
  'no-reply': 'no-answer',
  nobody: 'no-answer',
  'rang-out': 'no-answer',
  engaged: 'busy',
  'voicemail-full': 'mailbox-full',
  'wrong-person': 'wrong-number',
  'missed-call': 'missed-callback',
  'cut-off': 'dropped',
  disconnected: 'dropped',
  gatekeeper: someone,
  assistant: someone,
  receptionist: someone,
  message: ['voicemail-left', 'assistant-message'],
  'left-message': ['voicemail-left', 'assistant-message'],
  'left-a-message': ['voicemail-left', 'assistant-message'],
  'hung-up': ['dropped', 'bad-time', 'asked-not-to-call'],
  callback: ['bad-time', 'assistant-time', 'assistant-will-call'],
  'callback-set': ['bad-time', 'assistant-time'],
}

/** What people call what came in. */
export const heardNames: OtherWords = {
  asked: 'question',
  'not-yet': 'holding',
  'still-deciding': 'holding',
  'no-news': 'holding',
  thanks: 'courtesy',
  'thank-you': 'courtesy',
  invited: 'invite',
  invitation: 'invite',
  interview: 'invite',
  no: 'rejection',
  rejected: 'rejection',
  declined: 'rejection',
  'on-ice': 'on-hold',
  hold: 'on-hold',
  gone: 'left',
  ooo: 'out-of-office',
  away: 'out-of-office',
  vacation: 'out-of-office',
  holiday: 'out-of-office',
  bounced: 'bounce',
  undelivered: 'bounce',
  acknowledgement: 'auto',
  'auto-reply': ['out-of-office', 'auto'],
  relisted: 'reposted',
  'hiring-freeze': 'freeze',
  frozen: 'freeze',
}

/** What people call a letter. */
export const letterNames: OtherWords = {
  note: 'love-letter',
  thanks: 'thank-you',
  'thank-you-note': 'thank-you',
  'follow-up': ['love-letter', 'check-in'],
  followup: ['love-letter', 'check-in'],
  reminder: 'check-in',
  voicemail: 'after-voicemail',
  goodbye: 'close-the-loop',
  closing: 'close-the-loop',
  reply: 'answer',
  yes: 'accept',
  no: 'decline',
  negotiation: 'negotiation-opener',
  counter: 'negotiation-opener',
  news: 'reconnect',
  confirmation: 'confirm',
  'more-time': 'extension',
  withdrawal: 'withdraw',
}

/** What people call who somebody is. */
export const roleNames: OtherWords = roleWords

/** Other words for a table of JSON, a row a line. */
export const lineNames: OtherWords = {
  ndjson: 'jsonl',
  jsonlines: 'jsonl',
  'json-lines': 'jsonl',
}
