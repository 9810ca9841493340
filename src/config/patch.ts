import { parse } from 'smol-toml'
import { Problem } from '../problem.js'

/**
 * The text of a TOML file in which one top-level name has another value (null: is not there), every other byte as it was.
 * Throws Problem('usage') for a text that is not TOML, Problem('failed') where the value stands in a way that cannot be replaced alone.
 */
export function withValue(text: string, name: string, value: string | null): string {
  const { [name]: before, ...rest } = parsed(text)
  const wanted = JSON.stringify(value === null ? rest : { ...rest, [name]: value }, sorted)
  const fits = (candidate: string): boolean => JSON.stringify(tried(candidate), sorted) === wanted
  const candidates = before === undefined ? additions(text, name, value) : changes(text, name, value)
  for (const candidate of candidates) if (fits(candidate)) return candidate
  throw new Problem('failed', `The line of ${name} cannot be changed without touching others.`, {
    hint: 'Change it by hand: followup config edit',
    code: 'config',
  })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text)
  } catch (error) {
    const { line } = error as { readonly line?: number }
    throw new Problem('usage', `The settings are not TOML${line === undefined ? '' : `, see line ${String(line)}`}.`, {
      hint: 'Mend them: followup config edit',
      code: 'config',
      cause: error,
    })
  }
}

function tried(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}

function* additions(text: string, name: string, value: string | null): Generator<string> {
  if (value === null) {
    yield text
    return
  }
  const lines = linesOf(text)
  const end = lines.at(-1)?.endsWith('\r\n') ? '\r\n' : '\n'
  const line = `${name} = ${JSON.stringify(value)}${end}`
  const whole = text === '' || text.endsWith('\n') ? text : `${text}${end}`
  yield whole + line
  // A name below a section's head would belong to the section.
  for (const [index, one] of lines.entries()) {
    if (/^[ \t]*\[/.test(one)) yield [...lines.slice(0, index), line, ...lines.slice(index)].join('')
  }
}

// A line that looks like the name's may be part of a longer text: only the parser knows, so it is asked about each.
function* changes(text: string, name: string, value: string | null): Generator<string> {
  const start = new RegExp(`^[ \\t]*(?:${name}|"${name}"|'${name}')[ \\t]*=[ \\t]*`, 'gm')
  for (const { index, 0: head } of text.matchAll(start)) {
    const from = index + head.length
    const old = VALUE.exec(text.slice(from))?.[0] ?? ''
    const after = text.slice(from + old.length)
    if (value === null) yield text.slice(0, index) + after.replace(/^[^\n]*\n?/, '')
    else yield text.slice(0, from) + JSON.stringify(value) + after
  }
}

// A text of several lines, of one line, or anything else up to a comment or the end of the line.
const VALUE =
  /^(?:"""(?:[^"\\]|\\[^]|"{1,2}(?!"))*"{3,5}|'''(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\r\n]*?(?=[ \t]*(?:#|\r?\n|$)))/

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

// The order of keys is not part of what a file says.
function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${String(value)}n`
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
