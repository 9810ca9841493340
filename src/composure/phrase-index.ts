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
  return [...drawers].map(([name, files]) => `${name}\t|${files.join('|')}|`).sort()
}

/** The name of the drawer in which what begins with this word lies. */
function drawerFor(word: string): string {
  return word.slice(0, FILED_LETTERS)
}

/** The needs that a word meets, or it and the one after it. */
export type NeedFinder = (form: string, next: string) => readonly number[]

/** Finds needs in an index, those of a word once in a run. */
export function needFinder({ drawers }: Pick<PhraseIndex, 'drawers'>): NeedFinder {
  const known = new Map<string, { readonly drawer: string; readonly needs: readonly number[] }>()
  const lookUp = (form: string): { readonly drawer: string; readonly needs: readonly number[] } => {
    const name = drawerFor(form)
    const line = drawers[placeIn(drawers, name)] ?? ''
    const drawer = line.startsWith(`${name}\t`) ? line : ''
    return {
      drawer,
      needs: drawer === '' ? [] : [...needsIn(drawer, form), ...beginningsOf(form, drawer).flatMap((one) => needsIn(drawer, one))],
    }
  }
  return (form, next) => {
    const found = known.get(form) ?? lookUp(form)
    known.set(form, found)
    return found.drawer.includes(' ') ? [...found.needs, ...needsIn(found.drawer, `${form} ${next}`)] : found.needs
  }
}

/** Few drawers hold any. */
function beginningsOf(form: string, drawer: string): readonly string[] {
  if (!drawer.includes('*')) return []
  return Array.from({ length: Math.max(0, form.length - FILED_LETTERS + 1) }, (_, at) => `${form.slice(0, FILED_LETTERS + at)}*`)
}

function needsIn(drawer: string, entry: string): readonly number[] {
  const at = drawer.indexOf(`|${entry}:`)
  if (at === -1) return none
  const from = at + entry.length + 2
  return drawer.slice(from, drawer.indexOf('|', from)).split(',').map(Number)
}

const none: readonly number[] = []
