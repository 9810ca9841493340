import type { Left, Share } from '../commands/why.js'
import type { State } from '../model/standing.js'

/** Whether a budget says anything: nothing is chased once it has ended or there is an offer. */
export function spends(state: State): boolean {
  return state !== 'closed' && state !== 'offer'
}

/** What is left of the budget: '3 of 4 messages, 6 of 6 calls, 2 of 2 voicemails'. */
export function leftWords({ messages, calls, voicemails }: Left): string {
  const of = ({ left, of }: Share, noun: string): string => `${left} of ${of} ${noun}`
  return [
    of(messages, 'messages'),
    calls.of === 0 ? 'no calls' : of(calls, 'calls'),
    ...(voicemails.of === 0 ? [] : [of(voicemails, 'voicemails')]),
  ].join(', ')
}
