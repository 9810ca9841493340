import { isDay, isInstant, momentText, parseMoment } from '../model/day.js'
import type { Carried, Incoming } from '../model/exchange.js'
import type { Fact, FactKind } from '../model/fact.js'
import { Problem } from '../problem.js'
import { factShapes, id, matching, misfit, orNull } from './fact-shapes.js'
import type { Check } from './fact-shapes.js'
import { unsteered } from './json.js'

/** The version of these lines. */
const schema = 1

/** A fact as one line of JSON, with the line feed; the same fact is the same bytes. */
export function factLine({ fact, checksum }: Carried): string {
  const { id, at, recorded, opportunity, kind, data, command } = fact
  const line = { id, at: momentText(at), recorded, opportunity, kind, data, command, zone: at.zone, offset: at.offset, schema, checksum }
  return `${unsteered(JSON.stringify(line))}\n`
}

/** A reader of such lines, which trusts none of them; `isZone` knows the zones. It throws Problem('failed') with the number of the line. */
export function factReader(isZone: (name: string) => boolean): (text: string, line: number) => Incoming {
  const shapes = factShapes(isZone)
  const known = new Map<string, boolean>()
  const zone = (name: unknown): boolean => {
    const key = String(name)
    const is = known.get(key) ?? (typeof name === 'string' && isZone(name))
    known.set(key, is)
    return is
  }
  const head: Readonly<Record<string, Check>> = { ...heading, zone }
  return (text, line) => {
    const value = parsed(text, line)
    if (Number(value['schema']) > schema) throw newer(line)
    const wrong = misfit(value, head)
    if (wrong?.startsWith('+')) throw value['schema'] === schema ? newer(line) : noFact(line, '')
    if (wrong !== null) throw noFact(line, wrong)
    const kind = value['kind'] as FactKind
    if (!Object.hasOwn(shapes, kind)) throw newer(line)
    const odd = misfit(value['data'], shapes[kind])
    if (odd !== null) throw odd.startsWith('+') ? newer(line) : noFact(line, `data.${odd}`)
    if (value['opportunity'] === null && !aside.has(kind)) throw noFact(line, 'opportunity')
    return { fact: factOf(value), checksum: value['checksum'] as string, line }
  }
}

const string: Check = (value) => typeof value === 'string'
const heading: Readonly<Record<string, Check>> = {
  id,
  at: (value) => typeof value === 'string' && (isDay(value) || matching(/^.{16}:00[+-]\d\d:[0-5]\d$/)(value)) && isMoment(value),
  recorded: (value) => typeof value === 'string' && isInstant(value),
  opportunity: orNull(id),
  kind: string,
  data: (value) => typeof value === 'object',
  command: id,
  offset: (value) => Number.isInteger(value) && Math.abs(value as number) < 1440,
  schema: (value) => value === schema,
  checksum: matching(/^[0-9a-f]{16}$/),
}

// What may concern a person, a company or a record as such.
const aside: ReadonlySet<FactKind> = new Set<FactKind>(['met', 'held', 'stopped', 'lifted', 'retracted'])

function factOf(value: Readonly<Record<string, unknown>>): Fact {
  const { id, command, opportunity, recorded, kind, data } = value as unknown as Fact
  const at = parseMoment(value['at'] as string, value['zone'] as string, value['offset'] as number)
  return { id, command, opportunity, at, recorded, kind, data } as Fact
}

function isMoment(text: string): boolean {
  try {
    return parseMoment(text, 'UTC').zone === 'UTC'
  } catch {
    return false
  }
}

function parsed(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  } catch {
    // Said below.
  }
  throw noFact(line, '')
}

function noFact(line: number, where: string): Problem {
  const says = where === '' ? 'is no fact' : `is no fact: "${where}" is missing, or cannot be so`
  return new Problem('failed', `Line ${String(line)} ${says}.`, {
    hint: 'Nothing was merged; a file that can be is written by: followup export --facts --out facts.jsonl',
    code: 'no-fact',
  })
}

function newer(line: number): Problem {
  return new Problem('failed', `Line ${String(line)} was written by a newer followup.`, {
    hint: 'Nothing was merged; bring this one up to date, and merge again.',
    code: 'newer',
  })
}
