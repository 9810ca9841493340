import type { LetterKind } from './act.js'
import type { Want } from './opportunity.js'

/** What a template may name; docs/letters.md says what each is. */
export const slotNames = [
  'name',
  'company',
  'role',
  'job',
  'want',
  'decides',
  'inside',
  'met',
  'metDay',
  'metMonth',
  'metWho',
  'others',
  'hook',
  'mine',
  'memory',
  'talk',
  'care',
  'repair',
  'promised',
  'ahead',
  'automaticNo',
  'callOn',
  'rang',
  'number',
  'calls',
  'own',
  'day',
  'when',
  'base',
  'start',
  'respondBy',
  'written',
  'otherBy',
  'noPhone',
  'missed',
  'internal',
  'told',
  'agreed',
  'late',
  'calledOff',
  'unmet',
  'talkedWith',
  'accepted',
  'changed',
  'both',
] as const
export type SlotName = (typeof slotNames)[number]

/** One way to write a letter of a kind; a file of data/letters or of the person's own letters/. */
export interface LetterTemplate {
  /** 'love-letter/plainly', or 'own/love-letter/mine' of a file of the person's own. */
  readonly id: string
  readonly kind: LetterKind
  readonly own: boolean
  /** Patterns of the subject; the first whose slots are all known is used. */
  readonly subject: readonly string[]
  /** What this letter is nothing without. */
  readonly slots: readonly SlotName[]
  /** How many words it should have, inclusive; where it would have fewer or more, another is preferred. */
  readonly words: readonly [number, number]
  /** Liquid; a line is a sentence or two, left out where a slot in it is not known; blank lines part paragraphs. */
  readonly body: string
}

/** All templates, the sentences that mend by landing code, and a sentence for each own file that cannot be used. */
export interface LetterBook {
  readonly templates: readonly LetterTemplate[]
  readonly repairs: Readonly<Record<string, string>>
  readonly notices: readonly string[]
}

/** Who reads what was recorded of them: they themselves, a colleague of theirs, or someone outside, to whom they are others. */
export type Reading = 'them' | 'house' | 'outside'

/** What a letter may say: recorded facts only; null is not known. All are the ends of sentences, as recorded or as days are said. */
export interface LetterFacts {
  /** The reader's full name. */
  readonly reader: string | null
  readonly reading: Reading
  /** The reader decides: the team is theirs. */
  readonly decides: boolean
  readonly company: string
  readonly role: string | null
  readonly want: Want | null
  /** 'yesterday', 'on Tuesday', 'on 2 March'; the name of its month. */
  readonly met: string | null
  readonly metMonth: string | null
  /** The one who decides, as told to a third person; the first names of the others who were there. */
  readonly metWho: string | null
  readonly others: string | null
  /** What we talked about and may still be used, the preferred first; what they want. */
  readonly hooks: readonly string[]
  readonly cares: readonly string[]
  /** The code of the landing to mend; null when nothing is to be mended, or was already. */
  readonly landing: string | null
  /** The day they named: 'Friday 5 March'; whether it is still to come. */
  readonly promised: string | null
  readonly ahead: boolean
  /** When a machine said no that nobody confirmed: 'on Monday'. */
  readonly automaticNo: string | null
  /** When I will try by phone: 'on Friday morning'; when I left a voicemail: 'this morning'. */
  readonly callOn: string | null
  readonly rang: string | null
  /** Calls there are stopped: none is asked for, and none announced. */
  readonly noCalls: boolean
  /** My name and number. */
  readonly me: string | null
  readonly number: string | null
  /** My own words for this letter, and a day I name in it. */
  readonly own: string | null
  readonly day: string | null
  /** A booked interview: 'Thursday 11 March at 10:00'. */
  readonly when: string | null
  /** The terms of their offer, as recorded, and whether they are in writing; the day another offer wants its answer. */
  readonly base: string | null
  readonly start: string | null
  readonly respondBy: string | null
  readonly written: boolean
  readonly otherBy: string | null
  /** When they asked not to be called; when they did not come to the last interview: 'today', 'on Monday'. */
  readonly noPhone: string | null
  readonly missed: string | null
  /** The job is in the house one works in already. */
  readonly internal: boolean
  /** A person told the no; the terms were talked about; the day of theirs that has passed. */
  readonly told: boolean
  readonly agreed: boolean
  readonly late: string | null
  /** The last talk that was agreed was called off. */
  readonly calledOff: boolean
  /** The reader was at none of the talks; with whom I talked instead, and when: 'Al Bo on Tuesday'. */
  readonly unmet: boolean
  readonly talkedWith: string | null
  /** I said yes, or the terms changed, and that is not on paper yet. */
  readonly accepted: boolean
  readonly changed: boolean
  /** All the jobs that it speaks of, where it speaks of several: 'the Planner and Buyer roles'. */
  readonly both: string | null
}

/** A letter ready to be read; `hook` is as recorded, `repair` the landing it mends, `template` the id of what it was made from. */
export interface Draft {
  readonly subject: string
  /** Greeting, paragraphs and signature, with blank lines between; no line is wrapped. */
  readonly text: string
  readonly hook: string | null
  readonly repair: string | null
  readonly template: string | null
  /** It speaks of several jobs, all that it was to speak of. */
  readonly speaksOfAll: boolean
}

/** A letter on its way out. */
export interface Outgoing {
  readonly to: { readonly name: string | null; readonly email: string | null }
  readonly subject: string
  readonly text: string
  /** Message-IDs with their angle brackets: of the mail it answers or follows, and of all before. */
  readonly inReplyTo: string | null
  readonly references: readonly string[]
}
