import type { Day } from '../model/day.js'
import { unknownPromise } from './day-problems.js'
import { plainWords, WEEKDAY } from './day-words.js'
import { promisePhrases } from './promise-phrases.js'
import type { Phrase, PromiseContext } from './promise-phrases.js'
import { readDay } from './day.js'

/**
 * What their words come to. `day` is the day named, not yet rolled to a business day.
 * 'none' is a promise of no day at all ('soon'). `words` are as given, trimmed.
 */
export type PromiseRead =
  { readonly kind: 'day'; readonly day: Day; readonly words: string } | { readonly kind: 'none'; readonly words: string }

/**
 * Reads when they said we would hear: everything readDay reads (looking forward), and vague words ('end of next week', 'in a few days',
 * 'mid-May', 'after the holidays'), also inside a sentence. Of several days the latest is taken. Throws Problem('usage') when it names none.
 */
export function readPromise(text: string, context: PromiseContext): PromiseRead {
  const words = text.trim()
  const plain = plainWords(text)
  if (FROM_ELSEWHERE.test(plain)) throw unknownPromise(words)
  if (DOTTED.test(plain))
    return { kind: 'day', day: readDay(`${plain}.`, { today: context.said, calendar: context.calendar, toward: 'future' }), words }
  const found = daysNamed(plain, context)
  const firm = found.filter(({ kind }) => kind !== 'weak')
  const named = firm.length > 0 ? firm : found
  const day = named
    .map((one) => one.day)
    .sort()
    .at(-1)
  if (day !== undefined) return { kind: 'day', day, words }
  if (NO_DAY.test(plain)) return { kind: 'none', words }
  throw unknownPromise(words)
}

/** '21.04' and nothing else: nobody promises an hour alone, and inside a sentence it may be any number. */
const DOTTED = /^(?:(?:by|on|before|until|till) )?\d{1,2}\.\d{1,2}$/

interface Named {
  readonly day: Day
  readonly kind: Phrase['kind']
}

// Each phrase takes its words out, so that 'friday of next week' is not read again as 'next week'.
function daysNamed(words: string, context: PromiseContext): readonly Named[] {
  const found: Named[] = []
  let rest = [PAST, RULED_OUT, DENIED, FEAST].reduce((left, pattern) => left.replace(pattern, ' ; '), words)
  for (const { pattern, kind, read } of promisePhrases()) {
    rest = rest.replace(pattern, (match: string, ...groups: unknown[]) => {
      const texts = groups.map((group) => (typeof group === 'string' ? group : ''))
      found.push({ day: read(match, texts, context), kind })
      return ' ; '
    })
  }
  return found
}

/** 'A week from Friday', 'two days after the panel': counted from a day that we would have to guess. */
const FROM_ELSEWHERE =
  /\b(?:day|week|fortnight|month)s? (?:from|after|of (?:receiving|hearing|the (?:interview|panel)))\b(?! (?:now|today|tomorrow|next))/

/** What is said about the past names no promise. */
const PAST = /\b(?:last (?:week|month|year|night|mon|tue|wed|thu|fri|sat|sun)\w*|(?:a|\w+ \w+) ago|yesterday)\b/g

/** Nor does the time they rule out. */
const RULED_OUT = /\bnot (?:likely )?(?:this|next) (?:week|month)\b/g

/** Nor a weekday they rule out; 'not until Friday' is Friday. */
const DENIED = new RegExp(
  `\\b(?:not (?:(?:on|by|before|this|next) )*|(?:any|every) ?(?:other )?\\w* (?:but|bar) (?:on )?|(?:except|excluding|other than|apart from) (?:for |on )?)(?:${WEEKDAY})\\b`,
  'g',
)

/** A feast named after a weekday is one day of the year, not the next such weekday. */
const FEAST = new RegExp(`\\b(?:good|easter|black|cyber|ash|palm|whit|shrove|maundy|holy|super|giving) (?:${WEEKDAY})\\b`, 'g')

const NO_DAY =
  /\b(?:soon|shortly|due course|in touch|asap|when (?:we|i|they) (?:can|know|have)|keep you (?:posted|updated|informed)|let (?:you|me) know|get back to (?:you|me)|hear from us|at some point|eventually|near future|no (?:date|day)|sometime)\b/
