import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Likeness, LikenessFile } from '../model/likeness.js'
import type { Tone, ToneRule, ToneWords } from '../model/tone.js'

/** Where the tone rules lie: `dataDir` is data/, `built` is dist/ of a built program (null: read the sources), a person's own are in `own`. */
export interface TonePlaces {
  readonly dataDir: string
  readonly built: string | null
  readonly own: string
}

/** The tone rules with the person's own in their place or beside them. */
export async function loadTone({ dataDir, built, own }: TonePlaces): Promise<Tone> {
  const shipped = built === null ? await readShippedTone(dataDir) : readBuiltTone(built, dataDir)
  if (!existsSync(own)) return shipped
  const { readOwnRules } = await import('./own-tone.js')
  const { rules, notices } = readOwnRules(own, shipped)
  const replaced = new Set(rules.map((rule) => rule.id))
  return { ...shipped, rules: [...shipped.rules.filter((rule) => !replaced.has(rule.id)), ...rules], notices }
}

/** The shipped rules straight from their YAML files, once in a process, for a source tree that was not built; the files are ours and checked by a test. */
export async function readShippedTone(dataDir: string): Promise<Tone> {
  const tone = read.get(dataDir) ?? (await toneFrom(dataDir))
  read.set(dataDir, tone)
  return tone
}

const read = new Map<string, Tone>()

async function toneFrom(dataDir: string): Promise<Tone> {
  const { parse } = await import('yaml')
  const folder = (name: string): Record<string, unknown> => {
    const files = readdirSync(join(dataDir, name)).filter((file) => file.endsWith('.yaml'))
    return Object.fromEntries(
      files.sort().map((file) => [basename(file, '.yaml'), parse(readFileSync(join(dataDir, name, file), 'utf8')) as unknown]),
    )
  }
  return toneOf(folder('tone'), folder('tone/shared'), likenessIn(dataDir))
}

function likenessIn(dataDir: string): Likeness {
  return likenessOf(JSON.parse(readFileSync(join(dataDir, 'likeness.json'), 'utf8')) as LikenessFile)
}

/** What the file says, its weights as they lie there. */
export function likenessOf({ columns, rarity, units, rest, weights, ...file }: LikenessFile): Likeness {
  const names = columns.split('\n')
  const { buffer, byteOffset } = Buffer.from(weights, 'base64')
  return {
    ...file,
    columns: new Map(names.map((name, at) => [name, at])),
    rarity: rarity.map((hundredths) => hundredths / 100),
    rows: units.map((unit, row) => ({
      words: new Int8Array(buffer, byteOffset + row * names.length, names.length),
      unit,
      rest: rest[row] ?? [],
    })),
  }
}

function readBuiltTone(dist: string, dataDir: string): Tone {
  const from = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(dist, name), 'utf8')) as Record<string, unknown>
  return toneOf(from('tone.json'), from('tone-shared.json'), likenessIn(dataDir))
}

function toneOf(rules: Readonly<Record<string, unknown>>, shared: Readonly<Record<string, unknown>>, likeness: Likeness): Tone {
  return {
    likeness,
    notices: [],
    rules: Object.values(rules) as ToneRule[],
    words: {
      ...(shared['names'] as Pick<ToneWords, 'titles' | 'nicknames' | 'nobody'>),
      slots: shared['slots'] as ToneWords['slots'],
      lengths: shared['lengths'] as ToneWords['lengths'],
      generic: shared['generic'] as ToneWords['generic'],
      acronyms: shared['acronyms'] as ToneWords['acronyms'],
    },
  }
}
