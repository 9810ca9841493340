/** A term and what it says. */
export type Entry = readonly [string, string]

/** The words and marks of every screen. */
export const wordsPage: readonly (Entry | string)[] = [
  ['opportunity', 'one role at one employer; "acme" is enough to name acme-controls'],
  ['silent', 'nobody has answered and their time is up; a date, not a verdict'],
  ['their move', 'they have the ball; nothing from you is due'],
  ['promise', 'a day they named; no chasing before it and a little grace'],
  ['the note', 'the letter after the silence: short and plain, no begging; --kind love-letter'],
  ['message', 'a letter, a voicemail with its mail, or word left with someone'],
  ['call', 'a try at the phone; only a message left counts as a message'],
  ['playbook', 'the order of letters and calls, and the waits between them'],
  ['hook', 'something you talked about; each opens one letter or call'],
  ['landing', 'how it may have come across: well, oversold, undersold, ...'],
  ['at rest', 'nothing more to do, and nothing closed'],
  ['snooze', 'you wait. hold: they are away. retire: stop. close: it ended'],
  '',
  'business days are theirs: their weekend, their holidays, their clock',
  '',
  ['>', 'what you type'],
  ['=', 'what was understood'],
  ['|', 'words for someone else'],
  ['[ ]', 'what Enter chooses'],
]

/** How a day or a moment can be typed. */
export const daysPage: readonly (Entry | string)[] = [
  ['2027-03-09', 'a day; 2027-03-09T14:30 a moment on your clock, with an offset (-06:00) on another'],
  ['tue 9 mar', 'as it is printed; "9 mar", "9 march 2027" and "12 nov" too'],
  ['today', 'and yesterday, tomorrow'],
  ['fri', 'the next Friday; for what has happened, the last one. "next fri" is the one of next week, "fri week" seven days after "fri"'],
  ['3d', 'in three days; +2w in two weeks'],
  ['+3bd', 'in three business days'],
  ['end of week', 'and "early next week", "end of the month", "in two weeks": the day taken is shown'],
  '',
  '12/11/2026 is refused: it could be November or December. 3/15 can be only one day, and is read.',
]

/** What the exit codes mean. */
export const exitCodesPage: readonly (Entry | string)[] = [
  ['0', 'done'],
  ['1', 'failed, for a reason the message names; check: the letter had better be changed'],
  ['2', 'usage: unknown option, bad value, missing word'],
  ['3', 'nothing matches the reference, or several do; candidates are listed'],
  ['4', 'the store cannot be used: damaged, newer than the program, not a followup file, read-only, locked too long'],
  ['5', 'refused by a rule: a stop list, a limit, pay before an offer, a letter with errors when it is sent'],
  ['6', 'something outside failed: mail, calendar, scheduler, editor'],
  ['10', 'due --exit-code only: something is due'],
  ['130', 'interrupted'],
]
