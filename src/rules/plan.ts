import type { LetterKind, StepName } from '../model/act.js'
import type { Day, LocalTime } from '../model/day.js'
import type { Fact } from '../model/fact.js'
import type { FactId } from '../model/opportunity.js'
import type { Hours } from '../model/playbook.js'
import type { Act, Phase } from '../model/standing.js'
import type { CaseFile } from '../model/store.js'
import { dayToAct, hoursToAct, phaseAt } from './assess.js'
import type { Viewpoint } from './assess.js'
import type { Ground } from './judge.js'
import { judge } from './judge.js'
import { momentOn } from './zones.js'

/** One touch to come if nothing is heard. `from` and `plus` tell what its wait counts from, where the rules count. */
export interface PlannedTouch {
  readonly day: Day
  readonly act: Act
  readonly from: string | null
  readonly plus: number | null
}

/** With the hours in which an act is done, where they are not simply its own. */
export interface PlanGround extends Ground {
  readonly hoursOf?: (act: Act, view: Viewpoint) => (Hours & { readonly on: Day }) | null
}

/** Most touches a plan shows: more than any budget allows, so that a mistake in a playbook cannot run for ever. */
const mostTouches = 24

/**
 * Every future touch if nothing is heard, the first being the next act: each step is done on its day and in its hours, and the rules asked again.
 */
export function plan(file: CaseFile, ground: PlanGround, at: LocalTime): readonly PlannedTouch[] {
  const hoursOf = ground.hoursOf ?? hoursToAct
  const touches: PlannedTouch[] = []
  let facts = file.facts
  let moment = at
  while (touches.length < mostTouches) {
    const outlook = judge({ ...file, facts }, ground)
    const phase = phaseAt(outlook, moment)
    const act = phase.next
    if (!act) break
    const calendar = ground.calendar(outlook.country)
    const on = dayToAct(act, moment.slice(0, 10) as Day, calendar)
    touches.push({ day: on, act, ...countedFrom(phase, act) })
    const view = { at: later(at, `${on}T00:00` as LocalTime), calendar }
    // Once the hours of today are over it is done on the next day, and what follows counts from there.
    const day = hoursOf(act, view)?.on ?? on
    const hours = ground.hoursOf?.(act, view) ?? act.window
    const done = factOf(act, { day, from: hours?.from ?? '12:00', after: moment, zone: outlook.zone, file, count: touches.length })
    if (!done && act.step !== 'park') break
    if (done) facts = [...facts, done]
    moment = later(moment, `${day}T${hours?.to ?? '18:00'}` as LocalTime)
  }
  return touches
}

function countedFrom(phase: Phase, act: Act): { readonly from: string | null; readonly plus: number | null } {
  const reason = phase.because.find((one) => one.on === act.since && one.plus !== undefined)
  if (!reason) return { from: null, plus: null }
  const clock = reason.code === 'promise' ? 'promise' : reason.code.replace(/^(?:their-time|silent)-/, '')
  return { from: clockNames[clock] ?? reason.text, plus: reason.plus ?? null }
}

/** What each clock counts from, in a word or two. */
const clockNames: Readonly<Record<string, string>> = {
  interview: 'interview',
  promise: 'their day',
  reply: 'their word',
  courtesy: 'their word',
  answer: 'your answer',
  talk: 'your talk',
  'called-off': 'called off',
  pause: 'your letter',
  away: 'back',
}

function later(a: LocalTime, b: LocalTime): LocalTime {
  return a > b ? a : b
}

interface Doing {
  readonly day: Day
  readonly from: string
  /** Nothing is done earlier than this. */
  readonly after: LocalTime
  readonly zone: string
  readonly file: CaseFile
  readonly count: number
}

/** The fact that doing an act would leave behind if nobody answers; null when what follows depends on someone else. */
function factOf(act: Act, { day, from, after, zone, file, count }: Doing): Fact | null {
  const fair = `${day}T${from}`
  const at = momentOn(day, (fair > after ? fair : after).slice(11), zone)
  const id = `ffffffff-ffff-7fff-bfff-${String(count).padStart(12, '0')}` as FactId
  const common = { id, command: id, opportunity: file.opportunity.id, at, recorded: `${day}T12:00:00Z` as Fact['recorded'] }
  if (act.step === 'call' || (act.step === 'find-number' && act.rule !== null)) {
    const outcome = act.voicemail ? 'voicemail-left' : 'no-answer'
    return { ...common, kind: 'called', data: { outcome, contact: act.contact } }
  }
  const letter = letterOf(act.step)
  return letter && { ...common, kind: 'sent', data: { letter, channel: 'email', contact: act.contact } }
}

/** The letter that does a step; null where it is none, or where what follows is theirs. */
function letterOf(step: StepName): LetterKind | null {
  if (step === 'ask-in-writing') return 'offer-thanks'
  return plannable.has(step) ? (step as LetterKind) : null
}

const plannable: ReadonlySet<string> = new Set([
  'thank-you',
  'love-letter',
  'check-in',
  'value-add',
  'close-the-loop',
  'rejection-reply',
  'reconnect',
])
