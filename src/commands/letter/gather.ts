import { amount } from '../../model/amount.js'
import { salutation } from '../../letters/names.js'
import { inARow } from '../../model/in-a-row.js'
import type { Day } from '../../model/day.js'
import type { Fact, FactOf } from '../../model/fact.js'
import type { LetterFacts } from '../../model/letter.js'
import type { ContactId } from '../../model/opportunity.js'
import type { Store } from '../../model/store.js'
import { longDay, monthName } from '../../rules/days.js'
import { doubtToWriteOf } from '../../rules/doubts.js'
import { changedIn, paperOf } from '../../rules/negotiation.js'
import { hasAccepted, offerIn } from '../../rules/offers.js'
import { readAmount } from '../../reading/amount.js'
import { timeline, withoutReturned } from '../../rules/timeline.js'
import type { Needs } from '../../world.js'
import { hooksFor } from './talked.js'
import { letterFacts, readingOf, withThem } from './facts.js'
import { otherOffers } from '../standing/other-offers.js'
import type { Writing } from './writing.js'
import { occasionOf, talksIn } from './occasion.js'
import { unmetIn } from './unmet.js'
import type { Me } from '../asking/me.js'

/** What the person chose for one letter: a hook by its recorded words, words of their own, a day. */
export interface Chosen {
  readonly hook: string | null
  readonly own: string | null
  readonly day: Day | null
  readonly me: Me
}

/** Everything a letter may say, from recorded facts and from what was chosen for it. */
export function gathered(world: Needs<'catalog' | 'settings' | 'store'>, writing: Writing, chosen: Chosen): LetterFacts {
  const { row, file, to, at } = writing
  const plain = letterFacts(world, writing)
  const today = at.slice(0, 10) as Day
  const { facts } = file
  const talks = talksIn(timeline(facts, row.outlook.zone), at)
  const met = talks.at(-1)
  const withReader = talks.findLast(({ fact }) => to === null || withThem(fact, to))
  const boss = row.contacts.find((one) => one.id === row.outlook.lead)
  const stranger = unmetIn(writing)
  return {
    ...plain,
    reading: stranger.unmet && met && plain.reading === 'them' ? 'house' : plain.reading,
    role: file.opportunity.confidential && to !== row.outlook.lead ? null : plain.role,
    metMonth: met ? monthName(Number(met.day.slice(5, 7))) : null,
    metWho: boss && boss.id !== to ? boss.name : null,
    others: othersMet(writing, withReader?.fact),
    hooks: chosen.hook === null ? hooksFor(writing) : [chosen.hook],
    cares: to === row.outlook.lead || to === null ? plain.cares : [],
    landing: to === row.outlook.lead && !stranger.unmet ? doubtToWriteOf(facts) : null,
    ...stranger,
    noCalls: writing.noCalls,
    me: chosen.me.name,
    number: chosen.me.number,
    own: chosen.own,
    day: chosen.day && dayOf(chosen.day, today),
    when: bookedWhen(writing, today),
    ...termsOf(facts, today),
    otherBy: otherOffer(world.store, writing, today),
    ...occasionOf(writing, plain.met),
    both: null,
  }
}

/** 'Priya' or 'Priya, Dr. Chen and Ana': those of the company whom I met beside the reader; with whole names to a reader who is greeted by title. */
function othersMet({ row, to }: Writing, met: Fact | undefined): string | null {
  if (met?.kind !== 'interviewed') return null
  const beside = row.contacts.filter((one) => one.id !== to && readingOf(row, one) !== 'outside')
  const isFormal = (salutation(row.contacts.find((one) => one.id === to)?.name ?? null) ?? '').includes(' ')
  const names = met.data.contacts.flatMap((id) => {
    const name = beside.find((one) => one.id === id)?.name ?? null
    return (isFormal ? name : salutation(name)) ?? []
  })
  return names.length === 0 ? null : inARow(names)
}

function bookedWhen({ file, row }: Writing, today: Day): string | null {
  const { zone } = row.outlook
  const booked = timeline(file.facts, zone).find(({ fact, day }) => fact.kind === 'interviewed' && fact.data.booked && day >= today)
  if (!booked) return null
  const date = dayOf(booked.day, today)
  return booked.time === null ? date : `${date} at ${booked.time.replace(/^0/, '')}`
}

type Terms = Pick<LetterFacts, 'base' | 'start' | 'respondBy' | 'written' | 'late' | 'accepted' | 'changed'>

function termsOf(facts: readonly Fact[], today: Day): Terms {
  const terms = offerIn(facts) ?? {}
  const written = paperOf(facts) === 'all'
  return {
    base: amountOrNull(terms.base),
    start: terms.start ? dayOf(terms.start, today) : null,
    respondBy: terms.respondBy ? dayOf(terms.respondBy, today) : null,
    late: terms.respondBy && terms.respondBy < today ? dayOf(terms.respondBy, today) : null,
    written,
    accepted: !written && hasAccepted(facts),
    changed: !written && changedIn(facts) !== null,
  }
}

/** What was written down before amounts were read may be none, and goes into no letter. */
function amountOrNull(base: string | undefined): string | null {
  const read = readAmount(base ?? '')
  return read && amount(read.text)
}

/** The first day on which an offer of another employer is to be answered, as it was last told. */
function otherOffer(store: Pick<Store, 'list'>, { row, to }: Writing, today: Day): string | null {
  const { by } = otherOffers(store, row, { to, today })
  return by && dayOf(by, today)
}

/** 'Thursday 1 April', with the year when it is another. */
function dayOf(day: Day, today: Day): string {
  const year = ` ${day.slice(0, 4)}`
  return today.startsWith(day.slice(0, 4)) ? longDay(day).replace(year, '') : longDay(day)
}

/** Templates of the letters that went to someone, and to others in the same house. */
export function templatesSent(
  facts: readonly Fact[],
  to: ContactId | null,
): { readonly used: readonly string[]; readonly elsewhere: readonly string[] } {
  const sent = withoutReturned(facts).filter((fact): fact is FactOf<'sent'> => fact.kind === 'sent')
  const of = (some: readonly FactOf<'sent'>[]): readonly string[] => some.flatMap((fact) => fact.data.template ?? [])
  return { used: of(sent.filter((fact) => fact.data.contact === to)), elsewhere: of(sent.filter((fact) => fact.data.contact !== to)) }
}

/**
 * What the same letter may say to others there, from which this one differs: to those to whom it went of which nobody knows what it was made from, and of
 * thank-yous to those named before this reader in the same meeting, for theirs are drafted first.
 */
export function namedBefore(world: Needs<'catalog' | 'settings' | 'store'>, writing: Writing, me: Me): readonly LetterFacts[] {
  const { file, letter, to } = writing
  if (to === null) return []
  const before = letter === 'thank-you' ? metBefore(file.facts, to) : []
  const sent = withoutReturned(file.facts).flatMap((fact) =>
    fact.kind === 'sent' && fact.data.letter === letter && fact.data.template === undefined ? (fact.data.contact ?? []) : [],
  )
  return [...new Set([...before, ...sent])]
    .filter((one) => one !== to)
    .map((one) => gathered(world, { ...writing, to: one }, { hook: null, own: null, day: null, me }))
}

function metBefore(facts: readonly Fact[], to: ContactId): readonly ContactId[] {
  const met = facts.findLast((fact): fact is FactOf<'interviewed'> => fact.kind === 'interviewed' && fact.data.contacts.includes(to))
  const people = met?.data.contacts ?? []
  return people.slice(0, people.indexOf(to))
}
