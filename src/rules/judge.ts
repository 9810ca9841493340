import type { Calendar } from '../model/calendar.js'
import { epochMinutes } from '../model/day.js'
import type { Contact } from '../model/opportunity.js'
import { isAfterNo } from '../model/playbook.js'
import type { ParkStep, Playbook } from '../model/playbook.js'
import type { Settings } from '../model/settings.js'
import type { Outlook } from '../model/standing.js'
import type { CaseFile } from '../model/store.js'
import { overAt } from './acts.js'
import type { Prospect } from './acts.js'
import { leadOf } from './describe.js'
import { fold } from './fold.js'
import type { Setting } from './effects.js'
import { goneIn } from './left.js'
import { afterClosing } from './limits.js'
import { foldName } from './names.js'
import { phasesOf } from './phases.js'
import { chases } from './pursuit.js'
import type { Means } from './pursuit.js'
import { atFirst, isStopped } from './situation.js'
import type { Situation } from './situation.js'
import { timeline } from './timeline.js'
import type { Event } from './timeline.js'
import { toldElsewhere } from './told-elsewhere.js'
import { usedUp } from './used.js'
import { localIn } from './zones.js'

/** What the rules read beside facts: playbooks, calendars, and the person's settings. All pure look-ups. */
export interface Ground {
  /** The playbook of that name, or the default when there is none. */
  follow(name: string): Playbook
  calendar(country: string): Calendar
  countryOf(zone: string): string
  readonly settings: Settings
}

/** Called after each event with what it left behind: how `why` follows the fold. */
export type Watch = (event: Event, now: Situation) => void

/** The whole judgement on one history: what is so from when, whatever today is. Days and hours are the chased contact's. */
export function judge(file: CaseFile, ground: Ground): Outlook {
  const lead = chased(file)
  const prospect = prospectFor(file, ground, { lead, watch: null })
  const { now, means } = prospect
  return {
    phases: phasesOf(prospect),
    zone: zoneOf(file, lead),
    country: countryFor(file, ground, lead),
    playbook: means.playbook.name,
    lead: lead?.id ?? null,
    lastInbound: now.lastInbound,
    lastTouch: now.lastTouch,
    promise: now.promise,
    answerBy: now.offer?.respondBy ?? null,
    coming: now.bookings.map((one) => ({ day: one.day, over: overAt(one) })),
    used: means.used,
  }
}

/** The folded history with the acts that chasing would bring. */
export function prospectOf(file: CaseFile, ground: Ground, watch: Watch | null = null): Prospect {
  return prospectFor(file, ground, { lead: chased(file), watch })
}

interface Following {
  readonly lead: Contact | null
  readonly watch: Watch | null
}

function prospectFor(file: CaseFile, ground: Ground, { lead, watch }: Following): Prospect {
  const set = settingOf(file, lead, ground.calendar(countryFor(file, ground, lead)))
  const now = atFirst()
  const told = toldElsewhere(file, lead)
  for (const event of timeline(told.length === 0 ? file.facts : [...file.facts, ...told], set.zone)) {
    fold(now, event, set)
    watch?.(event, now)
  }
  const means = meansOf({ file, ground, now, set })
  // Where it has ended nobody is chased; what may still come src/rules/door.ts says.
  return { now, means, chases: now.closed ? [] : chases(now, means), rest: restOf(means.playbook) }
}

/** Whose working days count: where nobody named a country those of the zone, and so of a zone that is known of the one chased alone. */
export function countryOf(file: CaseFile, ground: Ground): string {
  return countryFor(file, ground, chased(file))
}

function countryFor(file: CaseFile, ground: Ground, lead: Contact | null): string {
  const { country, zone } = file.opportunity
  const theirs = zoneOf(file, lead)
  return theirs !== zone && country === ground.countryOf(zone) ? ground.countryOf(theirs) : country
}

/** Who is chased: as `leadOf`, but never someone who has left while another is known. */
function chased(file: CaseFile): Contact | null {
  const gone = goneIn(file)
  if (gone.size === 0) return leadOf(file.opportunity.contacts)
  const there = file.opportunity.contacts.filter((one) => !gone.has(one.id))
  return leadOf(there.length > 0 ? there : file.opportunity.contacts)
}

