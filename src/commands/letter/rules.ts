import type { LetterKind } from '../../model/act.js'
import { isUnasked, letterIs } from '../../model/kinds.js'
import type { Day, LocalTime } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import type { ContactId, ContactRole } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { goneIn } from '../../rules/left.js'
import { foldName } from '../../rules/names.js'
import { paperOf } from '../../rules/negotiation.js'
import { hasAccepted, isOffered } from '../../rules/offers.js'
import { timeline } from '../../rules/timeline.js'
import type { Needs } from '../../world.js'
import { wantIn } from './facts.js'
import { otherOffers } from '../standing/other-offers.js'
import { goneWordsIn } from '../telling/telling.js'
import { answering, stopsFor } from '../standing/stops.js'
import { saysNo } from './kinds.js'
import { talksIn } from './occasion.js'
import { refuseSpent } from './spent.js'
import { haveSpoken } from './unmet.js'

interface Intended {
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly letter: LetterKind
  readonly to: ContactId | null
  /** The moment on the reader's clock. */
  readonly at: LocalTime
  /** The person overrides in words what is only advised against. */
  readonly anyway: boolean
}

/** Throws Problem('refused') for a letter that a rule forbids: the stop list, the end, the budget, a talk about an offer that is not there. */
export async function refuseLetter(world: Needs<'store' | 'catalog' | 'settings'>, intended: Intended): Promise<void> {
  refuseUnoffered(intended)
  const { row, letter, to, anyway } = intended
  if (anyway) return
  if (!isOwed(intended)) await refuseStopped(world, row, to)
  if (row.closed && letterIs(letter, 'asks'))
    throw refused(
      'closed',
      `${row.company} is closed, and this letter belongs to an open one.`,
      `If it is not over: followup reopen ${row.handle}`,
    )
  refuseUnwanted(intended)
  refuseUntrue(intended)
  refuseSpent(world, intended)
  refuseToldElsewhere(world, intended)
  refuseAnswered(intended)
  refuseBaseless(intended)
  refuseGone(intended)
}

/** Throws Problem('refused') where letters to somebody are on the stop list. */
export async function refuseStopped(
  world: Needs<'store' | 'catalog' | 'settings'>,
  row: OpportunityRow,
  to: ContactId | null,
): Promise<void> {
  if (!(await stopsFor(world, row, to)).letters) return
  throw refused('stopped', 'Letters there are on your stop list.', `If that has changed: followup stop --lift "${nameOf(row, to)}"`)
}

/** They wrote, called or offered first, or wait for the line that comes next: that is no chasing, and no stop list holds it back. */
function isOwed({ row, letter, to }: Intended): boolean {
  const isNext = row.outlook.phases.some(({ next }) => next?.step === letter && next.contact === to && next.rule === null)
  return answering.has(letter) || letterIs(letter, 'offer') || isNext
}

/** Who does not want the job says so kindly, and wishes for nothing. */
function refuseUnwanted({ row, file, letter }: Intended): void {
  if (!letterIs(letter, 'wishes') || wantIn(file.facts) !== 'no') return
  const way = letter === 'negotiation-opener' ? 'decline' : 'withdraw'
  throw refused(
    'not-wanted',
    `On record you do not want the job at ${row.company}, and this letter would have you asking for it.`,
    `The kind way out: followup letter ${row.handle} ${way}. If you want it by now: followup debrief ${row.handle} --want yes`,
  )
}

/** Who took another job does not say any more that they want this one. */
function refuseUntrue({ row, letter }: Intended): void {
  if (!isUnasked(letter) || row.outlook.phases.at(-1)?.next?.step !== 'withdraw') return
  throw refused(
    'hired',
    `You took another job, and this letter says that you want the one at ${row.company}.`,
    `To let them know: followup letter ${row.handle} withdraw. If you want it after all: followup resume ${row.handle}`,
  )
}

/** An offer elsewhere is told once, and only where one wants the job; else it would be pressure, or a bluff. */
function refuseToldElsewhere(world: Needs<'store'>, intended: Intended): void {
  const { row, file, letter, to } = intended
  if (letter !== 'competing-offer') return
  if (file.facts.some((fact) => fact.kind === 'sent' && fact.data.letter === letter))
    throw refused(
      'told',
      `${nameOf(row, to)} knows of your other offer; told twice it would be pressure.`,
      `Wait for the answer, or ring: followup call ${row.handle} --card`,
    )
  refuseOwnOffer(world, intended)
  if (wantIn(file.facts) !== 'yes')
    throw refused(
      'not-wanted',
      `That note says you would rather work at ${row.company}, and it is not on record that you would.`,
      `If you would: followup debrief ${row.handle} --want yes`,
    )
  if (!hasMetBoss(intended))
    throw refused(
      'not-met',
      `Nobody at ${row.company} who decides has met you yet, and to them your other offer means little.`,
      `Once they have: followup log ${row.handle}. If they know you all the same, add --anyway and why.`,
    )
}

