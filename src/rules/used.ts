import type { Day } from '../model/day.js'
import type { Fact, FactOf } from '../model/fact.js'
import { callIs, letterIs, newsIs } from '../model/kinds.js'
import type { ContactId, FactId } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'
import type { Setting } from './effects.js'
import { pairedIn, settles } from './fold-sent.js'
import type { Means } from './pursuit.js'
import type { Touch } from './situation.js'
import { momentOf, onClockOf, timeline } from './timeline.js'
import type { Event } from './timeline.js'

/** What a contact has had to bear since they last answered or met me, in whichever role; `touches` are those here since a word of anyone's. */
export function usedUp(
  touches: readonly Touch[],
  { facts, elsewhere }: Pick<CaseFile, 'facts' | 'elsewhere'>,
  { lead, zone }: Pick<Setting, 'lead' | 'zone'>,
): Pick<Means, 'used' | 'elsewhere'> {
  const events = lead && elsewhere.length > 0 ? timeline(apartFrom(facts, elsewhere), zone) : []
  const there = lead && events.length > 0 ? touchesElsewhere(events, { id: lead.id, zone }) : nowhere
  const isFresh = (word: Event | null | undefined) => (touch: Touch) => !word || !isBefore(touch, word)
  const wordHere = lead && there.touches.length > 0 ? timeline(facts, zone).findLast(({ fact }) => isWord(fact, lead.id)) : null
  const all = [...touches.filter(isFresh(there.word)), ...there.touches.filter(isFresh(wordHere))]
  const units = all.filter(isUnit)
  const dials = all.filter((one) => one.act === 'dial')
  return {
    used: { units: units.length, dials: dials.length, voicemails: dials.filter((one) => one.outcome === 'voicemail-left').length },
    elsewhere: {
      unit: lastDay(there.resting.filter((one) => isUnit(one) || isTalk(one))),
      dials: there.resting.filter((one) => one.act === 'dial'),
      talk: touches.some(isFresh(there.word)) ? null : lastDay(there.resting.filter(isTalk)),
    },
  }
}

/** What was borne or said in other roles and counts here: a touch, one that only rests, or a word of theirs. */
export interface CountedThere {
  readonly event: Event
  readonly as: 'touch' | 'rest' | 'word'
}

/** The same, told in order: all since the first of this opportunity, and of what was before only what is unanswered still. */
export function countedThere(file: CaseFile, { lead, zone }: Pick<Setting, 'lead' | 'zone'>): readonly CountedThere[] {
  if (!lead || file.elsewhere.length === 0) return []
  const here = timeline(
    file.facts.filter((fact) => fact.opportunity !== null),
    zone,
  )
  const first = here[0]
  const { told, word } = touchesElsewhere(timeline(apartFrom(file.facts, file.elsewhere), zone), { id: lead.id, zone })
  const isOpen = ({ event }: CountedThere) =>
    [word, here.findLast(({ fact }) => isWord(fact, lead.id))].every((one) => !one || !isBefore(event, one))
  const isBorne = ({ event }: CountedThere) =>
    [...here, ...told.map((one) => one.event)].some((one) => isTouch(one.fact, lead.id) && isBefore(one, event))
  return told.filter((one) => {
    if (one.event.fact.kind === 'interviewed' && !isBorne(one)) return false
    return !first || !isBefore(one.event, first) || (one.as !== 'word' && isOpen(one))
  })
}

/** Whether they had something to bear: a letter that asks something of them, or a call. */
function isTouch({ kind, data }: Fact, contact: ContactId): boolean {
  return (
    (kind === 'sent' && data.contact === contact && !letterIs(data.letter, 'free')) ||
    (kind === 'called' && data.contact === contact && data.outcome !== 'wrong-number')
  )
}

/** What is on record in other roles, each letter and call once: one that is about several is on record in each, and is one message. */
function apartFrom(facts: readonly Fact[], elsewhere: readonly Fact[]): readonly Fact[] {
  const told = new Set(facts.flatMap(jointIn))
  return elsewhere.filter((fact) => {
    const [joint] = jointIn(fact)
    if (joint === undefined) return true
    const isFirst = !told.has(joint)
    told.add(joint)
    return isFirst
  })
}