function zoneOf(file: CaseFile, lead: Contact | null): string {
  return lead?.zone ?? file.opportunity.zone
}

function settingOf(file: CaseFile, lead: Contact | null, calendar: Calendar): Setting {
  const interviews = file.facts
    .filter((fact) => fact.kind === 'interviewed')
    .map(({ id, recorded, at, data }) => ({
      id,
      recorded: Date.parse(recorded),
      held: epochMinutes(at) * 60_000,
      booked: data.booked,
    }))
  const zone = zoneOf(file, lead)
  const bookings = file.facts
    .filter((fact) => (fact.kind === 'interviewed' && fact.data.booked) || (fact.kind === 'rescheduled' && fact.data.to !== null))
    .map(({ id, recorded }) => ({ id, recorded: localIn(zone, Date.parse(recorded)).day }))
  return {
    calendar,
    zone,
    lead,
    here: file.opportunity.id,
    meant: meantIn(file.opportunity.contacts),
    company: foldName(file.opportunity.company),
    interviews,
    bookings,
  }
}

function meantIn(contacts: readonly Contact[]): Setting['meant'] {
  return [contacts, contacts.map((one) => ({ ...one, lead: false }))].map((people) => leadOf(people)?.id ?? null)
}

interface Found {
  readonly file: CaseFile
  readonly ground: Ground
  readonly now: Situation
  readonly set: Setting
}

function meansOf(found: Found): Means {
  const { file, ground, now, set } = found
  const stage = now.meetings.at(-1)?.stage ?? 'manager'
  const byRecruiter = set.lead?.role === 'recruiter' || set.lead?.role === 'agency' || set.lead?.role === 'hr'
  const settings = settingsFor(now, ground)
  const mayCall = settings.calls !== 'never' && !now.noCalls && !isStopped(now, set.lead?.id ?? null, 'calls')
  const playbook = ground.follow(choose(found, { mayCall, publicSector: stage === 'public-sector' }))
  const phoneStage = stage === 'public-sector' ? false : stage !== 'screen' || byRecruiter || !set.lead?.role
  return {
    calendar: set.calendar,
    playbook,
    lead: set.lead,
    boss: file.opportunity.contacts.find((one) => one.role === 'boss') ?? null,
    calls: mayCall && phoneStage,
    letters: !isStopped(now, set.lead?.id ?? null, 'letters'),
    asksTiming: now.noteSent || stage === 'screen' || byRecruiter || now.clock?.anchor === 'promise',
    ...usedUp(now.touches, file, set),
  }
}

/** The playbook chosen by hand, else by what is known. */
function choose({ file, ground, now, set }: Found, facts: { readonly mayCall: boolean; readonly publicSector: boolean }): string {
  if (file.opportunity.playbook) return file.opportunity.playbook
  if (!facts.mayCall || now.want === 'unsure' || facts.publicSector) return 'gentle'
  if (set.lead?.role === 'recruiter' || set.lead?.role === 'agency') return 'recruiter-led'
  if (now.clock?.anchor === 'promise' && now.promise) return 'promised-date'
  const { playbook } = settingsFor(now, ground)
  return playbook === null || isAfterNo(ground.follow(playbook)) ? 'connect-then-call' : playbook
}

/** The settings that count: none where it has ended, so that a changed one concerns only what is open (`judgeChanged` of the store). */
function settingsFor(now: Situation, ground: Ground): Pick<Settings, 'calls' | 'playbook'> {
  return now.closed ? unset : ground.settings
}
const unset = { calls: 'ok', playbook: null } as const

/** The tail of a playbook: how long until at rest, and when a few lines of news are fair. */
function restOf(playbook: Playbook): Prospect['rest'] {
  const park = playbook.steps.find((step): step is ParkStep => step.act === 'park')
  const news = playbook.steps.find((step) => step.act === 'letter' && step.letter === 'reconnect' && step.after === 'close')
  return { park: park?.wait ?? afterClosing.park, reconnect: news?.wait ?? afterClosing.reconnect }
}
