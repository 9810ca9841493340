import type { Finding } from '../model/finding.js'
import type { Span } from './split.js'

type Place = Pick<Finding, 'line' | 'column' | 'length' | 'text'>

/** Turns stretches of a text into lines, columns and lengths in code points, counted from 1; the lines are found once, when first asked for. */
export function placeFinder(text: string): (span: Span | null) => Place {
  let known: readonly number[] | null = null
  return (span) => {
    if (!span) return { line: null, column: null, length: null, text: null }
    const lineStarts = (known ??= startsOfLines(text))
    const line = lineAt(lineStarts, span.start)
    const words = text.slice(span.start, span.end)
    return { line: line + 1, column: count(text.slice(lineStarts[line], span.start)) + 1, length: count(words), text: words }
  }
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function count(text: string): number {
  let points = 0
  for (const _ of text) points += 1
  return points
}
