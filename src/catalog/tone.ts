import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Tone, ToneRule, ToneWords } from '../model/tone.js'

/** The shipped tone rules as the build compiles them into dist/tone.json. */
export type ShippedTone = Tone

/** The shipped rules straight from their YAML files, for a source tree that was not built; the files are ours and checked by a test. */
export async function readShippedTone(dataDir: string): Promise<ShippedTone> {
  const { parse } = await import('yaml')
  const read = (file: string): unknown => parse(readFileSync(file, 'utf8')) as unknown
  const folder = join(dataDir, 'tone')
  const shared = (name: string): unknown => read(join(folder, 'shared', `${name}.yaml`))
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return {
    rules: files.sort().map((file) => ({ ...(read(join(folder, file)) as ToneRule), id: basename(file, '.yaml') })),
    words: {
      ...(shared('names') as Pick<ToneWords, 'titles' | 'nicknames' | 'nobody'>),
      slots: shared('slots') as ToneWords['slots'],
      lengths: shared('lengths') as ToneWords['lengths'],
      generic: shared('generic') as ToneWords['generic'],
      acronyms: shared('acronyms') as ToneWords['acronyms'],
    },
  }
}
