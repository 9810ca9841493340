import { letterChannels, letterKinds } from '../model/act.js'
import type { LetterChannel, LetterKind } from '../model/act.js'
import { letterIs } from '../model/kinds.js'
import type { Day } from '../model/day.js'
import type { FactOf } from '../model/fact.js'
import type { ContactId } from '../model/opportunity.js'
import type { Act, Phase, State } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'
import { letterWords } from '../model/vocabulary.js'
import { Problem } from '../problem.js'
import { phaseAt } from '../rules/assess.js'
import { budget } from '../rules/limits.js'
import { unsettledIn } from '../rules/unsettled.js'
import { togetherWords } from './standing/also-named.js'
import { waitsToo } from './standing/waits-too.js'
import { jointDrafts, othersTold } from './sent/joint.js'
import { lettersNear } from './standing/told-twice.js'
import { chooseContact, chooseOpportunity } from './asking/choose.js'
import { given, oneOf } from './typed/given.js'
import { dueKind } from './letter/kinds.js'
import { dayWords, pastMoment } from './typed/moments.js'
import { endingDrafts } from './offer/answer.js'
import { hangsOn, settledYes } from './offer/paper.js'
import type { Hanging } from './offer/paper.js'
import { otherDoors } from './standing/other-doors.js'
import { personMeant } from './asking/person-meant.js'
import { noteDrafts, record } from './recording/record.js'
import type { After, Noted, RecordArgs, Scribe } from './recording/record.js'
import { tellingOf } from './telling/telling.js'
import { spacingNote } from './standing/spacing.js'
import { answering, stopsFor } from './standing/stops.js'
import { earlyThanks } from './standing/thanks.js'
import { sentWords } from './telling/touch-words.js'
import { caseOf } from './why.js'

export interface SentArgs extends RecordArgs {
  readonly opp: string
  readonly kind?: string
  readonly channel?: string
  readonly to?: string
  readonly messageId?: string
  /** What was talked about and this letter used, as the look back recorded it. */
  readonly hook?: string
  readonly subject?: string
  /** Other opportunities with the same reader that it spoke of, by reference. */
  readonly also?: readonly string[]
  /** What a letter drafted here mended, and was made from. */
  readonly repair?: string
  readonly template?: string
  readonly anyway?: string
  /** A letter that ends it was asked about already: the conversation asks no more. */
  readonly yes?: true
}

/** Keeps a letter that left; whatever a rule would have advised, it has happened. Throws Problem('refused') only where a closed opportunity would be chased. */
export async function sent(world: Scribe, args: SentArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp)
  const now = world.clock.in(row.outlook.zone)
  const { state, next, court } = phaseAt(row.outlook, now)
  const letter = kindOf(world, args, row)
  if (row.closed && letterIs(letter, 'asks') && args.anyway === undefined) throw closedTo(row, letter)
  const until = hangsOn(world, row, letter)
  const { value: at, lines: understood } = pastMoment(world, args.at)
  const contact = args.to === undefined ? (personMeant(row, args.opp)?.id ?? readerOf(row, letter, next)) : chooseContact(row, args.to).id
  const open = next?.rule === 'unsettled' ? unsettledIn(caseOf(world.store, row.id).facts) : []
  const handed = open.find((one) => one.data.letter === letter && one.data.contact === contact)
  const others = othersTold(world, args.also, { row, letter, contact, handed: handed?.data.also ?? [] })
  const hook = await hookOf(world, row, args.hook)
  const data = {
    letter,
    channel: channelOf(args, next, letter),
    contact,
    ...handedOver(handed),
    ...given({
      ...{ messageId: args.messageId, subject: args.subject, hook },
      ...{ repair: args.repair, template: args.template, anyway: args.anyway },
    }),
  }
  const doors = letter === 'accept' && !row.closed ? otherDoors(world, { row, at, until }) : { drafts: [], notes: [] }
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const before = { row, state, until, letters: (await stopsFor(world, row, contact)).letters }
  const again = [...lettersNear(world, row, { letter, contact, at }), ...(letter === 'thank-you' ? earlyThanks(world, row, at) : [])]
  const near = again.length > 0 ? null : spacingNote(world, row, { letter, contact, at, ahead: false })
  const soon = near === null ? soonNotes(world, { letter, at: at.day, isTheirs: isRunning({ state, court, next }), next }) : [near]
  const waits = others.length > 0 ? [] : waitsToo(world, row, { step: letter, contact, line: `sent ${row.handle} ${letter}` })
  const joint = jointDrafts(world, { rows: [row, ...others], at, data })
  return record(world, [...joint, ...endingDrafts(letter, row, at), ...doors.drafts, ...note], {
    about: row.id,
    say: (after) => ({
      recorded: `${sentWords({ data, at }, tellingOf(row, world.clock))}${togetherWords('message', others)}`,
      understood,
      notes: [...again, ...soon, ...waits, ...notesOn(letter, before, after), ...doors.notes],
    }),
  })
}

async function hookOf({ store }: Scribe, row: OpportunityRow, told: string | undefined): Promise<string | undefined> {
  return told && (await import('./letter/hook-told.js')).hookTold(caseOf(store, row.id).facts, told)
}

