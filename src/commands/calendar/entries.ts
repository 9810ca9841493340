import type { Day, Instant } from '../../model/day.js'
import type { Entry } from '../../model/entry.js'
import { entryPrefix } from '../../model/entry.js'
import type { OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { inOneWith } from '../../model/in-one.js'
import { letterWords } from '../../model/vocabulary.js'
import { phaseNow } from '../../rules/assess.js'
import type { Needs } from '../../world.js'
import { addDays } from '../../rules/days.js'
import { utcText } from '../../rules/invite-times.js'
import { instantOf } from '../../rules/zones.js'
import { callCard } from '../call/card.js'
import type { CallCardWorld } from '../call/card.js'
import { chooseOpportunity } from '../asking/choose.js'
import { due } from '../due.js'
import type { DueLists, DueRow } from '../due.js'
import type { SeenAct } from '../standing/seen.js'

/** How acts are written: as to-dos, or as events for calendars that show no to-dos. Appointments are events in both. */
export type EntryForm = 'todo' | 'event'

/** What I own, today and later, as entries of a calendar, in order of `due`. With `discreet` no company and no person is named. */
export async function calendarEntries(world: CallCardWorld, form: EntryForm): Promise<readonly Entry[]> {
  const lists = (await due(world, { json: true })) as DueLists
  const entries: Entry[] = []
  for (const one of [...lists.due, ...lists.upcoming]) {
    if (one.next !== null && one.next.step !== 'park') entries.push(await entryOf(world, { one, next: one.next }, form))
  }
  return entries
}

/** The opportunity that an entry of ours belongs to; null when the uid is not one of ours. */
export function opportunityOfEntry(uid: string): OpportunityId | null {
  return (new RegExp(`^${entryPrefix}([0-9a-f-]{36})-`).exec(uid)?.[1] ?? null) as OpportunityId | null
}

async function entryOf(
  world: CallCardWorld,
  { one, next }: { readonly one: DueRow; readonly next: SeenAct },
  form: EntryForm,
): Promise<Entry> {
  const row = chooseOpportunity(world.store, one.handle)
  const history = world.store.history({ opportunity: row.id, retracted: true })
  const stamp = history.reduce((last, { fact }) => (fact.recorded > last ? fact.recorded : last), '2000-01-01T00:00:00Z' as Instant)
  const appointment = next.step === 'interview'
  const discreet = world.settings.discreet === 'true'
  const times = timesOf(next, { row, world, form: appointment ? 'event' : form })
  return {
    uid: uidOf(row, world, next),
    kind: appointment ? 'event' : form,
    summary: discreet ? discreetWords(next) : summaryOf(next, one),
    description: discreet ? 'followup do' : await descriptionFor(world, one, next),
    ...times,
    sequence: history.length,
    stamp,
  }
}

/** The same act keeps its uid however its day moves; after a new word from them it is another. */
export function uidOf(row: OpportunityRow, { clock }: Needs<'clock'>, { step, attempt }: Pick<SeenAct, 'step' | 'attempt'>): string {
  const act = phaseNow(row.outlook, clock).next
  const who = step === 'thank-you' && act?.contact ? `-${act.contact}` : ''
  return `${entryPrefix}${row.id}-${step}-${String(attempt)}-${row.outlook.lastInbound ?? 'start'}${who}`
}

type Times = Pick<Entry, 'start' | 'end' | 'alarm'>

/**
 * Appointments and calls have their hours; all else is for a day. What has hours, and every event, stands on the day on which it can be done, never before
 * today; a to-do for a day keeps the one on which it fell due, which lists of to-dos show as overdue.
 */
function timesOf(
  next: SeenAct,
  { row, world, form }: { readonly row: OpportunityRow; readonly world: CallCardWorld; readonly form: EntryForm },
): Times {
  const { zone } = row.outlook
  const instant = (day: Day, time: string, minutes = 0): Instant =>
    utcText(instantOf(day, time, zone).epochMs + minutes * 60_000) as Instant
  const { at, on, step, window } = next
  if (at !== null) {
    const [length, before] = step === 'interview' ? [60, 60] : [15, 10]
    return { start: instant(on, at), end: instant(on, at, length), alarm: instant(on, at, -before) }
  }
  if (step === 'call' && window)
    return { start: instant(window.on, window.from), end: instant(window.on, window.to), alarm: instant(window.on, window.from, -5) }
  const day = form === 'event' ? on : next.since
  const alarm = utcText(instantOf(day, '09:00', world.clock.zone).epochMs) as Instant
  return { start: day, end: form === 'event' ? addDays(day, 1) : day, alarm }
}

/** What is seen without a touch, so also what is one message with it: two entries of one name look like two letters. */
function summaryOf({ step, contact, channel }: SeenAct, { company, together }: DueRow): string {
  const who = contact?.name ?? company
  const at = [contact === null ? '' : company, inOneWith(step, together)].flatMap((words) => (words === '' ? [] : [`, ${words}`])).join('')
  if (step in letterWords)
    return `${capital(letterWords[step as keyof typeof letterWords])} to ${who}${channel === 'email' || channel === null ? '' : ` (${channel})`}${at}`
  return `${otherWords[step]?.replace('@', who) ?? step}${at}`
}

const otherWords: Readonly<Record<string, string>> = {
  'read-mail': 'Read the mail from @',
  call: 'Call @',
  interview: 'Interview with @',
  debrief: 'The look back at the interview with @',
  'find-number': 'Find a number for @',
  'find-contact': 'Find who decides at @',
  'decide-offer': 'Decide on the offer of @',
  'ask-in-writing': 'Ask @ for terms and day in writing',
}

function discreetWords({ step }: SeenAct): string {
  return step === 'call' ? 'A call' : step === 'interview' ? 'An appointment' : step in letterWords ? 'A letter' : 'Something to do'
}

async function descriptionFor(world: CallCardWorld, { handle, because }: DueRow, { step }: SeenAct): Promise<string> {
  const why = because[0]?.text
  const lines = [
    ...(step === 'call' ? await spokenLines(world, handle) : []),
    ...(why === undefined ? [] : [`Why: ${why}`]),
    `followup do ${handle}`,
  ]
  return lines.join('\n')
}

/** The number, what to say first, and what to say to a machine. */
async function spokenLines(world: CallCardWorld, handle: string): Promise<readonly string[]> {
  const { person, scripts, voicemail } = await callCard(world, { opp: handle })
  const say = (turn: string): string | undefined => scripts.find((one) => one.turn === turn)?.words
  const [open, machine] = [say('open'), voicemail ? say('voicemail') : undefined]
  return [
    ...(person?.phone ? [`Number: ${person.phone}`] : []),
    ...(open === undefined ? [] : [`Open: ${open}`]),
    ...(machine === undefined ? [] : [`On a machine: ${machine}`]),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
