import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Likeness, LikenessFile } from '../model/likeness.js'
import { phraseLists } from '../model/tone.js'
import type { PhraseIndexFile, Tone, ToneRule, ToneWords } from '../model/tone.js'
import { likenessOf, readBuiltLikeness } from './likeness.js'

/** Where the tone rules lie: `dataDir` is data/, `built` is dist/ of a built program (null: read the sources), a person's own are in `own`. */
export interface TonePlaces {
  readonly dataDir: string
  readonly built: string | null
  readonly own: string
}

/** The tone rules with the person's own in their place or beside them. */
export async function loadTone({ dataDir, built, own }: TonePlaces): Promise<Tone> {
  const shipped = built === null ? await readShippedTone(dataDir) : readBuiltTone(built)
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
  return toneOf(Object.values(folder('tone')) as ToneRule[], folder('tone/shared'), likenessIn(dataDir))
}

function likenessIn(dataDir: string): Likeness {
  return likenessOf(JSON.parse(readFileSync(join(dataDir, 'likeness.json'), 'utf8')) as LikenessFile)
}

function readBuiltTone(dist: string): Tone {
  const from = (name: string): unknown => JSON.parse(readFileSync(join(dist, name), 'utf8'))
  const tone = toneOf(from('tone.json') as readonly ToneRule[], from('tone-shared.json') as Shared, readBuiltLikeness(dist))
  const { drawers, ...index } = from('tone-index.json') as PhraseIndexFile
  return { ...tone, index: { ...index, lists: phraseLists(tone.rules), drawers: drawers.split('\n') } }
}

type Shared = Readonly<Record<string, unknown>>

function toneOf(rules: readonly ToneRule[], shared: Shared, likeness: Likeness): Tone {
  return {
    likeness,
    index: null,
    notices: [],
    rules,
    words: {
      ...(shared['names'] as Pick<ToneWords, 'titles' | 'nicknames' | 'nobody'>),
      slots: shared['slots'] as ToneWords['slots'],
      lengths: shared['lengths'] as ToneWords['lengths'],
      generic: shared['generic'] as ToneWords['generic'],
      acronyms: shared['acronyms'] as ToneWords['acronyms'],
    },
  }
}
