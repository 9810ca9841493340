import type { LetterKind, StepName } from '../../model/act.js'
import { isConnection } from '../../model/kinds.js'
import type { Choice } from '../../model/question.js'
import { inARow } from '../../model/in-a-row.js'
import { askYes } from '../asking/again.js'
import { askNumber } from '../asking/number.js'
import type { Card } from './card.js'
import type { DoWorld } from './page.js'

/** What an act is settled with. */
export interface Settling {
  readonly world: DoWorld
  readonly card: Card
}

/** What can have become of an act, beside "later". */
export type Answer =
  'write' | 'write-answer' | 'done' | 'call-now' | 'look-back' | 'have-it' | 'on-paper' | 'said-yes' | 'said-no' | 'more-time' | 'go-on'

/** An answer and what it does, as the end of a sentence. */
export interface Answering extends Choice<Answer> {
  readonly help: string
}

/** What may be answered to a card, the likeliest first. */
export function answersFor(card: Card): readonly Answering[] {
  if (card.next.step === 'decide-offer') return card.unwritten ? [askFirst, havePaper, ...decisions] : decisions
  if (isConnection(card.next)) return [sentIt]
  return special[card.next.step] ?? (card.letter === null ? [sentIt] : [writeIt, sentIt])
}

/** Puts on record what was answered, through the verb that records it; asks for what that verb needs. */
export async function recordAnswer(answer: Answer, scene: Settling): Promise<void> {
  await (recorders[answer] ?? nothing)(scene)
}

const sentIt: Answering = { value: 'done', words: 'done', help: 'records that it is out' }

const writeIt: Answering = { value: 'write', words: 'write it', help: 'drafts it, and hands it over' }

const havePaper: Answering = { value: 'on-paper', words: 'I have it on paper', help: 'records that, and the day they want your answer' }

const askFirst: Answering = { value: 'write', words: 'ask for paper', help: 'drafts the letter that asks for it' }

const decisions: readonly Answering[] = [
  { value: 'write-answer', words: 'write my answer', help: 'asks which of the short letters, and drafts it' },
  { value: 'said-yes', words: 'I said yes', also: ['accepted'], help: 'records that you accepted' },
  { value: 'said-no', words: 'I said no', also: ['declined'], help: 'records that you declined' },
  { value: 'more-time', words: 'I asked for more time', help: 'records that' },
]

const special: Readonly<Partial<Record<StepName, readonly Answering[]>>> = {
  call: [{ value: 'call-now', words: 'call now', help: 'shows the card, and asks afterwards what came of it' }],
  debrief: [{ value: 'look-back', words: 'look back now', help: 'asks a few questions, a minute in all' }],
  interview: [{ value: 'go-on', words: 'go on', help: 'records nothing' }],
  'find-number': [{ value: 'have-it', words: 'I have it', help: 'asks for the number, and what kind it is' }],
  'find-contact': [{ value: 'have-it', words: 'I know who', help: 'asks for name and address' }],
  confirm: [sentIt, writeIt],
  'ask-in-writing': [writeIt, { value: 'done', words: 'done', help: 'records that you thanked them and asked' }, havePaper],
}

const nothing = (): Promise<void> => Promise.resolve()

const recorders: Readonly<Partial<Record<Answer, (scene: Settling) => Promise<void>>>> = {
  write: writeLetter,
  'write-answer': ({ card, world: { talk } }) => talk.run('letter', { opp: card.handle, nothingHeard: true, within: true }),
  done: (scene) => (scene.card.next.step === 'confirm' ? confirmed(scene) : letterSent(scene, letterOf(scene.card))),
  'call-now': ({ card, world: { talk } }) => talk.run('call', { opp: card.handle, nothingHeard: true }),
  'look-back': ({ card, world: { talk } }) => talk.run('debrief', { opp: card.handle }),
  'have-it': (scene) => (scene.card.next.step === 'find-number' ? numberFound(scene) : contactFound(scene)),
  'on-paper': onPaper,
  'said-yes': (scene) => letterSent(scene, 'accept'),
  'said-no': (scene) => letterSent(scene, 'decline'),
  'more-time': (scene) => letterSent(scene, 'extension'),
}

/** The letter's own conversation: drafted, checked, handed over, and on record once it is out. */
export async function writeLetter({ card, world }: Settling): Promise<void> {
  const whom = card.person ? { to: card.person.id } : {}
  await world.talk.run('letter', { opp: card.handle, kind: letterOf(card), ...whom, nothingHeard: true, within: true })
}

function letterOf({ letter }: Card): LetterKind {
  return letter ?? 'offer-thanks'
}

async function letterSent({ card, world }: Settling, kind: LetterKind): Promise<void> {
  const yes = kind === 'decline' || (kind === 'accept' && !card.unwritten) ? ({ yes: true } as const) : {}
  const spoke = card.beside.length > 0 && kind === card.letter && (await askYes(world.ask, `Did it speak of ${inARow(card.beside)} too?`))
  await world.talk.run('sent', { opp: card.handle, kind, ...(spoke ? { also: card.beside } : {}), ...yes })
}

/** A yes with a day is a booked interview; without one the yes alone is on record. */
async function confirmed(scene: Settling): Promise<void> {
  const at = await scene.world.ask.line({
    ask: 'When is it, on your clock?',
    hint: 'A day and an hour, as in "thu 10:00". Enter: not set yet.',
  })
  if (at === '') await letterSent(scene, 'confirm')
  else await scene.world.talk.run('log', { company: scene.card.handle, at })
}

async function numberFound({ world, card }: Settling): Promise<void> {
  const found = await askNumber(world, card.person?.name ?? card.row.company)
  if (found && card.person) await world.talk.run('contact', { action: 'edit', person: card.person.id, ...found })
}

async function contactFound({ world, card }: Settling): Promise<void> {
  const person = await world.ask.line({
    ask: 'Who has taken over?',
    hint: 'A name and, if you have it, an address: Ada Brandt <ada@acme.example>. Enter: not known yet.',
  })
  if (person !== '') await world.talk.run('contact', { action: 'add', person, for: card.handle, lead: true })
}

async function onPaper({ world, card }: Settling): Promise<void> {
  const respondBy = await world.ask.line({ ask: 'By when do they want your answer?', hint: 'Enter: they named no day.' })
  await world.talk.run('offer', { opp: card.handle, written: true, ...(respondBy === '' ? {} : { respondBy }) })
}
