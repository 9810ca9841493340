import type { Letter } from '../letter.js'
import type { Hit } from '../search.js'
import type { Span } from '../split.js'

/** Emoji and emoticons of one's own text and subject: 2 each, so that one is a warning; 1 in all where the reader used one first. */
export function emojiHits({ text, parts }: Letter): readonly Hit[] {
  const own = [parts.subject, parts.greeting, ...parts.core, parts.signOff, ...parts.signature].filter((span) => span !== null)
  const found = own.flatMap((span) => facesIn(text, span))
  const theirs = parts.quoted.some((span) => facesIn(text, span).length > 0)
  return (theirs ? found.slice(0, 1) : found.slice(0, 20)).map((span, index) => ({
    points: theirs ? 1 : 2,
    span,
    sentence: -2 - index,
    family: 'face',
  }))
}

// Signs that are drawn as pictures by themselves, or made so; check marks, arrows, degree and section signs are typography.
const picture = (): RegExp => /\p{Emoji_Presentation}\p{Emoji_Modifier}?|\p{Extended_Pictographic}\ufe0f|[\u{1f000}-\u{1faff}]|[☺☻♥❤✨]/gu
// All of them lie behind the quotation marks and dashes of ordinary text, or need a selector; few texts hold any, and `picture` takes 10 ms to compile.
const mayBePicture = /[\u203c-\uffff]/
const shortcode = /:[a-z]{3,20}(?:_[a-z]{2,20}){0,3}:(?!\S)/g
const emoticon =
  /(?<![\p{L}\p{N}:;=<(])(?:[:;=]['-]?[)(DPpOo3*|\][/\\](?![\p{L}\p{N}/])|<3(?!\d|\s*(?:[°%]|[a-z]{1,2}\b))|\^_?\^|[xX]D(?!\p{L})|:'\(|¯\\_\(ツ\)_\/¯|8-\)|\\o\/)|\([\^;><T=~-][_. -]+[\^;><T=~-]\)|\b[mo]\(_ ?_\)[mo]\b/gu

function facesIn(text: string, { start, end }: Span): readonly Span[] {
  const own = text.slice(start, Math.min(end, start + 20_000))
  const pictures = mayBePicture.test(own) ? [...own.matchAll(picture())] : []
  const faces = [...pictures, ...own.matchAll(shortcode), ...own.matchAll(emoticon)].filter(
    (found) => !isOpening(own, found.index, found[0]),
  )
  return faces
    .map((found) => ({ start: start + found.index, end: start + found.index + found[0].length }))
    .sort((a, b) => a.start - b.start)
}

// ":(" and ":)" may be a colon with its bracket: "Items:(a)"; a face stands before a blank or the end.
function isOpening(text: string, at: number, face: string): boolean {
  return /^[:;=]['-]?[([/\\|]$/.test(face) && /^[^\s.,!?)]/.test(text.slice(at + face.length))
}
