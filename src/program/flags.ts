import { contactRoles, phoneKinds, reaches, wants } from '../model/opportunity.js'
import { roleNames } from './other-words.js'
import type { Flag, Positional } from './table.js'

/** Every recording verb takes these two. */
export const recording: readonly Flag[] = [
  { name: 'at', value: 'WHEN', help: 'when it happened (default: now)' },
  { name: 'note', value: 'TEXT', help: 'a note to keep with it; "-" reads it from standard input' },
]

export const reason: Flag = { name: 'reason', value: 'TEXT', help: 'why, in your own words' }

export const anyway: Flag = { name: 'anyway', value: 'REASON', help: 'record it although a rule advises against, with your reason' }

/** Of the verbs that chase. */
export const nothingHeard: Flag = { name: 'nothing-heard', help: 'nothing came from anyone: do not ask' }

export const on: Flag = { name: 'on', value: 'DAY', help: 'answer for another day' }

export const promise: Flag = { name: 'promise', value: 'DAY', help: 'the day they named ("fri", "end of next week")' }

/** The look back at an interview. */
export const debrief: readonly Flag[] = [
  { name: 'landing', value: 'CODE', repeat: true, names: ['landing'], help: 'how it probably landed: well, oversold, undersold, ...' },
  { name: 'hook', value: 'TEXT', repeat: true, help: 'something you talked about; each opens one letter or call' },
  { name: 'cares', value: 'TEXT', repeat: true, help: 'what they would love to have' },
  { name: 'want', value: 'ANSWER', choices: wants, help: 'do you want this job' },
  { name: 'pay', value: 'TEXT', help: 'was pay talked about: no, they, me, or the words' },
  { name: 'reach', value: 'HOW', choices: reaches, help: 'how they like to be reached' },
  { name: 'assistant', value: 'NAME', help: 'who answers their phone' },
  promise,
]

/** The job, and how you came to it. */
export const job: readonly Flag[] = [
  { name: 'salary', value: 'TEXT', help: 'the pay that was named, kept out of every letter' },
  { name: 'location', value: 'TEXT', help: 'where the job is' },
  { name: 'source', value: 'TEXT', help: 'where you found it' },
  { name: 'via', value: 'TEXT', help: 'who brought you in' },
  { name: 'priority', value: 'N', choices: ['1', '2', '3', '4', '5'], help: 'how much it matters, 1 first' },
  { name: 'tag', value: 'WORD', repeat: true, help: 'a word to find it by' },
]

/** A person's own data. */
export const person: readonly Flag[] = [
  { name: 'title', value: 'TEXT', help: 'their title' },
  { name: 'phone', value: 'NUMBER', help: 'their number' },
  { name: 'phone-kind', value: 'KIND', choices: phoneKinds, help: 'what that number is' },
  { name: 'contact-role', value: 'ROLE', choices: contactRoles, also: roleNames, help: 'who they are here; the boss decides' },
  { name: 'zone', value: 'ZONE', help: 'the zone of their days, as in Europe/Berlin' },
]

export const opportunity: Positional = {
  name: 'opp',
  required: true,
  names: ['opportunity'],
  help: 'a handle, the start of one, or a word of the company',
}
