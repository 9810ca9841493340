import { typedName, withoutAccents } from '../rules/names.js'
import type { ReplyKind, ReplyRules, ReplyWords } from '../model/replies.js'

/** The rules as questions. */
export interface Phrases {
  readonly says: (kind: ReplyKind, sentence: string) => boolean
  readonly inSubject: (kind: ReplyKind, subject: string) => boolean
  /** Whether a day that a sentence names is one for news, not for something else. */
  readonly isNews: (sentence: string) => boolean
  /** Whether a text has a friendly phrase, and whether a word is one of those that say nothing else. */
  readonly isPositive: (text: string) => boolean
  readonly isFriendlyWord: (word: string) => boolean
  readonly isRobot: (beforeAt: string) => boolean
  readonly isDaemon: (beforeAtOrName: string) => boolean
  readonly isHiringSystem: (domain: string) => boolean
}

/** The patterns of the rules, made once for each set of rules. */
export function phrasesOf(rules: ReplyRules): Phrases {
  const known = made.get(rules)
  if (known) return known
  const kinds = new Map(Object.entries(rules.kinds).map(([kind, words]) => [kind, compiled(words)]))
  const news = any(rules.kinds.holding.news ?? [])
  const positive = any(rules.courtesy.says)
  const friendly = new Set(rules.courtesy.words)
  const robots = any(rules.robots)
  const daemons = any(rules.daemons)
  const systems = any(rules.hiringSystems)
  const phrases: Phrases = {
    says: (kind, sentence) => {
      const of = kinds.get(kind)
      const plain = straight(sentence)
      return of !== undefined && of.says(plain) && !of.unless(plain)
    },
    inSubject: (kind, subject) => kinds.get(kind)?.subject(straight(subject)) ?? false,
    isNews: (sentence) => news(straight(sentence)),
    isPositive: (text) => positive(straight(text)),
    isFriendlyWord: (word) => friendly.has(word),
    isRobot: (name) => robots(straight(name)),
    isDaemon: (name) => daemons(straight(name)),
    isHiringSystem: (domain) => systems(straight(domain)),
  }
  made.set(rules, phrases)
  return phrases
}

const made = new WeakMap<ReplyRules, Phrases>()

function compiled({ subject, says, unless }: ReplyWords): Record<'subject' | 'says' | 'unless', (text: string) => boolean> {
  return { subject: any(subject ?? []), says: any(says), unless: any(unless ?? []) }
}

// Without their accents words have the ends that \b knows; a pattern of Unicode's letters in either case takes 3 ms to make, and there are hundreds.
function any(sources: readonly string[]): (text: string) => boolean {
  const patterns = sources.map((source) => new RegExp(withoutAccents(source), 'u'))
  return (text) => patterns.some((pattern) => pattern.test(text))
}

/** A text as the patterns are written: lower case without accents, one blank, straight marks; of a long one the beginning. */
function straight(text: string): string {
  return typedName(
    text
      .slice(0, 600)
      .replace(/[\u2018\u2019\u02bc`´]/g, "'")
      .replace(/[\u2010-\u2015]/g, '-'),
  )
}
