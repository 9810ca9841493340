import { dialable } from '../../formats/phone.js'
import { spokenHook, spokenWords } from '../../letters/call-card.js'
import type { Spoken } from '../../letters/call-card.js'
import type { Day } from '../../model/day.js'
import type { Contact, ContactId, PhoneKind } from '../../model/opportunity.js'
import type { CaseFile } from '../../model/store.js'
import { phaseAt } from '../../rules/assess.js'
import { offerIn } from '../../rules/offers.js'
import { dialsOf } from '../../rules/pursuit.js'
import type { Needs } from '../../world.js'
import { bargainIn } from './bargain.js'
import type { Bargain } from './bargain.js'
import { comingHours, fairNow, isSameHour, lookupAt } from './hours.js'
import type { CallHours } from './hours.js'
import { speakingFacts } from './speaking.js'
import type { Calling } from './speaking.js'
import { triedIn } from './tries.js'
import type { Tried } from './tries.js'
import { chooseContact, chooseOpportunity } from '../asking/choose.js'
import { rememberedIn } from '../letter/facts.js'
import { meIn } from '../asking/me.js'
import type { Me } from '../asking/me.js'
import { personMeant } from '../asking/person-meant.js'
import { oneMessage } from '../standing/one-message.js'
import { lookout } from '../standing/lookout.js'
import { seen } from '../standing/seen.js'
import type { SeenAct } from '../standing/seen.js'
import { stopsFor } from '../standing/stops.js'
import { caseOf } from '../why.js'

/** What the card needs of the world. */
export type CallCardWorld = Needs<'clock' | 'catalog' | 'settings' | 'store' | 'phone'>

/** Whom one calls. */
export interface Callee {
  readonly id: ContactId
  readonly name: string
  /** How the name is said. */
  readonly say: string | null
  readonly title: string | null
  readonly role: Contact['role']
  /** The number as it is dialled from anywhere, or as it was typed where nobody says of which country it is. */
  readonly phone: string | null
  /** RFC 3966. */
  readonly tel: string | null
  readonly phoneKind: PhoneKind | 'unknown'
  readonly assistant: string | null
}

/** Why no call is asked for now; null when one is due. */
export type Unasked = 'early' | 'other' | 'stopped' | 'never' | 'spent' | 'no-number' | 'wrong-number' | null

/** Everything for one call, before it is made. Days and 'HH:MM' are theirs unless they say `here`. */
export interface CallCard {
  readonly handle: string
  readonly company: string
  /** Null where nobody is on record. */
  readonly person: Callee | null
  readonly attempt: number
  /** 0 where the playbook has no calls. */
  readonly of: number
  readonly unasked: Unasked
  /** What comes next, whatever it is. */
  readonly next: SeenAct | null
  readonly asOf: Day
  readonly zone: string
  readonly there: string
  /** My clock; null where both agree. */
  readonly here: string | null
  /** My day. */
  readonly today: Day
  /** The hours that are fair now; null when now is none. */
  readonly fair: CallHours | null
  /** Now would be fair, were it not the hours of the last try. */
  readonly sameHour: boolean
  /** The next fair hours, in order. */
  readonly hours: readonly CallHours[]
  /** Calls since their last word, on my clock, the oldest first. */
  readonly tried: readonly Tried[]
  /** A message may be left on a machine this time. */
  readonly voicemail: boolean
  readonly cares: readonly string[]
  /** What is still to be asked about an offer. */
  readonly open: readonly string[]
  /** The talk about an offer, once it is made ready: it takes the place of what else would be said. */
  readonly bargain: Bargain | null
  readonly hook: string | null
  /** One sentence that mends, and where there is none what to do instead. */
  readonly repair: string | null
  readonly advice: string | null
  readonly question: string
  readonly leaveOut: readonly string[]
  readonly confidential: boolean
  /** They are colleagues in my own house. */
  readonly house: boolean
  /** What is normal, said at the third try, where most people stop. */
  readonly normal: { readonly text: string; readonly source: string; readonly year: number } | null
  readonly scripts: readonly Spoken[]
  /** Handles of other opportunities with this person in which a call is due as well: one does for all. */
  readonly also: readonly string[]
  /** What is missing for better words, a sentence each. */
  readonly hints: readonly string[]
}

