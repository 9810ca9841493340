import type { Budget, Hours, Patience } from '../model/playbook.js'

/** Business days of patience by stage: `wait` when no day was named, `buffer` after a named day. Five and two are the custom (docs/coaching.md), the others ours. */
export const patience: Patience = {
  screen: { wait: 4, buffer: 2 },
  manager: { wait: 5, buffer: 2 },
  onsite: { wait: 6, buffer: 2 },
  panel: { wait: 6, buffer: 2 },
  final: { wait: 7, buffer: 2 },
  executive: { wait: 7, buffer: 2 },
  referral: { wait: 5, buffer: 2 },
  internal: { wait: 5, buffer: 2 },
  'public-sector': { wait: 10, buffer: 5 },
}

/** What one contact may be asked to bear without answering (ours, see docs/coaching.md): the fourth unit is kept for close-the-loop. */
export const budget: Budget = { units: 4, dials: 6, mobileDials: 3, voicemails: 2 }

/** Business days of rest after an unanswered touch that no playbook step follows; `messages`: at least between any two to one person. Ours. */
export const gaps = { note: 3, mail: 5, voicemail: 5, message: 3, dial: 1, mobileDial: 2, round: 5, messages: 3 } as const

/** Business days until silence after a word from them: ours. */
export const waits = {
  reply: 7,
  answer: 5,
  talk: 5,
  courtesy: 5,
  calledOff: 5,
  backFromLeave: 2,
  leaveWithoutDate: 5,
  pausedRole: 20,
  pausedUntil: 2,
  assistant: 3,
} as const

/** Dials of one round, whatever a playbook says; a longer step is cut into such rounds, with `gaps.round` between them: ours. */
export const roundDials = 3

/** Business days to answer an offer in when nobody said by when: ours; employers give a week or two (docs/coaching.md). */
export const answerDays = 5

/** The last hour at which a missed call of theirs is returned the same day: two business hours before six, the end of fair hours. */
export const callBackUntil = '16:00'

/**
 * Once the closing letter is out: business days until all is at rest (`park`), until the first lines of news (`reconnect`), where a playbook names
 * neither, until they may come earlier because of an event (`event`), and between them (`apart`); then the most such letters, and the most to who never
 * answered a word. All ours.
 */
export const afterClosing = { park: 10, event: 20, reconnect: 60, apart: 60, most: 3, mostUnheard: 1 } as const

/** Business days in which a human word before an automated rejection makes it a conflict rather than an end: ours. */
export const conflictDays = 10

/** The days after an interview on which a thank-you is due, and still proposed (business days; gone the day after the last, worked or not). */
export const thanks = { due: 1, last: 3 } as const

/** Fair hours for a letter nobody gave other hours for. */
export const letterHours: Hours = { from: '08:00', to: '11:00' }
/** Fair hours for thanks and answers. */
export const dayHours: Hours = { from: '08:00', to: '18:00' }
/** Fair hours for a call when no playbook names any, in order of preference: convention, for the sales data disagree. */
export const callHours: readonly Hours[] = [
  { from: '08:00', to: '09:00' },
  { from: '16:00', to: '17:30' },
  { from: '10:00', to: '11:00' },
]