/** An offer of this house, or one that the reader has to do with, is none of another employer. */
function refuseOwnOffer({ store }: Needs<'store'>, { row, to, at }: Intended): void {
  const { by, own } = otherOffers(store, row, { to, today: at.slice(0, 10) as Day })
  if (by !== null || !own) return
  const whose =
    foldName(own.company) === foldName(row.company)
      ? `The other offer on record is from ${row.company} too`
      : `${nameOf(row, to)} knows of the other offer on record`
  throw refused(
    'no-other-employer',
    `${whose}, and this letter speaks of another employer.`,
    `Which of the two you would rather have is best said on the phone: followup call ${row.handle} --card`,
  )
}

/** Whether anybody was at a talk that was held who may decide. */
function hasMetBoss({ row: { contacts, outlook }, file: { facts }, at }: Intended): boolean {
  const decides = (id: ContactId): boolean => !between.has(contacts.find((one) => one.id === id)?.role ?? '')
  return talksIn(timeline(facts, outlook.zone), at).some(
    ({ fact }) => fact.kind === 'interviewed' && (fact.data.contacts.length === 0 || fact.data.contacts.some(decides)),
  )
}

/** Who stands between oneself and the one who decides. */
const between: ReadonlySet<string> = new Set<ContactRole>(['recruiter', 'agency', 'hr', 'assistant', 'referrer', 'referee'])

/** Where an offer is there nobody asks when it will be decided. */
function refuseAnswered({ row, file, letter }: Intended): void {
  if (letter !== 'recruiter-status' || !isOffered(file.facts)) return
  throw refused(
    'offered',
    `${row.company} has decided: there is an offer, and this letter asks when there will be one.`,
    `To thank them for it: followup letter ${row.handle} offer-thanks; to get ready: followup negotiate ${row.handle}`,
  )
}

/** A letter that answers something needs what it answers. */
function refuseBaseless({ row, file: { facts }, letter, to, at }: Intended): void {
  const { company, handle, outlook } = row
  if (letter === 'thank-you' && !haveSpoken(timeline(facts, outlook.zone), at, null))
    throw refused(
      'no-talk',
      `No talk with ${company} has been held yet, as far as is on record, and this letter gives thanks for one.`,
      `If there was one: followup log ${handle} --at DAY`,
    )
  // The plan of a door that is kept open begins with it, however it closed.
  const isNext = outlook.phases.some(({ next }) => next?.step === letter)
  if (letter === 'rejection-reply' && !facts.some(saysNo) && !isNext)
    throw refused(
      'no-rejection',
      `${company} has not said no, as far as is on record, and this letter answers a no.`,
      `If they have: followup heard ${handle} rejection`,
    )
  if (letter === 'confirm' && !facts.some(invites))
    throw refused(
      'no-invitation',
      `There is no invitation from ${company} on record, and this letter says yes to one.`,
      `Once they invite you: followup heard ${handle} invite`,
    )
  if (letter === 'referrer-update' && to === null)
    throw refused(
      'no-referrer',
      `Nobody who referred you to ${company} is on record, and this letter tells them how it goes.`,
      `Add them: followup contact add "NAME <MAIL>" --for ${handle} --contact-role referrer`,
    )
  if (letter === 'offer-thanks' && hasAccepted(facts) && paperOf(facts) === 'all')
    throw refused(
      'accepted',
      `You said yes to ${company}, and it is on paper: nothing is left to ask for.`,
      `What is on record: followup show ${handle}`,
    )
  if (letter === 'decline' && hasAccepted(facts))
    throw refused(
      'accepted',
      `You accepted the offer from ${company}, and this letter says no to it.`,
      `If that has changed: followup reopen ${handle}`,
    )
}

/** What they sent or said asks for a meeting, or one is booked. */
function invites(fact: Fact): boolean {
  if (fact.kind === 'heard') return fact.data.kind === 'invite'
  if (fact.kind === 'called') return fact.data.outcome === 'booked'
  return fact.kind === 'rescheduled' || (fact.kind === 'interviewed' && fact.data.booked)
}

/** Who has left is not asked how things stand there. */
function refuseGone({ row, file, letter, to }: Intended): void {
  if (to === null || !letterIs(letter, 'chases') || !goneIn(file).has(to)) return
  throw refused(
    'left',
    `${nameOf(row, to)} ${goneWordsIn(row, to)}, and this letter would ask them about it.`,
    `Find out who took over: followup contact add "NAME <MAIL>" --for ${row.handle} --lead`,
  )
}

function refuseUnoffered({ row, file, letter }: Intended): void {
  if (!letterIs(letter, 'offer')) return
  if (isOffered(file.facts)) return
  throw refused(
    'no-offer',
    `There is no offer from ${row.company} on record, and this letter answers one.`,
    `Once they make one: followup offer ${row.handle}`,
  )
}

function nameOf({ contacts, company }: OpportunityRow, to: ContactId | null): string {
  return contacts.find((one) => one.id === to)?.name ?? company
}

function refused(code: string, says: string, hint: string): Problem {
  return new Problem('refused', says, { hint, code })
}
