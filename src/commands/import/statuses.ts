import { endings } from '../../model/opportunity.js'
import type { Ending, Stage } from '../../model/opportunity.js'
import { foldHeading } from './fields.js'

/** What the word of a table says of how it stands: that it is over and how, or at which interview it is. What may mean two things, and silence, say neither (decision 21). */
export interface StatusMeant {
  readonly ending: Ending | null
  readonly stage: Stage | null
}

/** Reads a cell of the column for the status. */
export function statusOf(text: string): StatusMeant {
  const folded = foldHeading(text)
  const ending = overs.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  return { ending, stage: levels.find(([, pattern]) => pattern.test(folded))?.[0] ?? null }
}

/** Reads a cell of a column that is for how it ended: there a word of this program's own means what it means here. */
export function endingOf(text: string): Ending | null {
  const word = foldHeading(text).replaceAll(' ', '-')
  return endings.find((one) => one === word) ?? statusOf(text).ending
}

// "Declined" and "Accepted" alone may be theirs or mine.
const overs: readonly (readonly [Ending, RegExp])[] = [
  ['hired', /^(?:hired|employed|signed|i accepted|accepted (?:the |an |their )?offer|offer (?:accepted|signed))\b/],
  ['declined', /^(?:i declined|(?:declined|turned down) (?:the |an |their )?offer|offer (?:declined|turned down)|declined by me)\b/],
  [
    'rejected',
    /^(?:(?:job|auto|application|they|was|got) )?(?:reject(?:ed|ion)|not selected|unsuccessful|denied|absage|abgelehnt|refus|candidature (?:refusee|rejetee)|(?:candidatura )?(?:rechazad|descartad)[oa])\b/,
  ],
  ['withdrawn', /^(?:i |have )?(?:withdrawn|withdrew|withdraw|zuruckgezogen|(?:candidature )?retiree|(?:candidatura )?retirada)\b/],
]

const levels: readonly (readonly [Stage, RegExp])[] = [
  ['final', /\bfinal\b/],
  ['panel', /\bpanel\b/],
  ['onsite', /\bon ?site\b/],
  ['executive', /\bexecutive\b/],
  ['screen', /\b(?:screen|screening|phone|recruiter (?:call|interview))\b/],
  ['manager', /\bmanager\b/],
]
