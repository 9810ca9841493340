import { heardKinds, letterKinds } from '../model/act.js'
import type { HeardKind } from '../model/act.js'
import { mayNameDay, mayNameEnd } from '../model/kinds.js'
import type { Day, Moment } from '../model/day.js'
import type { Fact, FactDraft, FactOf, OfferNamed } from '../model/fact.js'
import type { FactId } from '../model/opportunity.js'
import type { Standing } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { waits } from '../rules/limits.js'
import { inOrder } from '../rules/order.js'
import { cameBack } from '../rules/timeline.js'
import type { Clock, Needs } from '../world.js'
import { chooseContact, chooseOpportunity } from './asking/choose.js'
import { openOnes, togetherWords } from './standing/also-named.js'
import { noAgain } from './standing/told-twice.js'
import { given, oneOf, refuseFlag } from './typed/given.js'
import { backElsewhere, refuseTwice, wordOnSeveral } from './heard/joint.js'
import { heardNotes } from './heard/notes.js'
import { dayWords, namedDay, pastMoment, theirDay } from './typed/moments.js'
import { neverEndedDrafts } from './offer/answer.js'
import { offeringOf } from './offer/named.js'
import type { Understood } from './typed/moments.js'
import { personMeant } from './asking/person-meant.js'
import { noteDrafts, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe, Wait } from './recording/record.js'
import { nameIn, tellingOf } from './telling/telling.js'
import { heardWords } from './telling/touch-words.js'
import { waitEnded } from './telling/wait-ended.js'
import { caseOf } from './why.js'

export interface HeardArgs extends RecordArgs {
  readonly opp: string
  readonly kind?: string
  readonly automated?: true
  readonly from?: string
  readonly promise?: string
  readonly until?: string
  readonly of?: string
  readonly messageId?: string
  /** What the mail names of an offer, where it was shown and agreed to; null where it was not. */
  readonly terms?: OfferNamed | null
}

/** Keeps what came in; on a closed opportunity too. With `--promise` alone it is a holding answer. Throws Problem('usage') without a kind. */
export async function heard(world: Scribe & Needs<'hooks'>, args: HeardArgs): Promise<Noted> {
  const written = await keep(world, args)
  const fault = (await world.hooks()).run('on-heard', {
    handle: written.row.handle,
    fact: written.told.facts[0],
    standing: written.told.standing,
  })
  return fault === null ? written.told : { ...written.told, notes: [...written.told.notes, fault] }
}

async function keep(world: Scribe, args: HeardArgs): Promise<{ readonly told: Noted; readonly row: OpportunityRow }> {
  const row = chooseOpportunity(world.store, args.opp)
  const kind = args.kind === undefined && args.promise !== undefined ? 'holding' : oneOf(args.kind, heardKinds, '--kind')
  refuseMismatch(args, kind)
  const { value: at, lines } = pastMoment(world, args.at)
  const named = args.promise === undefined ? null : namedDay(world, args.promise, { at, row })
  const until = args.until === undefined ? null : dayUntil(world, args.until, { kind, at, row })
  const told = newsTold(args, { kind, row, until: until?.value ?? undefined })
  const { facts } = caseOf(world.store, row.id)
  if (kind === 'bounce') refuseTwice(facts, { at, of: told.of })
  const back = kind === 'bounce' ? letterBack(world, row, { data: told, at }) : null
  // With its reader on record the letter costs nothing in their other roles either.
  const data = back ? { ...told, contact: back.data.contact } : told
  const reader = kind === 'bounce' && !back && data.contact === null ? row.outlook.lead : data.contact
  const day = named?.value.day ?? null
  const offering = kind === 'offer' ? offeringOf(world, args, { row, at }) : { drafts: [], words: '', notes: [] }
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const besides = [
    ...promisedIn(named, { row, at }),
    ...offering.drafts,
    ...neverEndedDrafts(world, back),
    ...backElsewhere(world, back, { data, at }),
    ...note,
  ]
  const twice = noAgain(facts, data, world.clock.today)
  const written = record(world, [{ opportunity: row.id, at, kind: 'heard', data }, ...besides], {
    about: row.id,
    say: (after) => ({
      recorded: `${sentence({ data: { ...data, contact: reader }, at }, { row, day, clock: world.clock, isKnown: back !== null })}${togetherWords('message', openOnes(world, back?.data.also ?? []))}${offering.words}`,
      understood: [...lines, ...(named?.lines ?? []), ...(until?.lines ?? [])],
      notes: twice ?? [
        ...waitEnded(world, row, after),
        ...offering.notes,
        ...wordOnSeveral(world, facts, { data, at }),
        ...heardNotes(world, { data, before: row, after, name: nameIn(row, reader) }),
      ],
    }),
  })
  const wait = until?.value ? waitUntil(kind, written.standing) : null
  return { told: wait ? { ...written, wait } : written, row }
}

