import { letterKinds } from '../../model/act.js'
import type { LetterKind } from '../../model/act.js'
import type { Day, LocalTime } from '../../model/day.js'
import type { FactOf, OfferTerms } from '../../model/fact.js'
import type { Contact } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { phaseAt } from '../../rules/assess.js'
import { paperOf } from '../../rules/negotiation.js'
import { offerIn, tookAnother } from '../../rules/offers.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import { caseOf } from '../why.js'
import { rememberedIn } from '../letter/facts.js'
import type { Remembered } from '../letter/facts.js'
import { isInHouse } from '../letter/occasion.js'
import { oneMessage } from '../standing/one-message.js'
import { lookout } from '../standing/lookout.js'
import { seen } from '../standing/seen.js'
import type { Seen, SeenAct } from '../standing/seen.js'

export type CardWorld = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** Where one stands before a call; what is said on it is on its own card. */
export interface CallFacts {
  /** Wall time where they are, 'HH:MM', and whether the hour is one of the fair ones. */
  readonly there: string
  readonly zone: string
  readonly fair: boolean
}

/** One act as it is shown before anything is asked. Days are the contact's. */
export interface Card {
  readonly handle: string
  readonly standing: Seen
  readonly next: SeenAct
  readonly asOf: Day
  readonly row: OpportunityRow
  /** The one whom the act concerns. */
  readonly person: Contact | null
  /** Other opportunities that the letter, or the call, can be about too. */
  readonly beside: readonly string[]
  /** The letter it asks for; what stands in it is drafted when its turn comes. */
  readonly letter: LetterKind | null
  readonly call: CallFacts | null
  readonly remembered: Remembered
  /** The note that was kept with their last word or my last call; whether it says what they asked for. */
  readonly note: { readonly text: string; readonly asked: boolean } | null
  /** The terms of the offer it is about; what is private is left out. */
  readonly offer: Omit<OfferTerms, 'hoped' | 'fine' | 'floor'> | null
  /** It is about an offer that is not on paper as it stands. */
  readonly unwritten: boolean
  /** The role is not named to anyone but them. */
  readonly confidential: boolean
  /** They are colleagues in my own house. */
  readonly house: boolean
  /** Nothing is due before its day. */
  readonly early: boolean
  /** The newest fact that was known of. */
  readonly last: string
  /** The opportunity as it stood: another mark means that something happened since. */
  readonly mark: string
}

/** The opportunity of this handle with its next act; null when there is nothing to do. */
export function cardOf(world: CardWorld, handle: string): Card | null {
  const row = chooseOpportunity(world.store, handle)
  const at = world.clock.in(row.outlook.zone)
  const file = caseOf(world.store, row.id)
  const standing = standingOf(file, seen(row, world, lookout(world)))
  const act = phaseAt(row.outlook, at).next
  const { next } = standing
  if (!next || !act || act.step === 'park') return null
  const letter = letterKinds.find((kind) => kind === next.step) ?? null
  const person = row.contacts.find((one) => one.id === act.contact) ?? null
  return {
    handle: row.handle,
    standing,
    next,
    asOf: at.slice(0, 10) as Day,
    row,
    person,
    letter,
    beside: oneMessage(world, row, { from: lookout(world) }).map((one) => one.handle),
    call: act.step === 'call' ? callFacts(row.outlook.zone, at, next) : null,
    remembered: rememberedIn(file.facts),
    note: noteIn(file),
    offer: standing.state === 'offer' ? termsOf(file) : null,
    unwritten: standing.state === 'offer' && letter === null && paperOf(file.facts) !== 'all',
    confidential: file.opportunity.confidential,
    house: isInHouse(file.facts),
    early: standing.court === 'theirs' || next.on > at.slice(0, 10),
    last: lastOf(file),
    mark: markOf(row, file),
  }
}

/** After a yes elsewhere nothing is left to decide on an offer: what is due is a kind no. */
function standingOf({ facts }: CaseFile, standing: Seen): Seen {
  if (standing.next?.step !== 'decide-offer' || !tookAnother(facts)) return standing
  const because = [{ code: 'hired', text: 'you took another job, and a kind no, soon, spares them the wait' }]
  return { ...standing, next: { ...standing.next, step: 'decline' }, because }
}

/** How the opportunity of a card stands now, to be compared with its mark; '' when it is gone. */
export function markNow(world: CardWorld, { row }: Pick<Card, 'row'>): string {
  const now = world.store.row(row.id)
  const file = world.store.caseFile(row.id)
  return now && file ? markOf(now, file) : ''
}

function markOf(row: OpportunityRow, file: CaseFile): string {
  return JSON.stringify([lastOf(file), row.outlook])
}

function lastOf({ facts, elsewhere }: CaseFile): string {
  return [...facts, ...elsewhere].reduce<string>((id, fact) => (fact.id > id ? fact.id : id), '')
}

function callFacts(zone: string, at: LocalTime, { on, window }: SeenAct): CallFacts {
  const there = at.slice(11)
  const fair = on === at.slice(0, 10) && (window === null || (window.on === on && window.from <= there && there < window.to))
  return { there, zone, fair }
}

function termsOf({ facts }: CaseFile): Card['offer'] {
  const { hoped: _, fine: __, floor: ___, ...terms } = offerIn(facts) ?? {}
  return terms
}

function noteIn(file: CaseFile): Card['note'] {
  const word = file.facts.findLast((fact) => fact.kind === 'heard' || fact.kind === 'called')
  const note = word && file.facts.find((fact): fact is FactOf<'noted'> => fact.kind === 'noted' && fact.command === word.command)
  if (!note) return null
  const asked = word.kind === 'heard' ? word.data.kind === 'question' : word.kind === 'called' && word.data.outcome === 'asks-something'
  return { text: note.data.text, asked }
}
