import type { Letter } from '../letter.js'
import type { Hit } from '../search.js'

/** Three links and more are 2, a shortened one 2. */
export function linkHits({ text, parts }: Letter): readonly Hit[] {
  const links = parts.core.flatMap(({ start, end }) =>
    [
      ...text
        .slice(start, Math.min(end, start + 20_000))
        .matchAll(
          /\b(?:https?:\/\/|www\.)[^\s<>"]{1,300}|\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|rebrand\.ly)\/[^\s<>"]{1,60}/gi,
        ),
    ].map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
      short: /(?:bit\.ly|tinyurl\.com|goo\.gl|\/t\.co|ow\.ly|is\.gd|rebrand\.ly)\//i.test(found[0]),
    })),
  )
  const counted = links.length >= 3 ? links.slice(0, 1) : links.filter((link) => link.short).slice(0, 1)
  return counted.map(({ start, end }) => ({ points: 2, span: { start, end }, sentence: -2 - start, family: 'links' }))
}

/** A subject that plays an answer where nothing is answered: "Fwd:" and "Re: Re:" 2, "Re:" 1; one framed in signs 1. */
export function threadHits({ text, parts, about }: Letter): readonly Hit[] {
  const { subject } = parts
  if (!subject) return []
  const words = text.slice(subject.start, subject.end).trim()
  const hit = (points: number, family: string): Hit => ({ points, span: subject, sentence: 0, family })
  const answers =
    about.kind !== null && /^(?:rejection-reply|answer|accept|decline|negotiation-opener|confirm|offer-thanks|check-in)$/.test(about.kind)
  const prefix = /^(?:(?:fwd?|wg|tr)\s?:|re\s?:\s?(?:re|fwd?)\s?:)/i.test(words) ? 2 : /^re\s?:/i.test(words) && !answers ? 1 : 0
  const framed = /^[*=~#>|•★☆►!-]{2}|[*=~#<|•★☆◄]{2}$|^[★☆►✦✨❗‼]|^\W{2,8}.+\W{3,8}$/u.test(words)
  return [...(parts.quoted.length === 0 && prefix > 0 ? [hit(prefix, 'thread')] : []), ...(framed ? [hit(1, 'frame')] : [])]
}
