import { MONTH, NUMBER, WEEKDAY } from './day-words.js'

// Sources of regular expressions, without groups of their own.

/** How many: 'a', 'two', 'a couple of', 'the next few'. */
export const QUANTITY = `(?:a |the next |next |the )?(?:couple(?: of)?|few)|several|${NUMBER}`

/** Which part of a week or month. */
export const PART =
  'early|beginning of|start of|first (?:half|week|days) of|mid|middle of|halfway through|late|later|(?:the )?end of|second half of|last (?:week|days) of'

/** What people call the quiet weeks. */
export const BREAK = "(?:festive |holiday )?(?:holidays?|season|break|vacation|period)|christmas|xmas|new year(?:'s)?(?: day)?"

const DATE = '\\d{1,2}(?:st|nd|rd|th)?'

/** A day that readDay reads and that cannot be meant otherwise inside a sentence. */
export const EXACT = [
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
  '\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}-\\d{1,2}-\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}',
  '\\d{1,2}/\\d{1,2}',
  '\\+?\\d{1,3} ?(?:bd|d|w)',
  `(?:(?:${WEEKDAY})[.,]? (?:the )?)?(?:${DATE}[ -]?(?:of )?(?:${MONTH})|(?:${MONTH})\\.? (?:the )?${DATE})(?:,? \\d{4})?`,
  '\\d{1,2}(?:st|nd|rd|th)(?: of (?:this|next) month)?',
  `(?:${WEEKDAY}|today|tomorrow) (?:week|fortnight)(?! (?:of|commencing|beginning|starting))`,
  `a (?:week|fortnight) (?:on (?:${WEEKDAY})|today|tomorrow)`,
  `(?:(?:next|this) )?(?:${WEEKDAY})`,
  '(?:day after )?tomorrow',
].join('|')
