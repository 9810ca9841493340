import { joined } from './mail-parts.js'

/** Of each mail in an mbox at most this many bytes are kept; what follows is read over. */
export interface MboxBounds {
  readonly bytes: number
}

/**
 * The mails of an mbox (RFC 4155) that comes in pieces, one after the other. A mail begins after an empty line with "From ", somebody, and the
 * date as asctime writes it; "From here on" in a letter begins none. Lines quoted with ">" before "From " are unquoted.
 */
export function* mailsInMbox(pieces: Iterable<Uint8Array>, { bytes: most }: MboxBounds): Generator<Uint8Array> {
  let kept: Uint8Array[] | null = null
  let size = 0
  let afterEmpty = true
  for (const line of linesOf(pieces)) {
    if (afterEmpty && isFromLine(line)) {
      if (kept) yield joined(kept)
      kept = []
      size = 0
      afterEmpty = false
      continue
    }
    afterEmpty = isEmpty(line)
    if (!kept || size >= most) continue
    const plain = isQuotedFrom(line) ? line.subarray(1) : line
    kept.push(plain.subarray(0, most - size))
    size += plain.length
  }
  if (kept) yield joined(kept)
}

const longest = 200_000

/** Lines with their ends; one that is longer than any is broken. */
function* linesOf(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest = new Uint8Array(0)
  for (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : joined([rest, piece])
    let from = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield bytes.slice(from, at + 1)
      from = at + 1
    }
    rest = bytes.slice(from)
    if (rest.length > longest) {
      yield rest
      rest = new Uint8Array(0)
    }
  }
  if (rest.length > 0) yield rest
}

const fromLine =
  /^From \S.* (?:mon|tue|wed|thu|fri|sat|sun),? +(?:[a-z]{3} +\d{1,2}|\d{1,2} +[a-z]{3}) +(?:\d{1,2}:\d{2}(?::\d{2})?.* \d{4}|\d{4} .*)\s*$/i

function isFromLine(line: Uint8Array): boolean {
  return startsFrom(line, 0) && line.length < 1000 && fromLine.test(new TextDecoder('latin1').decode(line))
}

function isQuotedFrom(line: Uint8Array): boolean {
  let at = 0
  while (line[at] === 62) at += 1
  return at > 0 && startsFrom(line, at)
}

// 'From '
function startsFrom(line: Uint8Array, at: number): boolean {
  return line[at] === 70 && line[at + 1] === 114 && line[at + 2] === 111 && line[at + 3] === 109 && line[at + 4] === 32
}

function isEmpty(line: Uint8Array): boolean {
  return line.length === 1 || (line.length === 2 && line[0] === 13)
}
