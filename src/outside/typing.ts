/* eslint-disable no-control-regex -- what a terminal sends is made of them */

/** What a person types, chunk by chunk, as a line editor may see it. */
export interface Typing {
  /** The chunk without what must not answer or be echoed: invisible and control letters; the lines of a paste are joined by blanks. */
  readonly take: (chunk: string) => string
  /** A new question is open. */
  readonly open: () => void
  /** Whether lines that came with the answer were dropped since. */
  readonly hasDropped: () => boolean
}

/** A raw paste is over when nothing came for so many milliseconds. */
const quiet = 50

/**
 * Reads the bytes of a terminal. A paste between brackets gives its lines joined by blanks, without an Enter; one without brackets is known by what
 * follows an Enter in the same chunk, gives its first line, and ends when it has been quiet for a while. `now` is in milliseconds.
 */
export function newTyping(now: () => number): Typing {
  let held = ''
  let pasted: JoinedLines | null = null
  let flood: number | null = null
  let dropped = false
  const take = (chunk: string): string => {
    if (flood !== null && now() - flood < quiet) {
      flood = now()
      return chunk.includes('\u0003') ? '\u0003' : ''
    }
    flood = null
    const text = held + chunk
    held = unfinished.exec(text)?.[0] ?? ''
    let out = ''
    for (const part of text.slice(0, text.length - held.length).split(brackets)) {
      if (part === pasteStart) pasted = joinedLines()
      else if (part === pasteEnd) pasted = null
      else out += pasted ? pasted(part) : part
    }
    const [, first, more] = /^([^\r\n]*(?:\r\n?|\n))([^]*)$/.exec(out) ?? []
    if (first === undefined || more === undefined || more === '') return clean(out)
    if (more.includes('\u0003')) return '\u0003'
    flood = now()
    dropped = more.trim() !== ''
    return clean(first)
  }
  return {
    take,
    open: () => {
      dropped = false
      if (flood !== null) flood = now()
    },
    hasDropped: () => dropped,
  }
}

/** The next part of a paste as one line, wherever the parts are cut: an Enter between two words is a blank, one around them nothing. */
type JoinedLines = (part: string) => string

function joinedLines(): JoinedLines {
  let begun = false
  let isGap = false
  return (part) => {
    let line = ''
    for (const letter of part) {
      if (letter < ' ') isGap = begun
      else if (!isGap || letter !== ' ') {
        line += isGap ? ` ${letter}` : letter
        begun = true
        isGap = false
      }
    }
    return line
  }
}

const pasteStart = '\u001b[200~'
const pasteEnd = '\u001b[201~'
const brackets = /(\u001b\[20[01]~)/
// A chunk may end in the middle of a bracket.
const unfinished = /\u001b(?:\[(?:2(?:0[01]?)?)?)?$/

function clean(text: string): string {
  return text.replace(strings, '').replace(unseen, '').replace(/\t/g, ' ')
}

// Control strings (OSC, DCS, SOS, PM, APC) that a terminal answers with.
const strings = /\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g
// C1 controls, direction marks and overrides, invisible letters (the joiners of Arabic and Indic writing stay).
const unseen = /[\u0080-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
