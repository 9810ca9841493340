import type { HeardKind, LetterKind } from './act.js'
import type { Day } from './day.js'
import type { OfferNamed } from './fact.js'
import type { ContactId } from './opportunity.js'

/** The words by which one kind of mail is known: sources of regular expressions, case-insensitive, of subjects and of single sentences. */
export interface ReplyWords {
  readonly subject?: readonly string[]
  readonly says: readonly string[]
  readonly unless?: readonly string[]
  /** Of sentences that name a day: those in which it is a day for news. */
  readonly news?: readonly string[]
}

/** data/replies as values. */
export interface ReplyRules {
  readonly kinds: Readonly<Record<ReplyKind, ReplyWords>>
  /** A friendly word and nothing else: one of `says` (as of the other kinds), and no word but `words`, in lower case. */
  readonly courtesy: { readonly says: readonly string[]; readonly words: readonly string[] }
  /** Of the part before the @, of names and parts of daemons, and of the domains of hiring systems. */
  readonly robots: readonly string[]
  readonly daemons: readonly string[]
  readonly hiringSystems: readonly string[]
}

/** The kinds that have words of their own; a friendly word is what is left. */
export const replyKinds = [
  'out-of-office',
  'left',
  'auto',
  'bounce',
  'rejection',
  'offer',
  'on-hold',
  'invite',
  'holding',
  'question',
] as const
export type ReplyKind = (typeof replyKinds)[number]

/** What is known of an opportunity when a mail comes. */
export interface Correspondence {
  readonly company: string
  /** The person says that mails which name the company belong to it. */
  readonly named?: true
  /** Of its people; lower case. */
  readonly people: readonly { readonly id: ContactId; readonly name: string; readonly email: string | null }[]
  /** Letters of mine whose Message-ID is known, with angle brackets. */
  readonly letters: readonly { readonly messageId: string; readonly kind: LetterKind; readonly contact: ContactId | null }[]
}

/** What an offer names for certain, and the sentences with figures or days that could not be read for certain. */
export interface OfferSaid {
  readonly terms: OfferNamed
  readonly unsure: readonly string[]
}

/** What a mail is; `match` says how sure it is that it belongs to the opportunity, 'none' that nothing ties it to a letter or person of theirs. */
export interface Recognised {
  readonly kind: HeardKind | 'none'
  readonly match: 'certain' | 'likely' | 'none'
  /** Nothing in it was recognised, and it is more than a friendly line: taken for a courtesy, but only a person can say so. */
  readonly unclear: boolean
  /** The day they named for news; null when they named none, or one that can be read two ways. */
  readonly promise: Day | null
  /** The first day back of somebody who is away; until when a role is on hold. */
  readonly until: Day | null
  /** What it names of an offer's terms; null for every other kind. */
  readonly offer: OfferSaid | null
  /** The sender's address. */
  readonly from: string | null
  readonly messageId: string | null
  /** The sentence it was recognised by. */
  readonly sentence: string | null
}
