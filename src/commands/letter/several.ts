import type { LetterKind } from '../../model/act.js'
import type { ContactId } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { letterWords } from '../../model/vocabulary.js'
import { inARow } from '../../letters/slots.js'
import { Problem } from '../../problem.js'
import { alsoNamed, openOnes, refuseAlso } from '../standing/also-named.js'
import { oneMessage } from '../standing/one-message.js'
import { lookout } from '../standing/seen.js'
import { keptOf } from './before.js'
import type { Kept } from './before.js'
import type { LetterArgs, LetterWorld } from './result.js'
import type { Writing } from './writing.js'

interface About {
  readonly letter: LetterKind
  readonly contact: ContactId | null
  readonly row: OpportunityRow
  readonly file: CaseFile
}

/** The person's own wording, where it is to be used, and the other opportunities that the letter is to speak of. */
export function sourceOf(
  world: LetterWorld,
  args: LetterArgs & { readonly version: number },
  about: About,
): { readonly own: Kept | null; readonly also: readonly OpportunityRow[] } {
  const own = args.version === 0 ? ownWords(args, about) : null
  return { own, also: own ? openOnes(world, own.also) : othersIn(world, args, about) }
}

/** None where something was chosen that it may not have. */
function ownWords({ say, hook, day, also, alone }: LetterArgs, { file, letter, contact }: About): Kept | null {
  const kept = say || hook || day || also ? null : keptOf(file.facts, { kind: letter, to: contact })
  return alone && kept?.draft.both ? null : kept
}

/** Those that were named, else those whose next letter to the same person is near. */
function othersIn(world: LetterWorld, { also, alone }: LetterArgs, about: About): readonly OpportunityRow[] {
  refuseAlso(also, about.letter)
  if (also !== undefined) return alsoNamed(world, also, about)
  return alone
    ? []
    : oneMessage(world, about.row, { from: lookout(world, undefined), named: { step: about.letter, contact: about.contact } })
}

/** That a letter which was to speak of several opportunities cannot. */
export function aboutOne({ handle }: OpportunityRow, kind: LetterKind): Problem {
  return new Problem('refused', `As things stand, the ${letterWords[kind]} can only be about ${handle}.`, {
    hint: 'Leave --also out; a letter of your own can speak of both, and "followup sent" records it with --also.',
    code: 'not-together',
  })
}

/** Why a letter speaks of several opportunities, though one was named; nothing where it does not. */
export function oneLetter({ row, also }: Writing, unasked: boolean): readonly string[] {
  if (!unasked) return []
  const handles = inARow([row, ...also].map(({ handle }) => handle))
  return [
    `Letters for ${handles} fall due within three business days, to the same person: one for all is kinder. About ${row.handle} only: followup letter ${row.handle} --alone`,
  ]
}
