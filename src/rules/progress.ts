import type { LetterKind } from '../model/act.js'
import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { callIs } from '../model/kinds.js'
import type { Contact } from '../model/opportunity.js'
import type { CallStep, Playbook, Step } from '../model/playbook.js'
import { addBusinessDays } from './days.js'
import { gapOf } from './fold-sent.js'
import { gaps, roundDials } from './limits.js'
import type { Touch } from './situation.js'

/** The playbook's chasing steps, with long call steps cut into rounds of three dials. */
export function rounds(playbook: Playbook): readonly Step[] {
  const known = roundsOf.get(playbook)
  if (known) return known
  const steps = playbook.steps.filter(
    (step) => step.act !== 'park' && step.after !== 'no' && !(step.act === 'letter' && around.has(step.letter)),
  )
  const made = steps.flatMap((step): readonly Step[] => (step.act === 'calls' && step.dials > roundDials ? cut(step) : [step]))
  roundsOf.set(playbook, made)
  return made
}

const roundsOf = new WeakMap<Playbook, readonly Step[]>()

/** Thanks come before the chase, a few lines of news long after it. */
const around: ReadonlySet<LetterKind> = new Set<LetterKind>(['thank-you', 'reconnect'])

function cut(step: CallStep): readonly CallStep[] {
  const count = Math.ceil(step.dials / roundDials)
  return Array.from({ length: count }, (_, round) => ({
    ...step,
    dials: Math.min(roundDials, step.dials - round * roundDials),
    voicemail: step.voicemail.map((dial) => dial - round * roundDials).filter((dial) => dial >= 1 && dial <= roundDials),
    after: round === 0 ? step.after : ('previous' as const),
    wait: round === 0 ? step.wait : gaps.round,
  }))
}

/** Whose days count, whose phone it is, and which steps a dial after some touches passes by, for nobody will take them. */
export interface Walk {
  readonly calendar: Calendar
  readonly lead: Contact | null
  readonly passes: (step: Step, before: readonly Touch[]) => boolean
}

/** How far a chase has come in its steps. */
export interface Place {
  readonly steps: readonly Step[]
  index: number
  /** Dials made in the round at `index`. */
  dialled: number
  /** The last touch that did a step. */
  last: Day | null
  /** Business days of rest after the last dial. */
  gap: number
  /** The last touch was a message that a person took: its `gap` holds even where it ended a round. */
  message: boolean
  /** Business days that the last letter rests where it stood in for another; 0 where it was the step's own. */
  standIn: number
  /** The day before which rest is due after a touch that no step waits for. */
  floor: Day | null
  lastUnit: Day | null
}

/** Walks the touches since their last word along the steps; what no step asks for only calls for rest. */
export function progress(touches: readonly Touch[], steps: readonly Step[], walk: Walk): Place {
  const place: Place = { steps, index: 0, dialled: 0, last: null, gap: gaps.dial, message: false, standIn: 0, floor: null, lastUnit: null }
  touches.forEach((touch, index) => {
    if (touch.act === 'letter') afterLetter(place, touch, walk.calendar)
    else afterDial(place, touch, { ...walk, before: touches.slice(0, index) })
  })
  return place
}

function afterLetter(place: Place, touch: Touch, calendar: Calendar): void {
  place.lastUnit = touch.day
  const at = touch.letter && stepDoneBy(touch.letter, place)
  if (at === null) return void rest(place, addBusinessDays(touch.day, gapOf(touch.letter), calendar))
  const step = place.steps[at]
  place.standIn = step?.act === 'letter' && step.letter !== touch.letter ? gapOf(touch.letter) : 0
  place.index = at + 1
  place.dialled = 0
  place.last = touch.day
  place.message = false
  place.floor = null
}

/** Which step a letter does: the one at hand (the note and a check-in stand in for each other), else a later one of its kind. */
function stepDoneBy(letter: LetterKind, place: Place): number | null {
  const at = place.steps[place.index]
  if (at?.act === 'letter' && firsts.has(at.letter) && firsts.has(letter)) return place.index
  const later = place.steps.findIndex((step, index) => index >= place.index && step.act === 'letter' && step.letter === letter)
  if (later < 0) return null
  const between = place.steps.slice(place.index, later)
  return between.every((step) => step.act === 'calls' || (step.act === 'letter' && step.optional)) ? later : null
}

const firsts: ReadonlySet<LetterKind> = new Set<LetterKind>(['love-letter', 'check-in'])

function afterDial(place: Place, touch: Touch, { calendar, lead, passes, before }: Walk & { readonly before: readonly Touch[] }): void {
  const voicemail = touch.outcome === 'voicemail-left'
  const message = touch.outcome !== null && !voicemail && callIs(touch.outcome, 'message')
  if (message || voicemail) place.lastUnit = touch.day
  const step = stepDialled(place, (one) => passes(one, before))
  const full = step?.act === 'calls' && place.dialled + 1 >= step.dials
  const gap = voicemail ? gaps.voicemail : message ? gaps.message : full ? gaps.round : nextDial(lead)
  rest(place, addBusinessDays(touch.day, gap, calendar))
  place.gap = gap
  place.message = message
  if (step?.act !== 'calls') return
  place.standIn = 0
  place.last = touch.day
  place.dialled += 1
  if (!full && !voicemail) return
  place.index += 1
  place.dialled = 0
}

/** The step a dial meets: the one at hand, but for those that it passes by on the way to a round of calls. */
function stepDialled(place: Place, passes: (step: Step) => boolean): Step | undefined {
  const ahead = place.steps.findIndex((step, index) => index >= place.index && !passes(step))
  if (place.steps[ahead]?.act === 'calls') place.index = ahead
  return place.steps[place.index]
}

/** A mobile shows every missed call, so it gets a day more. */
function nextDial(lead: Contact | null): number {
  return lead?.phoneKind === 'mobile' ? gaps.mobileDial : gaps.dial
}

function rest(place: Place, until: Day): void {
  if (!place.floor || place.floor < until) place.floor = until
}
