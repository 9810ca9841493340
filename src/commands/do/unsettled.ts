import { unsettledIn } from '../../rules/unsettled.js'
import type { Card } from './card.js'
import type { Came, DoWorld } from './page.js'
import { letterWords } from '../../model/vocabulary.js'
import { caseOf } from '../why.js'

/** Whether a card is about a letter of which nobody knows whether it left. */
export function isUnsettled({ standing }: Pick<Card, 'standing'>): boolean {
  return standing.because[0]?.code === 'unsettled'
}

/** Asks whether a letter left that was being handed over when the line broke off, and puts the answer on record. */
export async function askUnsettled(world: DoWorld, { handle, row, person }: Card): Promise<Came> {
  const [open] = unsettledIn(caseOf(world.store, row.id).facts)
  if (!open) return 'later'
  const { letter, subject } = open.data
  world.ask.note(
    `The ${letterWords[letter]} to ${person?.name ?? row.company}, "${subject}", was being handed over when the line broke off. Look in the Sent folder of your mail.`,
  )
  const answer = await world.ask.choice({
    ask: 'Did it leave?',
    choices: [
      { value: 'later', words: 'later' },
      { value: 'yes', words: 'yes' },
      { value: 'no', words: 'no' },
    ],
  })
  if (answer === 'later') return 'later'
  if (answer === 'yes') await world.talk.run('sent', { opp: handle, kind: letter, ...(person ? { to: person.id } : {}), yes: true })
  else await world.talk.run('undo', { id: open.command })
  return 'done'
}
