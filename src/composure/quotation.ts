import type { Span } from './split.js'

/** Where a paragraph quotes: from an opening mark to the closing one, at most 300 letters later; offsets count from `offset`. */
export function quotedStretches(paragraph: string, offset: number): readonly Span[] {
  return [...paragraph.matchAll(quotation)].map(({ index, 0: words }) => ({ start: offset + index, end: offset + index + words.length }))
}

// A single mark opens only where a word begins and closes only where one ends: apostrophes are not quotation marks.
const quotation =
  /"[^"]{1,300}"|“[^”]{1,300}”|„[^“”]{1,300}[“”]|«[^»]{1,300}»|(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])(?:[^'’]|['’](?=\p{L})){1,300}['’](?![\p{L}\p{N}])/gu
