import { isQuotedLine, quotedFrom } from '../composure/quoted.js'

/** What the sender wrote themselves: without quoted mail (above, below or between), signature and legal notes, as paragraphs of whole lines. */
export function ownWords(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\u00a0/g, ' ').trimEnd())
  const kept = withoutQuotes(lines)
  const end = kept.findIndex(endsLetter)
  return (end < 0 ? kept : kept.slice(0, end)).join('\n').trim()
}

/** The sentences of a text, in order; a line that ends without a stop before an empty one ends a sentence too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .split(/(?<!\b\d{1,2}\.)(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|approx|z\.B|bzw)\.)(?<=[.!?…]["'”’)]?)\s+(?=["'“‘(¿¡]?[\p{Lu}\p{N}])/u),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, 200)
    .map((sentence) => sentence.slice(0, 600))
}

// A quote that is marked line by line ends where the marks end; one below a head goes on to the end.
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const marked = lines.filter(isQuotedLine).length > 0
  const from = quotedFrom(lines)
  if (!marked) return lines.slice(0, from)
  const after = lines.slice(from)
  const attribution = after.findIndex(isQuotedLine)
  const between = attribution < 0 ? [] : after.slice(attribution).filter((line) => !isQuotedLine(line))
  return [...lines.slice(0, from).filter((line) => !isQuotedLine(line)), '', ...between]
}

function endsLetter(line: string): boolean {
  return (
    /^-- ?$/.test(line) ||
    /^(?:sent from my|get outlook for|gesendet von mein|envoyé de mon|enviado desde mi)\b/i.test(line) ||
    legal.test(line)
  )
}

const legal =
  /^\W*(?:this (?:e-?mail|message)(?: and any| is| may| contains)|confidentiality notice|disclaimer|the (?:information|contents?) (?:in|of|contained in) this)\b/i