function newsTold(
  args: HeardArgs,
  { kind, row, until }: { readonly kind: HeardKind; readonly row: OpportunityRow; readonly until: Day | undefined },
): FactOf<'heard'>['data'] {
  const { automated, messageId } = args
  const of = args.of === undefined ? undefined : oneOf(args.of, letterKinds, '--of')
  return { kind, contact: contactOf(args, kind, row), ...given({ automated, messageId, until, of }) }
}

/** The day they named with it, as a fact of its own. */
function promisedIn(
  named: ReturnType<typeof namedDay> | null,
  { row, at }: { readonly row: OpportunityRow; readonly at: Moment },
): readonly FactDraft[] {
  const day = named?.value.day
  return named && day ? [{ opportunity: row.id, at, kind: 'promised', data: { day, words: named.value.words, via: 'reply' } }] : []
}

/** What their rest is counted by, where it is that which comes next. */
function waitUntil(kind: HeardKind, standing: Standing | null): Wait | null {
  if (kind === 'on-hold') return standing?.state === 'parked' ? { from: 'their day', plus: waits.pausedUntil } : null
  return standing?.court === 'theirs' ? { from: 'back', plus: waits.backFromLeave } : null
}

/** The first day back, or until when a role is on hold; null where that names no day. */
function dayUntil(
  world: Scribe,
  text: string,
  { kind, ...said }: { readonly kind: HeardKind; readonly at: Moment; readonly row: OpportunityRow },
): Understood<Day | null> {
  if (kind !== 'on-hold') return dayBack(world, text, said)
  const { value, lines } = namedDay(world, text, said)
  return { value: value.day, lines }
}

function dayBack(world: Scribe, text: string, said: { readonly at: Moment; readonly row: OpportunityRow }): Understood<Day> {
  const until = theirDay(world, text, said)
  if (until.value >= said.at.day) return until
  throw new Problem('usage', `${dayWords(until.value, world.clock.today)} lies before the day on which you heard it.`, {
    hint: 'Write the day they are back, as in --until fri.',
    code: 'bad-day',
  })
}

function refuseMismatch(args: HeardArgs, kind: HeardKind): void {
  if (!mayNameDay(kind))
    refuseFlag(
      args.promise,
      `--promise does not go with --kind ${kind}.`,
      `It goes with an answer: ${heardKinds.filter(mayNameDay).join(', ')}.`,
    )
  if (!mayNameEnd(kind))
    refuseFlag(
      args.until,
      `--until does not go with --kind ${kind}.`,
      'It is the day they are back, for --kind out-of-office, or until when the role rests, for --kind on-hold; a day for news is --promise.',
    )
  if (kind !== 'bounce')
    refuseFlag(args.of, `--of does not go with --kind ${kind}.`, 'It names the letter that came back, for --kind bounce.')
}

/** From whom: the one named, else the one who is chased; of a bounce nobody, so that the latest letter is meant. */
function contactOf(args: HeardArgs, kind: HeardKind, row: OpportunityRow): FactOf<'heard'>['data']['contact'] {
  if (args.from !== undefined) return chooseContact(row, args.from).id
  const meant = personMeant(row, args.opp)
  if (meant) return meant.id
  return kind === 'bounce' ? null : row.outlook.lead
}

/** The letter that came back; null where none on record can have. */
function letterBack({ store }: Scribe, row: OpportunityRow, { data, at }: Pick<FactOf<'heard'>, 'data' | 'at'>): FactOf<'sent'> | null {
  const facts = caseOf(store, row.id).facts
  const id = 'ffffffff-ffff-7fff-bfff-000000000001' as FactId
  const bounce: Fact = {
    id,
    command: id,
    opportunity: row.id,
    at,
    recorded: `${at.day}T12:00:00Z` as Fact['recorded'],
    kind: 'heard',
    data,
  }
  return cameBack(inOrder([...facts, bounce])).get(id) ?? null
}

function sentence(
  fact: Pick<FactOf<'heard'>, 'data' | 'at'>,
  {
    row,
    day,
    clock,
    isKnown,
  }: { readonly row: OpportunityRow; readonly day: Day | null; readonly clock: Clock; readonly isKnown: boolean },
): string {
  const telling = tellingOf(row, clock)
  const { kind } = fact.data
  const words = heardWords(fact, telling, day)
  if (day && kind !== 'holding') return `${words}; a decision by ${dayWords(day, clock.today)}`
  if (kind === 'out-of-office' || kind === 'auto') return `${words}; not counted as an answer`
  if (kind === 'bounce') return `${words}; ${isKnown ? 'it counts as never sent' : 'no such letter is on record, so nothing changes'}`
  return words
}
