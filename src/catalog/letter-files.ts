import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { letterKinds } from '../model/act.js'
import { slotNames } from '../model/letter.js'
import type { LetterBook, LetterTemplate } from '../model/letter.js'

type ShippedLetters = Pick<LetterBook, 'templates' | 'repairs'>

/** The letters of data/letters, once in a process; the files are ours and checked by a test. */
export function readShippedLetters(dataDir: string): ShippedLetters {
  const letters = shipped.get(dataDir) ?? readSource(join(dataDir, 'letters'))
  shipped.set(dataDir, letters)
  return letters
}

const shipped = new Map<string, ShippedLetters>()

function readSource(folder: string): ShippedLetters {
  const templates = letterKinds.flatMap((kind) =>
    filesIn(join(folder, kind)).map((file) => {
      const text = readFileSync(join(folder, kind, file), 'utf8')
      const read = readTemplate(text, { id: `${kind}/${nameOf(file)}`, own: false })
      if (typeof read === 'string') throw new Error(`a shipped letter is broken: ${kind}/${file}: ${read}`)
      return read
    }),
  )
  return { templates, repairs: parse(readFileSync(join(folder, 'repairs.yaml'), 'utf8')) as LetterBook['repairs'] }
}

const MOST_FILES = 100
const MOST_BYTES = 16 * 1024

/** The person's own letters in a folder; those that cannot be used are left out, with a sentence each. */
export function readOwnLetters(folder: string, fault: (one: LetterTemplate) => string | null): Pick<LetterBook, 'templates' | 'notices'> {
  const templates: LetterTemplate[] = []
  const notices: string[] = []
  for (const file of filesIn(folder).slice(0, MOST_FILES)) {
    const read = readOwn(join(folder, file), `own/${nameOf(file)}`)
    const wrong = typeof read === 'string' ? read : fault(read)
    if (typeof read !== 'string' && wrong === null) templates.push(read)
    else notices.push(`letters/${file}: ${wrong ?? ''}. The shipped letters are used until then.`)
  }
  return { templates, notices }
}

function readOwn(path: string, id: string): LetterTemplate | string {
  try {
    if (statSync(path).size > MOST_BYTES) return 'it is longer than 16 KB'
    return readTemplate(readFileSync(path, 'utf8'), { id, own: true })
  } catch {
    return 'it cannot be read'
  }
}

const PATTERN = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const HEAD = v.strictObject({
  kind: v.picklist(letterKinds),
  subject: v.union([PATTERN, v.pipe(v.array(PATTERN), v.minLength(1))]),
  slots: v.optional(v.array(v.picklist(slotNames)), []),
  words: v.tuple([v.pipe(v.number(), v.minValue(1)), v.pipe(v.number(), v.maxValue(300))]),
})

/** A template from its text: front matter between lines of `---`, then the body. A string says what is wrong. */
function readTemplate(text: string, { id, own }: Pick<LetterTemplate, 'id' | 'own'>): LetterTemplate | string {
  const parts = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(text)
  const [head, body] = [headOf(parts?.[1] ?? ''), (parts?.[2] ?? '').replaceAll('\r\n', '\n').trim()]
  if (head === null) return 'it does not begin with a head between two lines of ---'
  const read = v.safeParse(HEAD, head)
  if (!read.success) {
    const [at] = read.issues[0].path ?? []
    const key = typeof at?.key === 'string' ? at.key : 'the head'
    return `"${key}" is missing or does not fit; docs/letters.md says what it takes`
  }
  if (body === '') return 'it has no text'
  const { kind, subject, slots, words } = read.output
  return { id, own, kind, slots, words, subject: typeof subject === 'string' ? [subject] : subject, body }
}

function headOf(text: string): unknown {
  try {
    const value: unknown = parse(text, { logLevel: 'error' })
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.liquid'))
    .sort()
}

function nameOf(file: string): string {
  return file.replace(/\.liquid$/, '')
}