/** What was written down when it was handed over; this settles that. */
function handedOver(fact: FactOf<'sending'> | undefined): Partial<FactOf<'sent'>['data']> {
  if (!fact) return {}
  const { messageId, subject, hook, repair, template, anyway } = fact.data
  return given({ messageId, subject, hook, repair, template, anyway, sending: fact.id })
}

/** The kind that was named, else the letter that is due; one that chases is never taken for granted before its day. */
function kindOf(world: Scribe, args: SentArgs, row: OpportunityRow): LetterKind {
  if (args.kind !== undefined) return oneOf(args.kind, letterKinds, '--kind')
  const now = world.clock.in(row.outlook.zone)
  const { next } = phaseAt(row.outlook, now)
  const due = dueKind(world, row) ?? letterKinds.find((kind) => kind === next?.step) ?? null
  const isEarly = due !== null && due === next?.step && letterIs(due, 'asks') && next.since > now.slice(0, 10)
  if (due && !isEarly) return due
  const hint = isEarly
    ? `What comes next is the ${letterWords[due]}, ${dayWords(next.since, world.clock.today)}. If that left already: followup sent ${row.handle} ${due}`
    : `Name it, for example: followup sent ${row.handle} --kind check-in`
  throw new Problem('usage', 'Which kind of letter was it?', { hint: `${hint}. All kinds: followup help sent`, code: 'missing' })
}

function channelOf(args: SentArgs, next: Act | null, letter: LetterKind): LetterChannel {
  if (args.channel !== undefined) return oneOf(args.channel, letterChannels, '--channel')
  return (next?.step === letter && letterChannels.find((channel) => channel === next.channel)) || 'email'
}

function readerOf(row: OpportunityRow, letter: LetterKind, next: Act | null): ContactId | null {
  return next?.step === letter && next.contact !== null ? next.contact : row.outlook.lead
}

/** A letter that chased before their time was up has happened; what is left is to let it rest. */
function soonNotes(
  { clock }: Pick<Scribe, 'clock'>,
  { letter, at, isTheirs, next }: { readonly letter: LetterKind; readonly at: Day; readonly isTheirs: boolean; readonly next: Act | null },
): readonly string[] {
  const isDue = next?.step === letter && next.since <= at
  if (!letterIs(letter, 'chases') || !isTheirs || isDue || at !== clock.today) return []
  return ['That was before their time was up, and does no harm once.']
}

/** Whether a time of theirs runs, be it beside thanks that are due. */
function isRunning({ state, court, next }: Pick<Phase, 'state' | 'court' | 'next'>): boolean {
  return (state === 'waiting' || state === 'promised') && (court === 'theirs' || next?.step === 'thank-you')
}

function unsettledYes(handle: string, { open, settled, isPaper }: Hanging): string {
  const says = `Well done, and ${open}: give nothing up before`
  return isPaper ? `${says} it is there, and ask for it now: followup letter ${handle} offer-thanks` : `${says} ${settled}.`
}

function closedTo(row: OpportunityRow, letter: LetterKind): Problem {
  return new Problem('refused', `${row.company} is closed, and "${letter}" belongs to an open one.`, {
    hint: `If it is not over: followup reopen ${row.handle}. If it left all the same, add --anyway with your reason.`,
    code: 'closed',
  })
}

/** How it stood when the letter left. */
interface Before {
  readonly row: OpportunityRow
  readonly state: State
  /** What a yes to an offer still hangs on; null where on nothing. */
  readonly until: Hanging | null
  /** Letters there are on the stop list. */
  readonly letters: boolean
}

function notesOn(letter: LetterKind, before: Before, { row }: After): readonly string[] {
  const notes: string[] = []
  const { used } = before.row.outlook
  if (letterIs(letter, 'offer') && !letterIs(letter, 'ends') && before.state !== 'offer') {
    notes.push(`No offer from ${before.row.company} is on record. If there is one: followup offer ${before.row.handle}`)
  }
  if (letter === 'after-voicemail' && row?.outlook.used.units === used.units)
    notes.push('Together with the voicemail it counts as one message.')
  if (before.letters && !answering.has(letter))
    notes.push('Letters there are on your stop list. This one is on record; none will be proposed.')
  else if (row && row.outlook.used.units > used.units && used.units >= budget.units) {
    notes.push('Four messages were unanswered, and a further one costs more than it could win. Nothing more until they answer.')
  }
  if (letter === 'close-the-loop' && row?.closed === false) notes.push('It stays open. In your own plans, count it as a no.')
  if (letter === 'rejection-reply' && row?.outlook.phases.every((phase) => phase.next === null))
    notes.push(`To stay in touch now and then: followup playbook use keep-the-door-open ${row.handle}`)
  if (letter === 'decline') notes.push('Chasing stops, nothing is deleted. A kind no leaves a friend behind.')
  if (letter === 'accept') notes.push(before.until ? unsettledYes(before.row.handle, before.until) : `Well done. ${settledYes}`)
  return notes
}
