import type { Stats } from '../commands/stats.js'
import { endingWords } from '../model/vocabulary.js'
import { all, tag, text } from './html.js'
import type { Html } from './html.js'

type Flow = Stats['flow']
type Side = 'from' | 'to'

/** How far they came at most, in words. */
const furthestWords: Readonly<Record<Flow[number]['from'], string>> = {
  interviewed: 'the interview',
  heard: 'heard again',
  again: 'another round',
  offered: 'an offer',
  accepted: 'your yes',
}

/** One end of ribbons: a stack of them from `top` down. */
interface Node {
  readonly key: string
  readonly words: string
  readonly count: number
  readonly top: number
  readonly height: number
}

const size = { width: 480, from: 132, to: 320, bar: 8, gap: 14, least: 16, scale: 190 } as const

/** From how far they came to how they stand: ribbons as wide as they are many. Nothing of nothing. */
export function flowChart(flow: Flow): Html {
  if (flow.length === 0) return text('')
  const left = nodesOf(flow, 'from')
  const right = nodesOf(flow, 'to')
  const height = Math.max(...[left, right].map((nodes) => nodes.reduce((low, one) => Math.max(low, one.top + one.height), 0))) + 4
  return tag(
    'svg',
    { viewBox: `0 0 ${String(size.width)} ${String(Math.ceil(height))}`, role: 'img', 'aria-labelledby': 'flow-title flow-words' },
    tag('title', { id: 'flow-title' }, text('How far they came, and how they stand')),
    tag('desc', { id: 'flow-words' }, text(flow.map(sentenceOf).join(' '))),
    ribbons(flow, left, right),
    ...left.map((one) => nodeOf(one, 'from')),
    ...right.map((one) => nodeOf(one, 'to')),
  )
}

/** How it stands, in words. */
export function standWords(to: Flow[number]['to']): string {
  return to === 'open' ? 'open' : endingWords[to]
}

/** How far it came at most, in words. */
export function farWords(from: Flow[number]['from']): string {
  return furthestWords[from]
}

function sentenceOf({ from, to, count }: Flow[number]): string {
  return `${String(count)} came as far as ${farWords(from)}: ${standWords(to)}.`
}

function nodesOf(flow: Flow, side: Side): readonly Node[] {
  const keys = [...new Set(flow.map((one) => one[side]))]
  const total = flow.reduce((sum, one) => sum + one.count, 0)
  let top = 2
  return keys.map((key) => {
    const count = flow.filter((one) => one[side] === key).reduce((sum, one) => sum + one.count, 0)
    const height = Math.max(size.least, (size.scale * count) / total)
    const node = {
      key,
      words: side === 'from' ? farWords(key as Flow[number]['from']) : standWords(key as Flow[number]['to']),
      count,
      top,
      height,
    }
    top += height + size.gap
    return node
  })
}

function ribbons(flow: Flow, left: readonly Node[], right: readonly Node[]): Html {
  const used = new Map<Node, number>()
  const take = (node: Node, count: number): readonly [from: number, to: number] => {
    const start = node.top + (used.get(node) ?? 0)
    const height = (node.height * count) / node.count
    used.set(node, (used.get(node) ?? 0) + height)
    return [start, start + height]
  }
  return all(
    flow.flatMap(({ from, to, count }) => {
      const start = left.find((one) => one.key === from)
      const end = right.find((one) => one.key === to)
      return start && end ? [ribbon(take(start, count), take(end, count), to)] : []
    }),
  )
}

function ribbon([a, b]: readonly [number, number], [c, d]: readonly [number, number], to: string): Html {
  const [x, y, middle] = [size.from + size.bar, size.to, (size.from + size.bar + size.to) / 2]
  const path = `M${n(x)} ${n(a)}C${n(middle)} ${n(a)} ${n(middle)} ${n(c)} ${n(y)} ${n(c)}V${n(d)}C${n(middle)} ${n(d)} ${n(middle)} ${n(b)} ${n(x)} ${n(b)}Z`
  return tag('path', { class: `ribbon ${to}`, d: path })
}

function nodeOf({ key, words, count, top, height }: Node, side: Side): Html {
  const x = side === 'from' ? size.from : size.to
  const label = side === 'from' ? { x: x - 6, 'text-anchor': 'end' } : { x: x + size.bar + 6, 'text-anchor': 'start' }
  return all([
    tag('rect', { class: `node ${key}`, x, y: n(top), width: size.bar, height: n(height) }),
    tag('text', { ...label, y: n(top + height / 2 + 5) }, text(`${words} ${String(count)}`)),
  ])
}

/** A coordinate to a tenth. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
