import type { Letter } from '../letter.js'
import { quotedStretches } from '../quotation.js'
import type { Hit } from '../search.js'

/** What a template left open: brackets with a name of something in them, braces, XXX, TBD, lorem ipsum. 10 each. */
export function slotHits({ text, parts }: Letter): readonly Hit[] {
  const own = [parts.subject, parts.greeting, ...parts.core, parts.signOff, ...parts.signature].filter((span) => span !== null)
  return own.flatMap(({ start, end }) =>
    openIn(text.slice(start, Math.min(end, start + 20_000))).map((found) => {
      const at = start + found.index
      return {
        points: 10,
        span: { start: at, end: at + found[0].length },
        sentence: -2 - at,
        family: 'slot',
        instead: 'Fill in what is meant here, or take it out.',
      }
    }),
  )
}

const filler =
  'your|my|their|the|insert|add|company|organi[sz]ation|employer|firm|first|last|full|name|manager|hiring|interviewer|recruiter|contact|role|position|job|title|date|day|time|month|topic|project|team|detail|specific|something|skill|number|phone|email|address|city|link|field|blank|salary|amount|placeholder|recipient|candidate|department|product|reason|achievement|example'

// Made when it is needed: to read it takes as long as to check a short letter.
const open = (): RegExp =>
  new RegExp(
    String.raw`\[(?:${filler})\b[^\]\n]{0,60}\]|\{\{?[^{}\n]{1,60}\}\}?|<<[^<>\n]{1,60}>>|<(?:${filler})\b[^<>@\n]{0,40}>|\((?:insert|add|fill in|your|company|interviewer|hiring manager)(?:'s)?(?: (?:the|your|company|name|role|date|here|title|interviewer|specific|detail))+[^()\n]{0,40}\)|\bx{3,}\b|\btb[dc]\b|\blorem ipsum\b|_{4,}|\$\{[^}\n]{1,40}\}`,
    'giu',
  )

const capitals = /\[[A-Z][A-Z_ ]{2,30}\]|%[A-Z_]{3,30}%|\b(?:INSERT|FIRST_?NAME|LAST_?NAME|COMPANY_?NAME|JOB_?TITLE|YOUR NAME)\b/g

// Without one of these there is nothing to find, and the long expressions need not be compiled.
const mayBeOpen = /[[{<(]|_{4}|x{3}|tb[dc]|lorem/i
const mayBeCapitals = /[[%]|[A-Z]{3}/

// What stands in quotation marks was read somewhere.
function openIn(own: string): readonly RegExpExecArray[] {
  const found = [...(mayBeOpen.test(own) ? own.matchAll(open()) : []), ...(mayBeCapitals.test(own) ? own.matchAll(capitals) : [])]
  if (found.length === 0) return []
  const quoted = quotedStretches(own, 0)
  return found.filter(({ index }) => !quoted.some(({ start, end }) => start < index && index < end)).slice(0, 10)
}
