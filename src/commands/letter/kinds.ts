import { letterKinds } from '../../model/act.js'
import type { LetterKind } from '../../model/act.js'
import { isConnection } from '../../model/kinds.js'
import type { Day } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem } from '../../problem.js'
import { phaseAt, phaseNow } from '../../rules/assess.js'
import { daysBetween } from '../../rules/days.js'
import type { Needs } from '../../world.js'
import { caseOf } from '../why.js'

/** The letter that the next act asks for; null where it asks for none. */
export function dueKind({ clock, store }: Needs<'clock' | 'store'>, row: OpportunityRow): LetterKind | null {
  const now = clock.in(row.outlook.zone)
  const next = phaseAt(row.outlook, now).next
  const isFirst = row.outlook.used.voicemails <= 1
  if (isFirst && (next === null || next.since > now.slice(0, 10)) && isFreshVoicemail(caseOf(store, row.id).facts, clock.today))
    return 'after-voicemail'
  if (next && isConnection(next)) return null
  const step = next?.step
  return step === 'ask-in-writing' ? 'offer-thanks' : (letterKinds.find((kind) => kind === step) ?? null)
}

/** A message on a machine of today or yesterday, and nothing since: with the first goes a mail. */
function isFreshVoicemail(facts: readonly Fact[], today: Day): boolean {
  const last = facts.findLast((fact) => fact.kind === 'called' || fact.kind === 'sent' || fact.kind === 'heard')
  return last?.kind === 'called' && last.data.outcome === 'voicemail-left' && daysBetween(last.at.day, today) <= 1
}

/** The letters that fit what is on the table, the likeliest first: the answers to an offer, or to a no; [] where neither is. */
export function kindsFor({ clock, store }: Needs<'clock' | 'store'>, row: OpportunityRow): readonly LetterKind[] {
  const { state, next } = phaseNow(row.outlook, clock)
  if (next && isConnection(next)) return []
  if (state === 'offer') return ['accept', 'decline', 'extension', 'negotiation-opener']
  return state === 'closed' && caseOf(store, row.id).facts.some(saysNo) ? ['rejection-reply'] : []
}

/** That no letter comes next, and which could be named. */
export function noKind(world: Needs<'clock' | 'store'>, row: OpportunityRow): Problem {
  const { next } = phaseNow(row.outlook, world.clock)
  if (next && isConnection(next))
    return new Problem('usage', `What comes next at ${row.company} is to connect on LinkedIn; that takes no letter.`, {
      hint: `Once you have: followup sent ${row.handle} reconnect --channel linkedin`,
      code: 'missing',
    })
  const [first, ...more] = kindsFor(world, row)
  const line = `followup letter ${row.handle} ${first ?? 'check-in'}`
  const others = more.map((kind) => `${kind} (${letterWords[kind]})`).join(', ')
  const hint =
    first === undefined
      ? row.closed
        ? `It is closed. If it is not over: followup reopen ${row.handle}`
        : `Name a kind, for example: ${line}. "followup plan ${row.handle}" shows what comes.`
      : `Name the one you want: ${line}${others === '' ? '' : `; or ${others}`}`
  const says =
    row.closed || first === undefined ? `No letter to ${row.company} comes next.` : `The offer from ${row.company} waits for your answer.`
  return new Problem('usage', says, { hint, code: 'missing' })
}

/** Whether it is a no of theirs, heard or told when it was closed. */
export function saysNo(fact: Fact): boolean {
  if (fact.kind === 'closed') return fact.data.as === 'rejected'
  return (fact.kind === 'heard' && fact.data.kind === 'rejection') || (fact.kind === 'called' && fact.data.outcome === 'no')
}
