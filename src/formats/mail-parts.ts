/** A part of a mail as the server describes it (RFC 3501 7.4.2, BODYSTRUCTURE). */
export interface PartOutline {
  /** Its number, '1.2'; absent for a mail that has no parts. */
  readonly part?: string | undefined
  readonly type: string
  readonly parameters?: Readonly<Record<string, string>> | undefined
  readonly disposition?: string | undefined
  readonly childNodes?: readonly PartOutline[] | undefined
}

/** A piece to ask for: `key` as FETCH names it, of which at most `most` bytes are wanted. */
export interface Piece {
  readonly key: string
  readonly most: number
}

/** A part that is read, as the pieces of its own head and its body. */
export interface PartWanted {
  readonly head: Piece
  readonly body: Piece
  /** A letter of mine within a report: only its head is asked for. */
  readonly isHeadAlone: boolean
}

const most = { head: 20_000, text: 150_000, other: 60_000 } as const

/** What of a mail with parts is read: its first text, and what makes it a report or an invitation; no attachment. Null for a mail without parts. */
export function partsWanted(outline: PartOutline): readonly PartWanted[] | null {
  if (!outline.childNodes || !outline.parameters?.['boundary']) return null
  const leaves = leavesOf(outline, 0).slice(0, 500)
  const texts = leaves.filter(({ disposition }) => disposition?.toLowerCase() !== 'attachment')
  const text = texts.find(({ type }) => type === 'text/plain') ?? texts.find(({ type }) => type === 'text/html')
  const reports = leaves.filter(({ type }) => reported.has(type)).slice(0, 4)
  const calendar = leaves.find(({ type }) => type === 'text/calendar')
  const wanted = [text, ...reports, calendar].flatMap((one) => (one?.part === undefined ? [] : [{ ...one, part: one.part }]))
  return wanted.map(({ part, type }) => ({
    head: { key: `${part}.MIME`, most: most.head },
    body:
      type === 'message/rfc822'
        ? { key: `${part}.HEADER`, most: most.other }
        : { key: part, most: type.startsWith('text/') ? most.text : most.other },
    isHeadAlone: type === 'message/rfc822',
  }))
}

const reported: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
])

// The parts of a mail within a mail are its own.
function leavesOf(outline: PartOutline, depth: number): readonly PartOutline[] {
  if (!outline.childNodes || outline.type === 'message/rfc822') return [outline]
  return depth > 20 ? [] : outline.childNodes.slice(0, 200).flatMap((one) => leavesOf(one, depth + 1))
}

/** The pieces of a mail as one mail again (RFC 2046 5.1.1), all parts on one level under its own head. */
export function assembled(
  head: Uint8Array,
  boundary: string,
  parts: readonly { readonly head: Uint8Array; readonly body: Uint8Array; readonly isHeadAlone: boolean }[],
): Uint8Array {
  const line = new TextEncoder().encode(`\r\n--${boundary}\r\n`)
  const end = new TextEncoder().encode(`\r\n--${boundary}--\r\n`)
  const alone = new TextEncoder().encode('Content-Type: text/rfc822-headers\r\n\r\n')
  return joined([head, ...parts.flatMap((one) => [line, one.isHeadAlone ? alone : one.head, one.body]), end])
}

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
