import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { conditions, turns } from '../model/phone.js'
import type { PhoneWords, Repair, Script, Turn } from '../model/phone.js'

/** Where the words for the phone lie: the shipped ones in `shipped` (data/phone, or dist/phone.json of a built program), a person's own in `own`. */
export interface PhonePlaces {
  readonly shipped: string
  readonly own: string
}

/** The shipped words for the phone, with the person's own in their place; an own file that cannot be used is left out and said in `notices`. */
export async function loadPhone({ shipped, own }: PhonePlaces): Promise<PhoneWords> {
  const files: Record<string, unknown> = shipped.endsWith('.json')
    ? (JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>)
    : await filesIn(shipped)
  const mine = existsSync(own) ? await filesIn(own) : {}
  const notices = Object.keys(mine).flatMap((name) => faultOf(name, mine[name]) ?? [])
  const good = Object.fromEntries(Object.entries(mine).filter(([name, file]) => faultOf(name, file) === null))
  const all = { ...files, ...good }
  return {
    scripts: Object.fromEntries(turns.map((turn) => [turn, all[turn] as Script])) as Readonly<Record<Turn, Script>>,
    repairs: { ...(files['repairs'] as Record<string, Repair>), ...(good['repairs'] as Record<string, Repair> | undefined) },
    notices: notices.map((says) => `${says} It is left out until then.`),
  }
}

const tooLarge = 64_000

async function filesIn(folder: string): Promise<Record<string, unknown>> {
  const { parse } = await import('yaml')
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return Object.fromEntries(files.sort().map((file) => [basename(file, '.yaml'), readOne(join(folder, file), parse)]))
}

function readOne(path: string, parse: (text: string) => unknown): unknown {
  try {
    const text = readFileSync(path, 'utf8')
    return text.length > tooLarge ? undefined : parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with one of the person's own files, as a sentence; null when it can be used. */
function faultOf(name: string, file: unknown): string | null {
  const where = `phone/${name}.yaml`
  if (name !== 'repairs' && !turns.some((turn) => turn === name)) return `${where} names no turn; there are: ${turns.join(', ')}.`
  if (!isTable(file)) return `${where} cannot be read as a table of words.`
  if (name === 'repairs')
    return Object.values(file).every((one) => isTable(one) && texts(one, ['say', 'leave']))
      ? null
      : `${where} has lines other than say and leave.`
  const { say, words } = file
  if (!texts(file, ['label', 'when', 'then']) || typeof file['label'] !== 'string' || typeof file['when'] !== 'string')
    return `${where} needs label and when, a text each.`
  if (!Array.isArray(say) || !say.every(isSentence)) return `${where} needs say, a list of sentences.`
  return words === undefined || typeof words === 'number' ? null : `${where} has words that are no number.`
}

function isSentence(one: unknown): boolean {
  if (typeof one === 'string') return true
  if (Array.isArray(one)) return one.every((text) => typeof text === 'string')
  return isTable(one) && Object.entries(one).every(([key, text]) => conditions.some((name) => name === key) && typeof text === 'string')
}

function texts(table: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => table[key] === undefined || typeof table[key] === 'string')
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
