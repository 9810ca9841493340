import type { LetterKind } from '../../model/act.js'
import type { Fact } from '../../model/fact.js'
import type { Draft, LetterFacts } from '../../model/letter.js'
import type { ContactId } from '../../model/opportunity.js'
import { withoutReturned } from '../../rules/timeline.js'
import type { Needs } from '../../world.js'
import type { Me } from '../asking/me.js'
import type { Writing } from './writing.js'
import { namedBefore, templatesSent } from './gather.js'

type VersionWorld = Needs<'catalog' | 'settings' | 'store' | 'letters'>

interface Wanted {
  readonly writing: Writing
  readonly facts: LetterFacts
  /** What was talked about was chosen for it. */
  readonly hooked: boolean
  readonly me: Me
}

/** The versions of a letter: those that went to the reader, or to others in the same house, come last. None where none can be filled. */
export async function versionsOf(world: VersionWorld, { writing, facts, hooked, me }: Wanted): Promise<readonly Draft[]> {
  const { file, letter: kind, to } = writing
  const book = await world.letters()
  const { draftLetter, draftLetters } = await import('../../letters/draft.js')
  const before = templatesSent([...file.facts, ...file.elsewhere], to)
  // Those named before this reader get theirs first.
  const elsewhere = namedBefore(world, writing, me).reduce<readonly string[]>((taken, theirs) => {
    const template = draftLetter(book, theirs, { kind, used: [], elsewhere: taken, version: 0 })?.template ?? null
    return template === null ? taken : [...taken, template]
  }, before.elsewhere)
  let { used } = before
  for (let left = sentUntold(file.facts, kind, to); left > 0; left -= 1)
    used = [...used, draftLetter(book, facts, { kind, used, elsewhere, version: 0 })?.template ?? '']
  return draftLetters(book, facts, { kind, used, elsewhere, hooked })
}

/** How many letters of a kind went to someone of which nobody knows what they were made from. */
function sentUntold(facts: readonly Fact[], kind: LetterKind, to: ContactId | null): number {
  return withoutReturned(facts).filter(
    (fact) => fact.kind === 'sent' && fact.data.letter === kind && fact.data.contact === to && fact.data.template === undefined,
  ).length
}
