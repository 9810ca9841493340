import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'
import type { Playbook } from '../model/playbook.js'
import { beyondLimits } from './playbook-limits.js'
import type { Fault } from './playbook-shape.js'
import { shapeOf } from './playbook-shape.js'
import { playbookOf } from './playbooks.js'

/** A playbook's file as read: the playbook, or what is wrong with it, a sentence each; `hash` changes with its bytes. */
export interface PlaybookFile {
  readonly path: string
  readonly hash: string
  readonly playbook: Playbook | null
  readonly faults: readonly string[]
}

/** Reads and checks one YAML or JSON file; never throws, whatever lies at the path. */
export function readPlaybook(path: string): PlaybookFile {
  const file = basename(path)
  const read = textOf(path)
  if (read.text === null) return { path, hash: '', playbook: null, faults: [`${file}: ${read.says}`] }
  const hash = createHash('sha256').update(read.text).digest('hex').slice(0, 16)
  const parsed = valueOf(read.text)
  if (parsed.says !== null) return { path, hash, playbook: null, faults: [`${file}: ${parsed.says}`] }
  const shape = shapeOf(parsed.value)
  if (shape.faults) return { path, hash, playbook: null, faults: shape.faults.map((fault) => sentence(file, fault, parsed.value)) }
  const playbook = playbookOf(shape.document)
  const faults = beyondLimits(playbook).map((fault) => sentence(file, fault, parsed.value))
  return { path, hash, playbook: faults.length === 0 ? playbook : null, faults }
}

const MOST_BYTES = 256 * 1024

/** Size and kind are looked at before the file is opened, so that a pipe or a disk image is never read. */
function textOf(path: string): { readonly text: string; readonly says: null } | { readonly text: null; readonly says: string } {
  try {
    const found = statSync(path)
    if (!found.isFile()) return { text: null, says: 'not a file; name a YAML or JSON file.' }
    if (found.size > MOST_BYTES)
      return { text: null, says: `${Math.ceil(found.size / 1024)} KB is too large for a playbook; the most is 256 KB.` }
    return { text: readFileSync(path, 'utf8'), says: null }
  } catch (cause) {
    const missing = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT'
    return { text: null, says: missing ? 'there is no such file; check the path.' : 'it cannot be read; check its permissions.' }
  }
}

function valueOf(text: string): { readonly value: unknown; readonly says: string | null } {
  try {
    return { value: parse(text, { logLevel: 'error' }) as unknown, says: null }
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''
    return { value: null, says: `not YAML that can be read: ${message.replace(/:$/, '').slice(0, 200)}.` }
  }
}

function sentence(file: string, fault: Fault, value: unknown): string {
  const step = fault.step === null ? '' : `, step ${stepName(value, fault.step)}`
  return `${file}${step}, "${fault.key.slice(0, 40)}": ${fault.says}.`
}

/** The step's id in quotes when it has one that can be shown, else its number from 1. */
function stepName(value: unknown, index: number): string {
  const steps = (value as { readonly steps?: unknown }).steps
  const step: unknown = Array.isArray(steps) ? steps[index] : null
  const id = typeof step === 'object' && step !== null && 'id' in step ? step.id : null
  return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) ? `"${id}"` : String(index + 1)
}
