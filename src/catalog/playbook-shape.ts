import * as v from 'valibot'
import { letterChannels } from '../model/act.js'
import type { LetterKind } from '../model/act.js'
import type { Anchor } from '../model/playbook.js'
import { nearest } from '../model/nearest.js'
import type { PlaybookDocument } from './playbooks.js'

/** What is wrong in a playbook's file: the step's index, or null for the file as such; the key; and the end of a sentence about it. */
export interface Fault {
  readonly step: number | null
  readonly key: string
  readonly says: string
}
export type Shape =
  { readonly document: PlaybookDocument; readonly faults: null } | { readonly document: null; readonly faults: readonly Fault[] }

/** Whether the value has the keys and types of a playbook; faults are in the order of the file, at most 50. */
export function shapeOf(value: unknown): Shape {
  const result = v.safeParse(DOCUMENT, value, { abortPipeEarly: true })
  if (result.success) return { document: result.output, faults: null }
  return { document: null, faults: result.issues.slice(0, 50).map((issue) => faultOf(issue, value)) }
}

const LETTERS = [
  'thank-you',
  'love-letter',
  'value-add',
  'check-in',
  'close-the-loop',
  'rejection-reply',
  'reconnect',
] as const satisfies readonly LetterKind[]
const ANCHORS = ['interview', 'promise', 'previous', 'close', 'no'] as const satisfies readonly Anchor[]
const ACTS = ['letter', 'calls', 'park'] as const

const SLUG = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40))
const HOURS = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/))
const BASE = { id: SLUG, goal: line(80), after: v.picklist(ANCHORS), wait: whole(0, 260) }
const LETTER = v.strictObject({
  ...BASE,
  act: v.literal('letter'),
  letter: v.picklist(LETTERS),
  channel: v.picklist(letterChannels),
  hours: HOURS,
  to: v.exactOptional(v.literal('boss')),
  optional: v.exactOptional(v.boolean()),
})
const CALLS = v.strictObject({
  ...BASE,
  act: v.literal('calls'),
  dials: whole(1, 6),
  voicemail: v.pipe(v.array(whole(1, 6)), v.maxLength(2)),
  hours: v.pipe(v.array(HOURS), v.minLength(1), v.maxLength(6)),
  leave: v.exactOptional(v.boolean()),
})
const PARK = v.strictObject({ ...BASE, act: v.literal('park') })
const DOCUMENT = v.strictObject({
  name: SLUG,
  title: line(48),
  summary: line(400),
  steps: v.pipe(v.array(v.variant('act', [LETTER, CALLS, PARK])), v.minLength(1), v.maxLength(20)),
})

/** What each key takes, as the end of "write …". */
const TAKES: Readonly<Record<string, string>> = {
  name: 'a short name in small letters, such as two-notes',
  title: 'one line of at most 48 letters',
  summary: 'a sentence or two, at most 400 letters',
  steps: 'a list of 1 to 20 steps',
  id: 'a short name in small letters, such as call-1',
  goal: 'one line of at most 80 letters',
  after: `one of ${ANCHORS.join(', ')}`,
  wait: 'a whole number from 0 to 260',
  act: `one of ${ACTS.join(', ')}`,
  letter: `one of ${LETTERS.join(', ')}`,
  channel: `one of ${letterChannels.join(', ')}`,
  hours: 'times such as 08:00-11:00; for calls a list of them, such as [08:00-09:00, 16:00-17:30]',
  to: 'boss, or leave it out',
  optional: 'true or false',
  leave: 'true or false',
  dials: 'a whole number from 1 to 6',
  voicemail: 'a list of at most two dials on which a message may be left, such as [3]',
}
const WORDS: Readonly<Record<string, readonly string[]>> = {
  after: ANCHORS,
  act: ACTS,
  letter: LETTERS,
  channel: letterChannels,
  to: ['boss'],
}
const LIMITS: Readonly<Record<string, readonly [number, number]>> = { wait: [0, 260], dials: [1, 6], voicemail: [1, 6] }
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  letter: Object.keys(LETTER.entries),
  calls: Object.keys(CALLS.entries),
  park: Object.keys(PARK.entries),
}

function whole(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
}

function line(most: number) {
  return v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]+$/u), v.maxLength(most))
}

function faultOf(issue: v.BaseIssue<unknown>, file: unknown): Fault {
  const path = (issue.path ?? []).map((item) => item.key)
  const step = path[0] === 'steps' && typeof path[1] === 'number' ? path[1] : null
  const key = path[step === null ? 0 : 2]
  if (typeof key !== 'string')
    return {
      step,
      key: 'steps',
      says: step === null ? `write ${Object.keys(DOCUMENT.entries).join(', ')}` : 'not a step; write its keys and values',
    }
  if (issue.expected === 'never') return { step, key, says: unknownKey(key, step === null ? DOCUMENT_KEYS : keysOfStep(file, step)) }
  const value = path.reduce<unknown>((inside, part) => (isGroup(inside) ? inside[String(part)] : undefined), file)
  if (value === undefined) return { step, key, says: `missing; write ${TAKES[key] ?? 'it'}` }
  return { step, key, says: `${shown(value)} does not fit; ${advice(key, value)}` }
}

const DOCUMENT_KEYS = Object.keys(DOCUMENT.entries)

function keysOfStep(file: unknown, index: number): readonly string[] {
  const steps = isGroup(file) && Array.isArray(file['steps']) ? file['steps'] : []
  const step: unknown = steps[index]
  return (isGroup(step) && KEYS_OF[String(step['act'])]) || []
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  return meant === null ? `no such key here; there are ${known.join(', ')}` : `no such key here; the nearest is "${meant}"`
}

function advice(key: string, value: unknown): string {
  const fitting = nearestFor(key, value)
  return fitting === null ? `write ${TAKES[key] ?? 'something else'}` : `the nearest that does is ${fitting}`
}

function nearestFor(key: string, value: unknown): string | null {
  const limits = LIMITS[key]
  if (limits && typeof value === 'number' && Number.isFinite(value))
    return String(Math.min(limits[1], Math.max(limits[0], Math.round(value))))
  if (typeof value !== 'string') return null
  if (WORDS[key]) return nearest(value.toLowerCase(), WORDS[key])
  if (key === 'hours') return tidyHours(value)
  return key === 'id' || key === 'name' ? slug(value) : null
}

/** '8-9', '8:00 - 9.30' and the like as 'HH:MM-HH:MM'; null for anything else. */
function tidyHours(text: string): string | null {
  const found = /^\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d\d))?\s*$/.exec(text.slice(0, 40))
  if (!found) return null
  const tidy = `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}-${found[3]?.padStart(2, '0')}:${found[4] ?? '00'}`
  return v.safeParse(HOURS, tidy).success ? tidy : null
}

function slug(text: string): string | null {
  const tidy = text
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return tidy === '' ? null : tidy
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (isGroup(value)) return 'a group of keys'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
