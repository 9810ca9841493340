import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Landing } from './landings.js'
import type { PlaybookDocument } from './playbooks.js'

/** The shipped data as the build compiles it into dist/data.json. */
export interface ShippedData {
  /** Changes whenever the data does. */
  readonly hash: string
  /** By name. */
  readonly playbooks: Readonly<Record<string, PlaybookDocument>>
  /** By code. */
  readonly landings: Readonly<Record<string, Landing>>
}

/** The shipped data straight from its YAML files, once in a process, for a source tree that was not built; the files are ours and checked by a test. */
export function readShipped(dataDir: string): ShippedData {
  const data = read.get(dataDir) ?? {
    hash: 'source',
    playbooks: documentsIn<PlaybookDocument>(join(dataDir, 'playbooks')),
    landings: documentsIn<Landing>(join(dataDir, 'landings')),
  }
  read.set(dataDir, data)
  return data
}

const read = new Map<string, ShippedData>()

function documentsIn<T>(folder: string): Readonly<Record<string, T>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const entries = files.sort().map((file) => [basename(file, '.yaml'), parse(readFileSync(join(folder, file), 'utf8')) as T] as const)
  return Object.fromEntries(entries)
}
