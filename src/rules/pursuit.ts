import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import type { Contact } from '../model/opportunity.js'
import type { CallStep, LetterStep, Playbook, Step } from '../model/playbook.js'
import type { Act } from '../model/standing.js'
import { actDay, addBusinessDays } from './days.js'
import { restAfter } from './fold-called.js'
import { budget, gaps } from './limits.js'
import { progress, rounds } from './progress.js'
import type { Place } from './progress.js'
import type { Situation, Touch } from './situation.js'
import { fairHours } from './windows.js'

/** What chasing one contact may use, and what is used up already. */
export interface Means {
  readonly calendar: Calendar
  readonly playbook: Playbook
  readonly lead: Contact | null
  readonly boss: Contact | null
  readonly calls: boolean
  readonly letters: boolean
  /** The note is out, or it is not the note that fits (a screen, a recruiter): ask about their timing instead. */
  readonly asksTiming: boolean
  readonly used: { readonly units: number; readonly dials: number; readonly voicemails: number }
  /** Last touch of this contact for another role, dials of theirs there, with the day they are to be rung again, and a talk there since the last touch here. */
  readonly elsewhere: { readonly unit: Day | null; readonly dials: readonly DialThere[]; readonly talk: Day | null }
}

type DialThere = Pick<Touch, 'day' | 'outcome'> & { readonly named: Day | null }

/** A chasing act with the arithmetic behind its day. */
export interface Chase {
  readonly act: Act
  /** `since` = `from` + `plus` business days; null when the day is their clock's own. */
  readonly from: { readonly day: Day; readonly plus: number; readonly what: string } | null
}

/**
 * The acts that come next, in order of their day; empty when none is allowed. More than one where the first may come to nothing: after an optional
 * letter what follows it, and after a search for a number the next letter, for a number that is not found must not end the chase.
 */
export function chases(now: Situation, means: Means): readonly Chase[] {
  const passes = (step: Step, before: readonly Touch[]): boolean =>
    isWithoutLeave(step, now) ||
    (step.act === 'letter' && (!means.letters || (means.calls && isForVoice(step, { ...now, touches: before }))))
  const place = progress(now.touches, rounds(means.playbook), { ...means, passes })
  const found: Chase[] = []
  for (const step of place.steps.slice(place.index)) {
    const searching = found.findLast((one) => one.act.step === 'find-number')
    if (!permitted(step, means) || skipped(step, now, means) || (searching && step.act === 'calls')) continue
    const chase = chaseOf(step, place, { now, means })
    if (!chase) continue
    found.push(searching ? notBefore(chase, searching, means) : chase)
    if (chase.act.step !== 'find-number' && !(step.act === 'letter' && step.optional)) break
  }
  // What has no day of its own before the next is due is never proposed, and so not announced either.
  return found.filter((one, index) => !found.slice(index + 1).some((next) => next.act.since <= one.act.since))
}

/** A letter that takes the place of calls waits as long as a letter rests. */
function notBefore(chase: Chase, searching: Chase, { calendar }: Means): Chase {
  const since = actDay(addBusinessDays(searching.act.since, gaps.mail, calendar), calendar)
  return chase.act.since >= since
    ? chase
    : { act: { ...chase.act, since }, from: { day: searching.act.since, plus: gaps.mail, what: 'the search for a number' } }
}

function permitted(step: Step, means: Means): boolean {
  const spent = means.used.units >= budget.units - 1
  if (step.act === 'calls') return means.calls && !spent && means.used.dials < dialsOf(means)
  if (step.act === 'park' || !means.letters) return false
  if (step.letter === 'close-the-loop') return means.used.units < budget.units
  return !spent && (step.to !== 'boss' || mayPass(means))
}

/** Past a silent recruiter of their own house, with an address to write to; never past an agency. */
function mayPass({ boss, lead }: Means): boolean {
  return (boss?.email ?? null) !== null && boss?.id !== lead?.id && lead?.role !== 'agency'
}

/** How often one may be dialled in all: the playbook's limit or six, a mobile three. */
export function dialsOf({ lead, playbook }: Pick<Means, 'lead' | 'playbook'>): number {
  return Math.min(playbook.dials || budget.dials, lead?.phoneKind === 'mobile' ? budget.mobileDials : budget.dials)
}

/** After two broken dates the next touch is a call, not a further mail; and some calls want leave. */
function skipped(step: Step, now: Situation, means: Means): boolean {
  if (isWithoutLeave(step, now)) return true
  return isForVoice(step, now) && permitted({ ...step, act: 'calls', dials: 1, voicemail: [], hours: [] }, means)
}

function isWithoutLeave(step: Step, { leave }: Situation): boolean {
  return step.act === 'calls' && step.leave === true && !leave
}

