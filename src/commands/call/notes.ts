import type { Outcome } from '../../model/act.js'
import type { OpportunityRow } from '../../model/store.js'
import { budget } from '../../rules/limits.js'
import type { After } from '../recording/record.js'
import { kindReply } from '../standing/open-door.js'

/** A call as it was, for what is to be said about it. */
export interface CallTold {
  readonly outcome: Outcome
  /** The opportunity before the call. */
  readonly before: OpportunityRow
  /** A time was named. */
  readonly callback: boolean
  /** What to them was on the stop list already. */
  readonly stopped: { readonly calls: boolean; readonly letters: boolean }
  readonly name: string
  readonly after: After
}

type World = Parameters<typeof kindReply>[0]

/** What follows from a call, a sentence each. */
export function callNotes(world: World, told: CallTold): readonly string[] {
  const { used } = told.before.outlook
  const notes = [...(told.outcome === 'no' ? kindReply(world, told.before) : consequence(told))]
  if (told.stopped.calls && told.outcome !== 'missed-callback')
    notes.push(`Calls to ${told.name} are on your stop list. This one is on record; none will be proposed.`)
  if (told.outcome === 'voicemail-left' && used.voicemails >= budget.voicemails)
    notes.push('Two voicemails were there already, and two are the most that help.')
  return notes
}

const through = 'You got through. The count of messages and calls starts afresh.'

function consequence({ outcome, before: { handle, contacts, outlook }, callback, name, stopped, after }: CallTold): readonly string[] {
  const person = contacts.some((one) => one.name === name) ? name : 'NAME'
  switch (outcome) {
    case 'spoke':
    case 'asks-something':
      return [through]
    case 'booked':
      return callback ? [through] : [through, `When you know the day: followup log ${handle} --at WHEN`]
    case 'offer':
      return [`Chasing stops here. The terms, as far as you know them: followup offer ${handle}`]
    case 'asked-not-to-call':
      return [
        `No call to ${name} will be proposed again.${after.standing?.next?.step === 'close-the-loop' ? ' One closing letter, politely, is what is left.' : ''}`,
      ]
    case 'bad-time':
    case 'assistant-time':
      return callback ? [] : ['If they named a time, undo and add it with --callback WHEN.']
    case 'voicemail-left':
      if (stopped.letters || outlook.used.voicemails > 0) return ['It counts as one message.']
      return [
        `The mail that goes with it: followup letter ${handle} after-voicemail`,
        `Together they count as one message. Once it is out: followup sent ${handle} after-voicemail`,
      ]
    case 'wrong-number':
      if (after.standing?.next?.step === 'find-contact') return []
      return [`The right number, when you have it: followup contact edit "${person}" --phone NUMBER`]
    case 'missed-callback':
      return ['Ring back within two hours if you can, on the morning of the next working day at the latest.']
    case 'dropped':
      return ['Once more at once is fine; the second time, a short mail does it.']
    case 'mailbox-full':
      return ['A letter instead, on the next business day.']
    case 'assistant-message':
    case 'assistant-will-call':
    case 'no':
    case 'no-answer':
    case 'busy':
      return []
  }
}