/** Which call; `me` where it was just asked and stands in no setting that this run has read. */
export interface CallCardArgs {
  readonly opp: string
  readonly with?: string
  readonly me?: Me
}

/** The card of one call; looking at it is not a dial. Throws Problem('refused') when the opportunity is closed. */
export async function callCard(world: CallCardWorld, args: CallCardArgs): Promise<CallCard> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const at = world.clock.in(row.outlook.zone)
  const standing = seen(row, world, lookout(world))
  const act = phaseAt(row.outlook, at).next
  const calls = act?.step === 'call' || act?.step === 'find-number'
  const meant = args.with === undefined ? personMeant(row, args.opp) : chooseContact(row, args.with)
  const wanted = meant?.id ?? (calls ? act.contact : row.outlook.lead)
  const file = caseOf(world.store, row.id)
  const person = withAssistant(row.contacts.find((one) => one.id === wanted) ?? null, file)
  const asked = calls && act.contact === wanted ? standing.next : null
  const playbook = world.catalog.follow(row.outlook.playbook)
  const most = dialsOf({ lead: person, playbook })
  const of = asked || playbook.steps.some((step) => step.act === 'calls') ? most : 0
  const stopped = (await stopsFor(world, row, wanted)).calls
  const early = standing.court === 'theirs' || (standing.next?.on ?? '') > at.slice(0, 10)
  const bargain = bargainIn(file)
  const ready = bargain !== null && (act?.step !== 'ask-in-writing' || offerIn(file.facts)?.written === true)
  const wrong = calls && act.contact === wanted && standing.because.some(({ code }) => code === 'owed-wrong-number')
  const spent = row.outlook.used.dials >= most
  const unasked = whyNot({ world, asked, ready, early, stopped, spent, phone: person?.phone ?? null, wrong })
  const calling: Calling = { row, file, person, at, agreed: unasked === null && typeof asked?.at === 'string' }
  return {
    handle: row.handle,
    company: row.company,
    ...(await spokenPart(world, calling, args.me ?? meIn(world.settings))),
    ...hoursPart(world, calling, asked?.step === 'call' ? asked : null),
    attempt: Math.min(row.outlook.used.dials + 1, of),
    of,
    bargain,
    unasked,
    also: asked ? oneMessage(world, row, { from: lookout(world) }).map((one) => one.handle) : [],
    next: standing.next,
    voicemail: asked?.step === 'call' && act?.voicemail === true,
    normal: row.outlook.used.dials === normalAt - 1 ? normal : null,
  }
}

/** Who answered for them before is who may answer again, where nobody is named. */
function withAssistant(person: Contact | null, { facts }: CaseFile): Contact | null {
  if (person === null || person.assistant !== null) return person
  const before = facts.findLast((fact) => fact.kind === 'called' && fact.data.contact === person.id && fact.data.gatekeeper !== undefined)
  return { ...person, assistant: before?.kind === 'called' ? (before.data.gatekeeper ?? null) : null }
}

const normalAt = 3
/** From sales calls (Leads360, docs/coaching.md), and said to be. */
const normal = {
  text: 'most people stop here. Of 100 buyers reached in the end, 48 answered the first call, 93 by the sixth',
  source: 'sales figures, Leads360',
  year: 2012,
}

interface Asking {
  readonly world: CallCardWorld
  readonly asked: SeenAct | null
  /** A talk about their offer was made ready, and nothing comes before it. */
  readonly ready: boolean
  readonly early: boolean
  readonly stopped: boolean
  readonly spent: boolean
  readonly phone: string | null
  /** The number on record turned out not to be theirs. */
  readonly wrong: boolean
}

function whyNot({ world, asked, ready, early, stopped, spent, phone, wrong }: Asking): Unasked {
  if (stopped) return 'stopped'
  if (world.settings.calls === 'never') return 'never'
  if (phone === null) return 'no-number'
  if (wrong) return 'wrong-number'
  if (ready) return null
  if (!asked) return spent ? 'spent' : 'other'
  return early ? 'early' : null
}