function isForVoice(
  step: Step,
  { clock, brokenPromises, touches }: Pick<Situation, 'clock' | 'brokenPromises'> & { readonly touches: readonly Touch[] },
): step is LetterStep {
  const brokenTwice = clock?.anchor === 'promise' && brokenPromises >= 1 && touches.every((touch) => touch.act === 'dial')
  return brokenTwice && step.act === 'letter' && step.after === 'promise'
}

function chaseOf(step: Step, place: Place, { now, means }: { readonly now: Situation; readonly means: Means }): Chase | null {
  const due = now.clock?.due
  if (!due || step.act === 'park') return null
  const from = anchorOf(step, place, now)
  const days = [due, from ? addBusinessDays(from.day, from.plus, means.calendar) : due, ...floors(step, place, { now, means })]
  const since = actDay(
    days.reduce((a, b) => (a > b ? a : b)),
    means.calendar,
  )
  const counted = from && since === actDay(addBusinessDays(from.day, from.plus, means.calendar), means.calendar) ? from : null
  return { act: step.act === 'letter' ? letterAct(step, since, means) : callAct(step, since, { now, means, place }), from: counted }
}

function anchorOf(step: Step, place: Place, now: Situation): Chase['from'] {
  const first = place.last === null
  if (place.dialled > 0 && place.steps[place.index] === step) return { day: place.last as Day, plus: place.gap, what: 'your last call' }
  if (!first && step.after === 'previous') return { day: place.last as Day, plus: restBefore(step, place), what: 'your last touch' }
  const clock = now.clock
  if (step.after === 'interview' && clock?.anchor === 'interview') return { day: clock.start, plus: step.wait, what: 'the interview' }
  if (step.after === 'promise' && clock?.anchor === 'promise' && first)
    return { day: clock.start, plus: Math.max(step.wait, clock.plus), what: 'their day' }
  return first ? null : { day: place.last as Day, plus: step.wait, what: 'your last touch' }
}

/** A message that a person took rests as messages do, even where it ended a round; a check-in in place of the note as check-ins do. */
function restBefore(step: Step, { message, gap, standIn }: Place): number {
  return message ? Math.min(step.wait, gap) : Math.max(step.wait, standIn)
}

function floors(step: Step, place: Place, { now, means: { calendar, elsewhere } }: Parameters<typeof chaseOf>[2]): readonly Day[] {
  const days: Day[] = []
  const { clock } = now
  if (step.act === 'calls' && clock?.anchor === 'interview' && now.meetings.at(-1)?.stage === 'final')
    days.push(addBusinessDays(clock.start, clock.plus + gaps.note, calendar))
  if (place.floor) days.push(place.floor)
  if (step.act === 'letter' && place.lastUnit) days.push(addBusinessDays(place.lastUnit, gaps.messages, calendar))
  if (elsewhere.unit) days.push(addBusinessDays(elsewhere.unit, gaps.messages, calendar))
  if (step.act === 'calls') days.push(...elsewhere.dials.map((one) => ringAgain(one, calendar)))
  return days
}

/** Who was told when I ring again, or named a day for it, is rung once, and not before it for another role. */
function ringAgain({ day, outcome, named }: DialThere, calendar: Calendar): Day {
  const rested = addBusinessDays(day, outcome ? restAfter(outcome) : gaps.dial, calendar)
  return named && named > rested ? named : rested
}

function letterAct(step: LetterStep, since: Day, means: Means): Act {
  const reader = step.to === 'boss' ? means.boss : means.lead
  const rule = step.id
  if (!reader)
    return { since, at: null, attempt: 1, of: 1, voicemail: false, rule, step: 'find-contact', channel: null, contact: null, window: null }
  const letter =
    step.letter === 'love-letter' && means.asksTiming && step.to !== 'boss' && step.after !== 'previous' ? 'check-in' : step.letter
  const { channel, hours: window } = step
  return { since, at: null, attempt: 1, of: 1, voicemail: false, rule, step: letter, channel, contact: reader.id, window }
}

function callAct(
  step: CallStep,
  since: Day,
  { now, means, place }: { readonly now: Situation; readonly means: Means; readonly place: Place },
): Act {
  const attempt = means.used.dials + 1
  const inRound = place.steps[place.index] === step ? place.dialled + 1 : 1
  const plain = { since, at: null, attempt, of: dialsOf(means), rule: step.id, contact: means.lead?.id ?? null }
  if (!means.lead?.phone) return { ...plain, step: 'find-number', channel: null, window: null, voicemail: false }
  const voicemail = step.voicemail.includes(inRound) && means.used.voicemails < budget.voicemails
  const dialled = now.dialTimes.at(-1)
  const window = fairHours(step.hours, { day: since, calendar: means.calendar }, now.dialTimes)
  return { ...plain, step: 'call', channel: 'phone', window, voicemail, ...(dialled === undefined ? {} : { dialled }) }
}
