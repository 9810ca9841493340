import type { Day } from '../model/day.js'
import type { Act, Court, Phase, State } from '../model/standing.js'
import {
  bookingAct,
  forcedAct,
  later,
  newDateAct,
  noShowAct,
  obligationAct,
  offerAct,
  overAt,
  paperOver,
  parkDay,
  plainAct,
  restAct,
  thankAct,
  thankWindows,
  unconfirmedAct,
  unsettledAct,
} from './acts.js'
import type { Prospect } from './acts.js'
import { actDay } from './days.js'
import { doorChase } from './door.js'
import { because, unconfirmedReason, unsettledReason } from './reasons.js'

/** What is so at one moment of the contact's clock ('YYYY-MM-DDTHH:MM'). */
export type View = Omit<Phase, 'from'>

/** The stretches of equal standing, the first from ''. */
export function phasesOf(prospect: Prospect): readonly Phase[] {
  const phases: Phase[] = [{ from: '', ...viewAt(prospect, '0000-01-01T00:00') }]
  for (const from of boundaries(prospect)) {
    const view = viewAt(prospect, from.length > 10 ? from : `${from}T00:00`)
    if (!same(view, phases.at(-1) as Phase)) phases.push({ from, ...view })
  }
  return phases
}

/** Every moment at which something may change. */
function boundaries(prospect: Prospect): readonly string[] {
  const { now, chases } = prospect
  // What has ended stands as it is.
  if (now.closed) return []
  const days: (string | null | undefined)[] = [
    now.clock?.due,
    now.clock?.promisedUntil,
    now.snooze?.until,
    parkDay(prospect),
    paperOver(prospect),
  ]
  for (const booking of now.bookings) days.push(overAt(booking))
  for (const meeting of thankWindows(prospect)) days.push(meeting.over)
  for (const chase of chases.slice(1)) days.push(chase.act.since)
  return [...new Set(days.filter((day): day is string => typeof day === 'string'))].sort()
}

function viewAt(prospect: Prospect, at: string): View {
  const settled = settledAt(prospect, at)
  const unsettled = unsettledAct(prospect)
  if (unsettled) return { ...settled, court: 'mine', next: unsettled, because: [unsettledReason(unsettled), ...settled.because] }
  const unconfirmed = unconfirmedAct(prospect)
  return unconfirmed ? heldBack(settled, unconfirmed) : settled
}

/** They may have answered: that they are silent is not said until somebody has looked. */
function heldBack(settled: View, next: Act): View {
  const isSilent = settled.state === 'silent'
  return {
    ...settled,
    state: isSilent ? 'waiting' : settled.state,
    silentSince: null,
    court: 'mine',
    next,
    because: [unconfirmedReason(next), ...(isSilent ? [] : settled.because)],
  }
}

/** The same, were every letter known to have left or not. */
function settledAt(prospect: Prospect, at: string): View {
  const { now } = prospect
  if (now.closed) return view(prospect, 'closed', { court: 'mine', next: doorChase(prospect)?.act ?? null })
  if (now.offer) return view(prospect, 'offer', { court: 'mine', next: offerAct(prospect, at) })
  if (now.retired) return view(prospect, 'retired', nothing)
  const asked = obligationAct(prospect)
  const coming = now.bookings.find((one) => overAt(one) > at)
  const answered = earliest([asked, coming ? bookingAct(coming) : null])
  if (answered) return view(prospect, 'answered', { court: 'mine', next: asked ? answered : earliest([thankAct(prospect, at), answered]) })
  const passed = now.bookings.findLast((one) => overAt(one) <= at)
  // The look back is asked for while they still have time; once that is up, silence speaks first (decision 0003).
  const isUp = now.clock !== null && at.slice(0, 10) >= now.clock.due
  if (passed && !isUp) return view(prospect, 'waiting', { court: 'mine', next: { ...bookingAct(passed), step: 'debrief', at: null } })
  return theirClock(prospect, at)
}

/** The states below `answered`, in their order of precedence. */
function theirClock(prospect: Prospect, at: string): View {
  const { now } = prospect
  const day = at.slice(0, 10) as Day
  const chase = chaseAt(prospect, day)
  if (now.snooze && day < now.snooze.until) {
    const back = actDay(now.snooze.until, prospect.means.calendar)
    const isResting = now.paused !== null || (parkDay(prospect) ?? '9999') <= back
    const first = noShowAct(prospect) ?? thankAct(prospect, back) ?? (isResting ? restAct(prospect) : chaseAt(prospect, back))
    return view(prospect, 'snoozed', { court: 'mine', next: first && later(first, back) })
  }
  const thank = noShowAct(prospect) ?? thankAct(prospect, at)
  const court: Court = thank ? 'mine' : 'theirs'
  if (now.clock?.promisedUntil && day < now.clock.promisedUntil) {
    const first = thank ?? (now.paused ? restAct(prospect) : chase)
    return view(prospect, 'promised', { court, next: first })
  }
  const park = parkDay(prospect)
  if (now.paused || (park && day >= park)) return view(prospect, 'parked', { court: 'mine', next: thank ?? restAct(prospect) })
  if (!now.clock) return view(prospect, 'waiting', { court: 'mine', next: chase })
  if (day < now.clock.due) return view(prospect, 'waiting', { court, next: thank ?? chase })
  return { ...view(prospect, 'silent', { court: 'mine', next: thank ?? chase }), silentSince: now.clock.due }
}

const nothing = { court: null, next: null } as const

function view(prospect: Prospect, state: State, { court, next }: { readonly court: Court; readonly next: Act | null }): View {
  return { state, court: next ? court : null, silentSince: null, next, because: because(prospect, state, next) }
}

function chaseAt(prospect: Prospect, day: Day): Act | null {
  const { now, chases } = prospect
  const park = parkDay(prospect)
  if (park) return { ...plainAct('park', park), contact: null }
  const reached = chases.findLast((chase) => chase.act.since <= day) ?? chases[0]
  const act = reached?.act ?? newDateAct(prospect)
  return now.forced ? forcedAct(prospect, act, day) : act
}

function earliest(acts: readonly (Act | null)[]): Act | null {
  return acts.reduce((best, act) => (act && (!best || act.since < best.since) ? act : best), null)
}

function same(a: View, b: Phase): boolean {
  if (a.state !== b.state || a.court !== b.court || a.silentSince !== b.silentSince || a.because.length !== b.because.length) return false
  return alike(a.next, b.next) && a.because.every((reason, index) => alike(reason, b.because[index] ?? null))
}

/** Equal field by field; fields that are objects must be the same object. */
function alike(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b
  return Object.entries(a).every(([key, value]) => value === (b as Record<string, unknown>)[key])
}