type HoursPart = Pick<CallCard, 'asOf' | 'zone' | 'there' | 'here' | 'today' | 'fair' | 'sameHour' | 'hours' | 'tried'>

function hoursPart(world: CallCardWorld, { row, file, at }: Calling, asked: SeenAct | null): HoursPart {
  const { zone, used } = row.outlook
  const asOf = at.slice(0, 10) as Day
  const tries = (of: string): readonly Tried[] => (used.dials === 0 ? [] : triedIn(file, of).slice(-used.dials))
  const from = lookupAt(world, { row, at, last: tries(zone).at(-1)?.time ?? null })
  const here = world.clock.moment.time
  const since = asked && asked.on > asOf ? asked.on : asOf
  return {
    asOf,
    zone,
    there: at.slice(11),
    today: world.clock.today,
    here: here === null || (here === at.slice(11) && world.clock.today === asOf) ? null : here,
    fair: asked?.at ? null : fairNow(from, asked?.window ?? null),
    sameHour: isSameHour(from),
    hours: comingHours(from, { since, proposed: asked?.at ? null : (asked?.window ?? null), count: 3 }),
    tried: tries(world.clock.zone),
  }
}

type SpokenPart = Pick<
  CallCard,
  'house' | 'person' | 'cares' | 'open' | 'hook' | 'repair' | 'advice' | 'question' | 'leaveOut' | 'confidential' | 'scripts' | 'hints'
>

async function spokenPart(world: CallCardWorld, calling: Calling, me: Me): Promise<SpokenPart> {
  const { row, file, person } = calling
  const phone = await world.phone()
  const country = /^[A-Z]{2}$/.test(row.outlook.country) ? row.outlook.country : known(world.catalog.countryOf(row.outlook.zone))
  const theirs = person?.phone ? dialable(person.phone, country) : null
  const home = known(world.catalog.countryOf(world.clock.zone))
  const number = me.number === null ? null : dialable(me.number, home)
  const speaking = speakingFacts(world, calling, {
    name: me.name,
    number,
    calling: theirs?.calling ?? (country === home ? (number?.calling ?? null) : null),
  })
  const scripts = spokenWords(phone, speaking)
  const said = (turn: Spoken['turn']): string | null => scripts.find((one) => one.turn === turn)?.words ?? null
  const bargain = bargainIn(file)
  const advice = world.catalog.landings().find((one) => one.code === speaking.landings[0])?.phone ?? null
  return {
    person: person && calleeOf(person, theirs),
    cares: rememberedIn(file.facts).cares.slice(0, 2),
    open: offerIn(file.facts)?.questions ?? [],
    hook: spokenHook(speaking),
    repair: said('repair'),
    advice: said('repair') === null ? advice : null,
    question: said('ask') ?? said('offer') ?? '',
    leaveOut: bargain
      ? [bargain.leaveOut]
      : [...speaking.landings.flatMap((code) => phone.repairs[code]?.leave ?? []), 'pay', 'how often you called'],
    confidential: file.opportunity.confidential,
    house: speaking.house,
    scripts,
    hints: [...missing(world.settings), ...phone.notices],
  }
}

function calleeOf({ id, name, say, title, role, phone, phoneKind, assistant }: Contact, theirs: ReturnType<typeof dialable>): Callee {
  return {
    id,
    name,
    say,
    title,
    role,
    phone: theirs?.international ?? phone,
    tel: theirs?.uri ?? null,
    phoneKind: phoneKind ?? 'unknown',
    assistant,
  }
}

function known(country: string): string | null {
  return country === 'unknown' || country === 'none' ? null : country
}

function missing(settings: CallCardWorld['settings']): readonly string[] {
  const [name, number] = [settings['my-name'] === null, settings['my-number'] === null]
  if (name && number) return ['Your name and number are not on record: followup config set my-name "YOUR NAME", and my-number NUMBER']
  if (name) return ['Your name is not on record: followup config set my-name "YOUR NAME"']
  return number ? ['The number to leave on a machine is not on record: followup config set my-number NUMBER'] : []
}
