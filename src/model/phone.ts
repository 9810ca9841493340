/** The turns of a talk on the phone, in the order in which they may come up; each is a file in data/phone. */
export const turns = [
  'open',
  'why',
  'repair',
  'ask',
  'close',
  'rushed',
  'undecided',
  'assistant',
  'message',
  'voicemail',
  'call-back',
  'no',
  'offer',
] as const
export type Turn = (typeof turns)[number]

/** What a sentence may depend on; in a table the first line whose condition holds is said. */
export const conditions = ['unmet', 'recruiter', 'agreed', 'written', 'unwritten', 'unsure', 'sure'] as const
export type Condition = (typeof conditions)[number]

/** A sentence with slots; several of which the first that can be said is; or one for each condition. */
export type Sentence = string | readonly string[] | Readonly<Partial<Record<Condition, string>>>

/** The words of one turn as they lie in a file. */
export interface Script {
  /** What the turn is called on the card. */
  readonly label: string
  /** When its words are said. */
  readonly when: string
  readonly say: readonly Sentence[]
  /** What to do once they are said. */
  readonly then?: string
  /** The most words that may be said. */
  readonly words?: number
}

/** What one landing asks for on the phone: a sentence that mends it, and what to keep out of the talk. */
export interface Repair {
  readonly say?: string
  readonly leave?: string
}

/** All words for the phone; `repairs` by the code of the landing. */
export interface PhoneWords {
  readonly scripts: Readonly<Record<Turn, Script>>
  readonly repairs: Readonly<Record<string, Repair>>
  /** A sentence for each of the person's own files that cannot be used. */
  readonly notices: readonly string[]
}
