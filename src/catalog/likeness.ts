import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuiltLikeness, Columns, Likeness, LikenessFile } from '../model/likeness.js'
import { placeIn } from '../model/drawers.js'

/** What the file of the sources says. */
export function likenessOf({ columns, rarity, units, rest, weights, ...file }: LikenessFile): Likeness {
  const names = columns.split('\n')
  const bytes = new Int8Array(Buffer.from(weights, 'base64'))
  return {
    ...file,
    columns: new Map(names.map((name, at) => [name, at])),
    rarity: (column) => rarity[column] ?? 0,
    rows: units.map((unit, row) => ({ unit, rest: rest[row] ?? [] })),
    weights: Int8Array.from(bytes, (_, at) => bytes[(at % units.length) * names.length + Math.floor(at / units.length)] ?? 0),
  }
}

/** Reads what scripts/build-tone.ts wrote. */
export function readBuiltLikeness(dist: string): Likeness {
  const { columns, size, ...file } = JSON.parse(readFileSync(join(dist, 'likeness.json'), 'utf8')) as BuiltLikeness
  const bytes = readFileSync(join(dist, 'likeness.bin'))
  return {
    ...file,
    columns: sortedColumns(columns, size),
    rarity: (column) => bytes.readUInt16LE(2 * column),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + 2 * size),
  }
}

/** How many names lie in one drawer, the last one aside. */
export const DRAWER = 16

/** Sorted names as columns, unread until one is looked for: drawers part at line ends, their names at tabs. */
function sortedColumns(names: string, size: number): Columns {
  const drawers = names.split('\n')
  return {
    size,
    keys: () => names.split(/[\t\n]/).values(),
    get: (name) => {
      const low = placeIn(drawers, name)
      const drawer = drawers[low] ?? ''
      const at = drawer.includes(name) ? drawer.split('\t').indexOf(name) : -1
      return at === -1 ? undefined : low * DRAWER + at
    },
  }
}
