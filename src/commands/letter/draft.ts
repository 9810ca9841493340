import { letterKinds } from '../../model/act.js'
import type { LetterKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import type { Draft, LetterFacts } from '../../model/letter.js'
import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { numberWord } from '../../model/number-word.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem } from '../../problem.js'
import { phaseNow } from '../../rules/assess.js'
import { readDay } from '../../reading/day.js'
import type { Needs } from '../../world.js'
import { chooseContact, chooseOpportunity } from '../asking/choose.js'
import { oneOf } from '../typed/given.js'
import { threadOf } from './before.js'
import { checked } from './check.js'
import { rememberedIn } from './facts.js'
import type { Writing } from './writing.js'
import { dueKind, noKind } from './kinds.js'
import { gathered } from './gather.js'
import { hookTold } from './hook-told.js'
import type { Chosen } from './gather.js'
import { dayless, lacking, missingFrom, refuseEarly } from './missing.js'
import { beforeYes } from '../offer/paper.js'
import { notesBefore, thanked } from './notes.js'
import { refuseLetter, refuseStopped } from './rules.js'
import type { LetterArgs, LetterResult, LetterWorld } from './result.js'
import { meIn } from '../asking/me.js'
import { personMeant } from '../asking/person-meant.js'
import { spacingNote } from '../standing/spacing.js'
import { stopsFor } from '../standing/stops.js'
import { newsNote } from './spent.js'
import { aboutOne, jointly, notesOnSeveral, sourceOf } from './several.js'
import type { Source } from './several.js'
import { usedBefore } from './talked.js'
import { versionsOf } from './version.js'
import { caseOf } from '../why.js'

/** The letter as it stands: the person's own wording where there is one, else a draft from what is recorded. */
export async function draftOf(world: LetterWorld, args: LetterArgs): Promise<LetterResult> {
  const row = chooseOpportunity(world.store, args.opp)
  const at = world.clock.in(row.outlook.zone)
  const kind = await kindOf(world, row, args.kind)
  const reader = readerOf(world, row, { kind, to: args.to ?? personMeant(row, args.opp)?.id })
  const file = caseOf(world.store, row.id)
  const to = reader?.id ?? null
  await refuseLetter(world, { row, file, letter: kind, to, at, anyway: args.anyway !== undefined })
  const chosen = chosenIn(world, args, file.facts)
  const noCalls = world.settings.calls === 'never' || (await stopsFor(world, row, to)).calls
  const writing = { row, file, letter: kind, to, at, noCalls }
  const { source, facts, draft, also, again } = await wordsFor(world, args, { writing, chosen })
  const { own } = source
  const thread = threadOf(file.facts, kind, reader)
  const subject = own === null && thread.subject !== null ? `Re: ${thread.subject}` : draft.subject
  return {
    handle: row.handle,
    letter: kind,
    to: { id: to, name: reader?.name ?? null, email: reader?.email ?? null },
    ...{ ...draft, subject },
    ...{ inReplyTo: thread.references.at(-1) ?? null, references: thread.references },
    also: also.map(({ id, handle }) => ({ id, handle })),
    kept: own !== null,
    checkup: await checked(world, { row, also, facts: file.facts, reader, kind, hook: draft.hook }, `Subject: ${subject}\n\n${draft.text}`),
    first: beforeYes(world, row, kind),
    notes: [
      ...notesBefore(writing, chosen.day),
      ...newsNote(world, writing),
      ...(args.also ? [] : notesOnSeveral(writing, source, also)),
      ...[spacingNote(world, row, { letter: kind, contact: to, at: world.clock.moment, ahead: true })].filter((note) => note !== null),
      ...again,
      ...(own !== null || draft.template?.startsWith('own/') ? [] : await ownLeft(world, facts, kind)),
    ],
    missing: missingFrom(kind, facts, own === null && args.me === undefined && world.settings['my-name'] === null),
    ...{ done: null, noted: null },
  }
}

/** The words of a letter: own or drafted, in the version that was asked for. */
interface Words {
  readonly source: Source
  readonly facts: LetterFacts
  readonly draft: Omit<Draft, 'speaksOfAll'>
  /** The other opportunities that it speaks of. */
  readonly also: readonly OpportunityRow[]
  /** That its versions begin again; a sentence at most. */
  readonly again: readonly string[]
}

async function wordsFor(
  world: LetterWorld,
  args: LetterArgs,
  { writing, chosen }: { readonly writing: Writing; readonly chosen: Chosen },
): Promise<Words> {
  const { row, file, letter, to: contact } = writing
  const version = numberOf(args.another)
  const source = sourceOf(world, { ...args, version }, { row, file, letter, contact })
  const { own, others } = source
  const { facts, also } = own ? { facts: gathered(world, writing, chosen), also: others } : jointly(world, { writing, others, chosen })
  const drafts: Several = own ? [own.draft] : await drawn(world, { writing, chosen, facts })
  const { speaksOfAll, ...draft } = drafts[version % drafts.length] ?? drafts[0]
  if (args.also && !speaksOfAll) throw aboutOne(row, letter)
  return { source, facts, draft, also: speaksOfAll ? also : [], again: roundAgain(version, drafts.length) }
}

type Several = readonly [Draft, ...Draft[]]

interface Drawing {
  readonly writing: Writing
  readonly chosen: Chosen
  readonly facts: LetterFacts
}

/** That the versions of a letter begin again. */
function roundAgain(version: number, count: number): readonly string[] {
  if (version < count) return []
  return [
    count === 1
      ? 'There is no other version of this letter.'
      : `There are ${numberWord(count)} versions of this letter, and these begin again.`,
  ]
}

/** The versions of the letter from what is recorded, one at least. Throws Problem('usage') where something is lacking, or what was chosen has no place. */
async function drawn(world: LetterWorld, { writing, chosen, facts }: Drawing): Promise<Several> {
  const { row, letter: kind } = writing
  const book = await world.letters()
  const { hasPlaceForDay, hasPlaceForTalk, missingSlots } = await import('../../letters/draft.js')
  if (chosen.day !== null && !hasPlaceForDay(book, facts, kind)) throw dayless(row.handle, kind)
  refuseEarly(row.handle, writing, chosen.day)
  const hooked = chosen.hook !== null
  const [first, ...more] = await versionsOf(world, { writing, facts, hooked, me: chosen.me })
  if (first) return [first, ...more]
  const [hasPlace, missing] = [hasPlaceForTalk(book, kind), missingSlots(book, facts, kind)]
  throw lacking({ handle: row.handle, kind, facts, hooked, hasPlace, missing, used: usedIn(writing), went: thanked(writing) })
}

/** Why a letter of the person's own was not taken, a sentence each: it cannot be used at all, or not here. */
async function ownLeft(world: LetterWorld, facts: LetterFacts, kind: LetterKind): Promise<readonly string[]> {
  const { passedOver } = await import('../../letters/draft.js')
  const book = await world.letters()
  return [...book.notices, ...passedOver(book, facts, kind)]
}

function usedIn(writing: Writing): Parameters<typeof lacking>[0]['used'] {
  const sent = usedBefore(writing)
  if (sent?.data.hook === undefined) return null
  const to = writing.row.contacts.find((one) => one.id === sent.data.contact)?.name
  return { hook: sent.data.hook, where: `the ${letterWords[sent.data.letter]}${to === undefined ? '' : ` to ${to}`}` }
}

function chosenIn(world: LetterWorld, { hook, say, day, me }: LetterArgs, facts: readonly Fact[]): Chosen {
  return {
    hook: freeHook(facts, hook),
    own: say ?? null,
    day: day === undefined ? null : dayRead(world, day),
    me: me ?? meIn(world.settings),
  }
}

function numberOf(text = '0'): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new Problem('usage', `"${text}" is not the number of a version.`, {
    hint: 'Write a whole number, as in --another 1.',
    code: 'bad-number',
  })
}