/** The command that put a letter or a call on record which was about several roles. */
function jointIn({ kind, data, command }: Fact): readonly FactId[] {
  return (kind === 'sent' || kind === 'called') && data.also ? [command] : []
}

/**
 * Touches in other roles since a word of theirs there, and that word. What rests is more: a talk with me and an answer to them are none of the
 * messages, and rest like one; an interview, which may be days ahead, spares nobody the rest after a touch.
 */
interface There {
  readonly touches: readonly Touch[]
  readonly resting: readonly Resting[]
  readonly word: Event | null
  readonly told: readonly CountedThere[]
}

/** A touch after which they rest; `named` is the day on which they are to be rung again. */
interface Resting extends Touch {
  readonly named: Day | null
}

const nowhere: There = { touches: [], resting: [], word: null, told: [] }

/** One visible touch: a letter, a voicemail with its mail, a message left with a person. */
function isUnit(touch: Touch): boolean {
  return touch.act === 'letter' || (touch.outcome !== null && callIs(touch.outcome, 'message'))
}

/** Whether we talked, which costs no message. */
function isTalk({ outcome }: Touch): boolean {
  return outcome !== null && callIs(outcome, 'talk')
}

/** Whether they spoke to me: they wrote, were reached, or met me. */
export function isWord({ kind, data }: Fact, contact: ContactId): boolean {
  if (kind === 'interviewed') return data.contacts.includes(contact)
  if (kind === 'heard') return data.contact === contact && newsIs(data.kind, 'person') && !data.automated
  return kind === 'called' && data.contact === contact && callIs(data.outcome, 'word')
}

/** On one day only where both hours are known. */
function isBefore(touch: Pick<Event, 'day' | 'time'>, word: Event): boolean {
  if (touch.day !== word.day) return touch.day < word.day
  return touch.time !== null && word.time !== null && touch.time < word.time
}

function touchesElsewhere(events: readonly Event[], { id: contact, zone }: { readonly id: ContactId; readonly zone: string }): There {
  let touches: Touch[] = []
  let resting: Resting[] = []
  let word: Event | null = null
  let owed: 'question' | 'invite' | null = null
  const told: CountedThere[] = []
  for (const event of events) {
    const { fact, day, time } = event
    if (isWord(fact, contact)) {
      touches = []
      if (fact.kind !== 'interviewed') resting = fact.kind === 'called' ? [dialled(fact, event, zone)].filter(isTalk) : []
      word = event
      told.push({ event, as: 'word' })
      owed = askedIn(fact, owed)
    } else if (fact.kind === 'sent' && isTouch(fact, contact)) {
      const pair = fact.data.letter === 'after-voicemail' ? pairedIn(touches) : null
      if (pair) {
        touches = pair
        continue
      }
      const touch: Touch = { act: 'letter', letter: fact.data.letter, outcome: null, day, time }
      const isOwed = owed !== null && settles(fact.data.letter, owed)
      if (isOwed) owed = null
      else touches.push(touch)
      resting.push({ ...touch, named: null })
      told.push({ event, as: isOwed ? 'rest' : 'touch' })
    } else if (fact.kind === 'called' && isTouch(fact, contact)) {
      const touch = dialled(fact, event, zone)
      touches.push(touch)
      resting.push(touch)
      told.push({ event, as: 'touch' })
    }
  }
  return { touches, resting, word, told }
}

function dialled({ data: { outcome, callback } }: FactOf<'called'>, { day, time }: Event, zone: string): Resting {
  return { act: 'dial', letter: null, outcome, day, time, named: callback ? onClockOf(zone, momentOf(callback)).day : null }
}

/** What they wait for after a word: a talk on the phone settles what they asked before. */
function askedIn({ kind, data }: Fact, owed: 'question' | 'invite' | null): 'question' | 'invite' | null {
  if (kind === 'called') return data.outcome === 'asks-something' ? 'question' : null
  return kind === 'heard' && (data.kind === 'question' || data.kind === 'invite') ? data.kind : owed
}

function lastDay(touches: readonly Touch[]): Day | null {
  return touches.at(-1)?.day ?? null
}
