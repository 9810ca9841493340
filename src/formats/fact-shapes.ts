import { heardKinds, letterChannels, letterKinds, outcomes } from '../model/act.js'
import { isDay, parseMoment } from '../model/day.js'
import type { FactData, FactKind } from '../model/fact.js'
import { contactRoles, endings, meetingForms, phoneKinds, reaches, stages, wants } from '../model/opportunity.js'

/** Whether a value of JSON may stand in its place. */
export type Check = (value: unknown) => boolean

/** What stands under each key: a check, or where the key may be missing a check in brackets. */
export type Shape<T> = { readonly [K in keyof Required<T>]: object extends Pick<T, K & keyof T> ? readonly [Check] : Check }

/** The shape of the data of each kind of fact, all of it; `isZone` knows the zones. */
export function factShapes(isZone: (name: string) => boolean): { readonly [K in FactKind]: Shape<FactData[K]> } {
  const zone: Check = (value) => typeof value === 'string' && isZone(value)
  const described: Shape<FactData['described']> = {
    company: [text],
    role: [orNull(text)],
    location: [orNull(text)],
    source: [orNull(text)],
    via: [orNull(text)],
    salary: [orNull(text)],
    priority: [orNull(oneOf([1, 2, 3, 4, 5]))],
    tags: [listOf(text)],
    playbook: [orNull(text)],
    zone: [zone],
    country: [matching(/^(?:[A-Z]{2}|none|unknown)$/)],
    confidential: [flag],
  }
  const stop = { contact: [id], company: [text], calls: flag, letters: flag, reason: [text] } as const
  const moment = shaped({ text: isMomentText, zone })
  return {
    ...still,
    opened: { ...described, company: text, handle: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), row: [shaped({ key: text, print: text })] },
    described,
    met: {
      ...{ contact: id, name: [text], email: [orNull(text)], phone: [orNull(text)], phoneKind: [orNull(oneOf(phoneKinds))] },
      ...{ role: [orNull(oneOf(contactRoles))], title: [orNull(text)], zone: [orNull(zone)], assistant: [orNull(text)] },
      ...{ say: [orNull(text)], lead: [flag] },
    },
    rescheduled: { interview: id, to: orNull(moment), invite: [invite] },
    called: {
      ...{ outcome: oneOf(outcomes), contact: orNull(id), callback: [moment], gatekeeper: [text] },
      ...{ also: [listOf(id)], anyway: [text] },
    },
    stopped: stop,
    lifted: stop,
  }
}

const text: Check = (value) => typeof value === 'string'
const isTrue: Check = (value) => value === true
const flag: Check = (value) => typeof value === 'boolean'
const day: Check = (value) => typeof value === 'string' && isDay(value)

/** Whether it is an id as this program makes them: a UUIDv7 (RFC 9562), of a year that leaves room for those that follow. */
export const id: Check = (value) =>
  matching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)(value) && (value as string) < 'e0'

/** Whether it is an object with these keys and no others. */
function shaped(shape: Readonly<Record<string, Check | readonly [Check]>>): Check {
  return (value) => misfit(value, shape) === null
}

/** The first key of an object that does not fit, or that the shape does not know ('+' before it); null where all fit, '' for what is no object. */
export function misfit(value: unknown, shape: Readonly<Record<string, Check | readonly [Check]>>): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) return `+${key}`
  const wrong = Object.entries(shape).find(([key, check]) => {
    const has = Object.hasOwn(value, key)
    const part = (value as Readonly<Record<string, unknown>>)[key]
    return typeof check === 'function' ? !has || !check(part) : has && !check[0](part)
  })
  return wrong ? wrong[0] : null
}

/** Whether it is null or fits. */
export function orNull(check: Check): Check {
  return (value) => value === null || check(value)
}

/** Whether it is a text that matches. */
export function matching(pattern: RegExp): Check {
  return (value) => typeof value === 'string' && pattern.test(value)
}

function oneOf(values: readonly (string | number)[]): Check {
  return (value) => values.includes(value as string)
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

function isMomentText(value: unknown): boolean {
  try {
    return typeof value === 'string' && parseMoment(value, 'UTC').zone === 'UTC'
  } catch {
    return false
  }
}

const invite = shaped({ uid: text, sequence: Number.isSafeInteger, stamp: text, recurrence: [text] })
const texts = listOf(text)
const letter = { letter: oneOf(letterKinds), contact: orNull(id) } as const
const used = { also: [listOf(id)], hook: [text], repair: [text], template: [text] } as const
const priv = { hoped: [text], fine: [text], floor: [text] } as const
const because = { reason: [text] } as const

type Timed = 'opened' | 'described' | 'met' | 'rescheduled' | 'called' | 'stopped' | 'lifted'

// Those in which no zone is named.
const still: { readonly [K in Exclude<FactKind, Timed>]: Shape<FactData[K]> } = {
  interviewed: { stage: oneOf(stages), by: [oneOf(meetingForms)], contacts: listOf(id), booked: flag, invite: [invite] },
  debriefed: {
    ...{ landings: [texts], hooks: [texts], cares: [texts], want: [oneOf(wants)], pay: [text], reach: [oneOf(reaches)] },
    assistant: [text],
  },
  promised: { day, words: text, via: oneOf(['interview', 'reply', 'call', 'word']) },
  sending: { ...letter, ...used, channel: oneOf(letterChannels), messageId: text, subject: text, anyway: [text] },
  sent: { ...letter, ...used, channel: oneOf(letterChannels), messageId: [text], subject: [text], sending: [id], anyway: [text] },
  drafted: { ...letter, ...used, subject: text, text },
  heard: {
    ...{ kind: oneOf(heardKinds), automated: [flag], contact: orNull(id), until: [day], of: [oneOf(letterKinds)] },
    ...{ letter: [id], messageId: [text] },
  },
  arrived: {
    ...{ kind: oneOf(heardKinds), unclear: [flag], automated: [flag], contact: orNull(id), from: orNull(text), messageId: text },
    ...{ sentence: orNull(text), promise: [day], until: [day], of: [oneOf(letterKinds)] },
    terms: [shaped({ base: [text], bonus: [text], respondBy: [day] })],
  },
  snoozed: { until: day, ...because },
  held: { contact: id, until: day, ...because },
  retired: { ...because, hired: [isTrue], imported: [isTrue] },
  resumed: because,
  closed: { as: oneOf(endings), ...because },
  reopened: because,
  offered: {
    ...{ base: [text], bonus: [text], equity: [text], signOn: [text], leave: [text], hours: [text], start: [day], location: [text] },
    ...{ respondBy: [day], written: [flag], madeBy: [text], conditions: [texts], questions: [texts], ...priv },
  },
  prepared: { figures: [texts], reasons: [texts], wishes: [texts], ask: [text], anyway: [text], ...priv },
  noted: { text },
  retracted: { facts: listOf(id) },
}