async function kindOf(world: LetterWorld, row: OpportunityRow, named: string | undefined): Promise<LetterKind> {
  if (named !== undefined) return oneOf(named, letterKinds, 'the kind')
  const due = dueKind(world, row)
  if (due) return due
  if (!row.closed) await refuseStopped(world, row, row.outlook.lead)
  throw noKind(world, row)
}

/** Who reads letters of these kinds, where someone of that role is known. */
const readers: Readonly<Partial<Record<LetterKind, readonly string[]>>> = {
  'recruiter-status': ['recruiter', 'agency', 'hr'],
  'referee-brief': ['referee'],
  'referrer-update': ['referrer'],
}

function readerOf(
  { clock }: Needs<'clock'>,
  row: OpportunityRow,
  { kind, to }: { readonly kind: LetterKind; readonly to: string | undefined },
): Contact | null {
  if (to !== undefined) return chooseContact(row, to)
  const roles = readers[kind]
  if (roles) return row.contacts.find((one) => roles.includes(one.role ?? '')) ?? null
  const next = phaseNow(row.outlook, clock).next
  const id = next?.step === kind && next.contact !== null ? next.contact : row.outlook.lead
  return row.contacts.find((one) => one.id === id) ?? null
}

function freeHook(facts: readonly Fact[], told: string | undefined): string | null {
  if (told === undefined) return null
  const hook = hookTold(facts, told)
  const { hooks, free } = rememberedIn(facts)
  if (hooks.includes(hook) && !free.includes(hook))
    throw new Problem('refused', `"${hook}" opened an earlier letter, and each does so once.`, {
      hint: `Free: ${free.join('; ') || 'none'}.`,
      code: 'hook-used',
    })
  return hook
}

function dayRead({ clock, catalog }: Needs<'clock' | 'catalog'>, text: string): Day {
  return readDay(text, { today: clock.today, calendar: catalog.calendar(catalog.countryOf(clock.zone)), toward: 'future' })
}
