import type { LetterKind } from '../../model/act.js'
import type { LetterFacts } from '../../model/letter.js'
import type { ContactId } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { letterWords } from '../../model/vocabulary.js'
import { jobs } from '../../letters/slots.js'
import { inARow } from '../../model/in-a-row.js'
import { Problem } from '../../problem.js'
import { alsoNamed, isNextThere, openOnes, refuseAlso } from '../standing/also-named.js'
import { oneMessage } from '../standing/one-message.js'
import { lookout } from '../standing/lookout.js'
import { refuseFlag } from '../typed/given.js'
import { caseOf } from '../why.js'
import { keptOf } from './before.js'
import type { Kept } from './before.js'
import { gathered } from './gather.js'
import type { Chosen } from './gather.js'
import type { LetterArgs, LetterWorld } from './result.js'
import type { Writing } from './writing.js'

interface About {
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly letter: LetterKind
  readonly contact: ContactId | null
}

/** What a letter is made from. */
export interface Source {
  /** The person's own wording, where it is to be used. */
  readonly own: Kept | null
  /** The other opportunities that it is to speak of. */
  readonly others: readonly OpportunityRow[]
  /** Own words were passed over, for they speak of an opportunity that is over, or was written to since. */
  readonly passed: boolean
}

/** The person's own wording and the other opportunities that it speaks of, else those that were named, else those whose next letter to the same person is near. */
export function sourceOf(world: LetterWorld, args: LetterArgs & { readonly version: number }, about: About): Source {
  if (args.alone) refuseFlag(args.also, '--alone does not go with --also.', 'Leave one of them out.')
  const own = args.version === 0 ? ownWords(args, about) : null
  const also = own === null ? [] : openOnes(world, own.also)
  const { letter, contact } = about
  const isFresh = also.length === own?.also.length && also.every((row) => isNextThere(world, row, { letter, contact }))
  if (own && isFresh) return { own, others: also, passed: false }
  return { own: null, others: othersIn(world, args, about), passed: own !== null }
}

/** None where something was chosen that it may not have. */
function ownWords({ say, hook, day, also, alone }: LetterArgs, { file, letter, contact }: About): Kept | null {
  const kept = say || hook || day || also ? null : keptOf(file.facts, { kind: letter, to: contact })
  return alone && kept?.draft.speaksOfAll ? null : kept
}

function othersIn(world: LetterWorld, { also, alone }: LetterArgs, about: About): readonly OpportunityRow[] {
  refuseAlso(also, about.letter)
  if (also !== undefined) return alsoNamed(world, also, about)
  if (alone) return []
  return oneMessage(world, about.row, { from: lookout(world), named: { step: about.letter, contact: about.contact } })
}

/** What a letter may say of all the opportunities that it can speak of: of each it must be true, so one in which something special happened stays out. */
export function jointly(
  world: LetterWorld,
  { writing, others, chosen }: { readonly writing: Writing; readonly others: readonly OpportunityRow[]; readonly chosen: Chosen },
): { readonly facts: LetterFacts; readonly also: readonly OpportunityRow[] } {
  const facts = gathered(world, writing, chosen)
  const there = others
    .map((row) => ({ row, facts: gathered(world, { ...writing, row, file: caseOf(world.store, row.id) }, { ...chosen, hook: null }) }))
    .filter(
      (one) =>
        !isSpecial(one.facts) &&
        one.facts.noPhone === facts.noPhone &&
        one.facts.reading === facts.reading &&
        isWanted(one.facts) === isWanted(facts),
    )
  if (isSpecial(facts) || there.length === 0) return { facts, also: [] }
  const also = there.map(({ row }) => row)
  const known = there.filter(({ row }) => row.company === writing.row.company).map((one) => one.facts)
  const same = <K extends keyof LetterFacts>(key: K): boolean => there.every((one) => one.facts[key] === facts[key])
  return {
    also,
    facts: {
      ...facts,
      want: same('want') ? facts.want : null,
      met: same('met') ? facts.met : null,
      hooks: chosen.hook === null ? [...facts.hooks, ...known.flatMap(({ hooks }) => hooks)] : facts.hooks,
      cares: [...facts.cares, ...known.flatMap(({ cares }) => cares)],
      both: jobsOf([writing.row, ...also]),
    },
  }
}

/** Something happened of which a letter has to speak by itself. */
function isSpecial({ missed, unmet, automaticNo, internal, calledOff }: LetterFacts): boolean {
  return missed !== null || automaticNo !== null || unmet || internal || calledOff
}

/** Thanks go out for what is not wanted too. */
function isWanted({ want }: LetterFacts): boolean {
  return want !== 'no'
}

/** Each with its company, where the reader hires for more than one. */
function jobsOf(rows: readonly OpportunityRow[]): string {
  return jobs(
    rows,
    rows.some(({ company }) => company !== rows[0]?.company),
  )
}

/** That a letter which was to speak of several opportunities cannot. */
export function aboutOne({ handle }: OpportunityRow, kind: LetterKind): Problem {
  return new Problem('refused', `As things stand, the ${letterWords[kind]} can only be about ${handle}.`, {
    hint: 'Leave --also out; a letter of your own can speak of both, and "followup sent" records it with --also.',
    code: 'not-together',
  })
}

/** What is to be known of a letter that speaks of several opportunities though one was named, or of one though several are due, a sentence each. */
export function notesOnSeveral(
  { row, letter }: Writing,
  { own, others, passed }: Source,
  also: readonly OpportunityRow[],
): readonly string[] {
  if (own) return []
  const notes = passed ? ['Your own words of earlier speak of more than is due now; this is drafted anew.'] : []
  const alone = `followup letter ${row.handle} --alone`
  if (also.length > 0) {
    const handles = inARow([row, ...also].map(({ handle }) => handle))
    notes.push(
      `Letters for ${handles} are due within a day or two, to the same person: one for all is kinder. About ${row.handle} only: ${alone}`,
    )
  }
  const left = others.filter((one) => !also.includes(one)).map(({ handle }) => handle)
  if (left.length > 0) notes.push(`The ${letterWords[letter]} for ${inARow(left)} goes by itself: what there is to say is not the same.`)
  return notes
}
