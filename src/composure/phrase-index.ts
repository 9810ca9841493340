import { placeIn } from '../model/drawers.js'
import type { PhraseIndex } from '../model/tone.js'
import { FILED_LETTERS, needsOf } from './needs.js'
import type { Need } from './needs.js'
import { phraseOf } from './phrase.js'

type Slots = Readonly<Record<string, readonly string[]>>

/** Works out what the phrases of these lists need, numbered from `first` on; throws as phraseOf does. */
export function indexOf(lists: readonly (readonly string[])[], slots: Slots, first: number): PhraseIndex {
  const numbers = new Map<string, number>()
  const numberOf = (need: Need): number => {
    const key = [...need].sort().join('|')
    const number = numbers.get(key) ?? first + numbers.size
    numbers.set(key, number)
    return number
  }
  const needs = lists.flat().flatMap((source) => [...needsOf(phraseOf(source, slots).elements).map(numberOf), 0])
  return { lists, needs, next: first + numbers.size, drawers: drawersOf(numbers) }
}

/** Each word, beginning or pair with the numbers of the needs it meets, in the drawer of its first letters. */
function drawersOf(numbers: ReadonlyMap<string, number>): PhraseIndex['drawers'] {
  const met = new Map<string, number[]>()
  for (const [key, number] of numbers)
    for (const one of key.split('|')) {
      const all = met.get(one)
      if (all) all.push(number)
      else met.set(one, [number])
    }
  const drawers = new Map<string, string[]>()
  for (const [one, all] of [...met].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = drawerFor(one.split(' ')[0] ?? '')
    drawers.set(name, [...(drawers.get(name) ?? []), `${one}:${all.join(',')}`])
  }
  return [...drawers].map(([name, files]) => `${name}\t${files.join('|')}`).sort()
}

/** The name of the drawer in which what begins with this word lies. */
function drawerFor(word: string): string {
  return word.slice(0, FILED_LETTERS)
}

/** What lies in a drawer: words and pairs, and beginnings, each with the needs it meets. */
interface Drawer {
  readonly whole: ReadonlyMap<string, readonly number[]>
  readonly starts: readonly (readonly [start: string, needs: readonly number[]])[]
}

/** Finds the needs that a word meets, or it and the one after it; each drawer is read when it is first asked for. */
export function needFinder({
  drawers,
}: Pick<PhraseIndex, 'drawers'>): (form: string, next: string | undefined, found: Set<number>) => void {
  const read = new Map<string, Drawer>()
  const drawerOf = (name: string): Drawer => {
    const known = read.get(name) ?? drawerIn(drawers[placeIn(drawers, name)] ?? '', name)
    read.set(name, known)
    return known
  }
  return (form, next, found) => {
    const { whole, starts } = drawerOf(drawerFor(form))
    for (const need of whole.get(form) ?? []) found.add(need)
    for (const need of whole.get(`${form} ${next ?? ''}`) ?? []) found.add(need)
    for (const [start, needs] of starts) if (form.startsWith(start)) for (const need of needs) found.add(need)
  }
}

/** Reads a line if it has this name; else nothing lies there. */
function drawerIn(line: string, name: string): Drawer {
  const whole = new Map<string, readonly number[]>()
  const starts: (readonly [string, readonly number[]])[] = []
  const files = line.startsWith(`${name}\t`) ? line.slice(name.length + 1).split('|') : []
  for (const file of files) {
    const [one = '', numbers = ''] = file.split(':')
    const needs = numbers.split(',').map(Number)
    if (one.endsWith('*')) starts.push([one.slice(0, -1), needs])
    else whole.set(one, needs)
  }
  return { whole, starts }
}
