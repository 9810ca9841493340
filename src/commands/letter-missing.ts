import type { LetterKind } from '../model/act.js'
import type { SlotName } from '../model/letter.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'

/** What would make a letter of this kind better and is not on record. */
export function missingFrom(kind: LetterKind, hooks: number): readonly SlotName[] {
  return kind === 'thank-you' && hooks === 0 ? ['hook'] : []
}

/** That a letter cannot be drafted without one of these, as a sentence with the line that tells it. */
export function lacking({ handle }: OpportunityRow, kind: LetterKind, missing: readonly SlotName[]): Problem {
  const slot = missing.find((name) => name in wanting) ?? null
  const [what, how] = (slot && wanting[slot]) ?? ['something that is not on record', 'followup show HANDLE']
  const line = how.startsWith('--') ? `followup letter ${handle} ${kind} ${how}` : how.replace('HANDLE', handle)
  return new Problem('usage', `This letter needs ${what}.`, { hint: `Add it: ${line}`, code: 'missing' })
}

/** What a template is nothing without, and how it is told. */
const wanting: Readonly<Partial<Record<SlotName, readonly [what: string, how: string]>>> = {
  own: ['a sentence of your own', '--say TEXT'],
  day: ['a day', '--day DAY'],
  hook: ['something the two of you talked about', '--hook TEXT'],
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
  otherBy: ['another offer with its day', 'followup offer OTHER --respond-by DAY'],
  rang: ['a voicemail that was left', 'followup call HANDLE voicemail-left'],
}
