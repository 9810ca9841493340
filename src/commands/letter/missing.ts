import { hookPhrase, isPhrase } from '../../letters/phrase.js'
import type { LetterKind } from '../../model/act.js'
import type { LetterFacts, SlotName } from '../../model/letter.js'
import type { Day } from '../../model/day.js'
import { Problem } from '../../problem.js'
import { longDay } from '../../rules/days.js'
import { offerIn } from '../../rules/offers.js'
import type { Writing } from './writing.js'

/** What a letter would be better with: a slot, or the name under it. */
export type Gap = SlotName | 'my-name'

/** What would make a letter of this kind better and is not on record; `unsigned`: nobody was asked for the name under it. */
export function missingFrom(kind: LetterKind, facts: LetterFacts, unsigned: boolean): readonly Gap[] {
  const talked = kind !== 'thank-you' || facts.unmet || facts.hooks.some((one) => isPhrase(hookPhrase(one, facts)))
  return [...(talked ? [] : (['hook'] as const)), ...(unsigned ? (['my-name'] as const) : [])]
}

interface Lacking {
  readonly handle: string
  readonly kind: LetterKind
  readonly facts: LetterFacts
  /** What was talked about was chosen for this letter. */
  readonly hooked: boolean
  /** Letters of this kind say something of the talk. */
  readonly hasPlace: boolean
  readonly missing: readonly SlotName[]
  /** What was talked about with the reader, and the letter that used it: 'the thank-you to Ann Poe'; null where none did. */
  readonly used: { readonly hook: string; readonly where: string } | null
  /** That such a letter went to the reader already. */
  readonly went: string | null
}

/** Why a letter cannot be drafted, as a sentence with the line that mends it: what it lacks, or what was talked about and cannot stand in it. */
export function lacking({ handle, kind, facts, hooked, hasPlace, missing, used, went }: Lacking): Problem {
  const slot = missing.find((name) => name in wanting) ?? null
  const [hook] = facts.hooks
  if (hook !== undefined && (slot === null ? hooked : aboutTheTalk.has(slot)))
    return hasPlace ? unusable(hook, { handle, kind, facts }) : placeless(handle, kind)
  if (went !== null && slot !== null && aboutTheTalk.has(slot))
    return new Problem('usage', went, { hint: `For another all the same: followup letter ${handle} ${kind} --hook TEXT`, code: 'missing' })
  if (used !== null && slot !== null && aboutTheTalk.has(slot)) return usedUp(used, `followup letter ${handle} ${kind} --hook TEXT`)
  const [what, how] = (slot && wanting[slot]) ?? ['something that is not on record', 'followup show HANDLE']
  const line = how.startsWith('--') ? `followup letter ${handle} ${kind} ${how}` : how.replace('HANDLE', handle)
  return new Problem('usage', `This letter needs ${what}.`, { hint: `Add it: ${line}`, code: 'missing' })
}

const aboutTheTalk: ReadonlySet<SlotName> = new Set<SlotName>(['hook', 'memory', 'talk', 'care'])

/** That a letter of this kind names no day of one's choosing, and where the day in it comes from. */
export function dayless(handle: string, kind: LetterKind): Problem {
  const hint =
    kind === 'competing-offer'
      ? 'It names the day the other offer is to be answered by. To change that: followup offer OTHER --respond-by DAY'
      : `Leave --day out: followup letter ${handle} ${kind}`
  return new Problem('usage', 'A letter of this kind has no place for a day of your choosing.', { hint, code: 'day' })
}

/** Throws Problem('usage') where more time is asked for, and the day is not after the one they gave. */
export function refuseEarly(handle: string, { letter, file }: Pick<Writing, 'letter' | 'file'>, day: Day | null): void {
  const given = offerIn(file.facts)?.respondBy
  if (letter !== 'extension' || day === null || given === undefined || day > given) return
  throw new Problem('usage', `They gave you until ${longDay(given)} already.`, {
    hint: `Name a later day: followup letter ${handle} extension --day DAY`,
    code: 'day',
  })
}

function placeless(handle: string, kind: LetterKind): Problem {
  return new Problem('usage', 'A letter of this kind says nothing of what the two of you talked about.', {
    hint: `Leave --hook out: followup letter ${handle} ${kind}`,
    code: 'hook',
  })
}

function usedUp({ hook, where }: NonNullable<Lacking['used']>, line: string): Problem {
  return new Problem('usage', `"${hook}", which the two of you talked about, was used in ${where}, and each such thing is used once.`, {
    hint: `Add another: ${line}`,
    code: 'missing',
  })
}

function unusable(hook: string, { handle, kind, facts }: Pick<Lacking, 'handle' | 'kind' | 'facts'>): Problem {
  const phrase = hookPhrase(hook, facts)
  const line = `followup letter ${handle} ${kind} --hook TEXT`
  if (!isPhrase(phrase)) {
    return new Problem('usage', `"${hook}" cannot stand in a letter. ${phrase.why}`, {
      hint: `${phrase.how} Then: ${line}`,
      code: 'missing',
    })
  }
  return new Problem('usage', `No version of this letter has a place for "${hook}".`, {
    hint: `Leave --hook out, or name a thing of theirs: ${line}`,
    code: 'missing',
  })
}

/** What a template is nothing without, and how it is told. */
const wanting: Readonly<Partial<Record<SlotName, readonly [what: string, how: string]>>> = {
  own: ['a sentence of your own', '--say TEXT'],
  day: ['a day', '--day DAY'],
  hook: ['something the two of you talked about', '--hook TEXT'],
  memory: ['something the two of you talked about', '--hook TEXT'],
  talk: ['something the two of you talked about', '--hook TEXT'],
  care: ['something the two of you talked about', '--hook TEXT'],
  promised: ['the day they named', 'followup promise HANDLE DAY'],
  metDay: ['an interview', 'followup log HANDLE'],
  met: ['an interview', 'followup log HANDLE'],
  metMonth: ['an interview', 'followup log HANDLE'],
  metWho: ['whom you met', 'followup contact add "Name <mail>" --for HANDLE'],
  want: ['whether you want the job', 'followup debrief HANDLE --want yes'],
  when: ['a booked interview', 'followup log HANDLE --at WHEN'],
  base: ['their terms', 'followup offer HANDLE --base AMOUNT'],
  start: ['their terms', 'followup offer HANDLE --start DAY'],
  respondBy: ['the day they want your answer', 'followup offer HANDLE --respond-by DAY'],
  automaticNo: ['an automatic no', 'followup heard HANDLE rejection --automated'],
  otherBy: ['another offer with its day', 'followup offer OTHER --respond-by DAY'],
  rang: ['a voicemail that was left', 'followup call HANDLE voicemail-left'],
}
