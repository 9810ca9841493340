import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { letterKinds } from '../model/act.js'
import { slotNames } from '../model/letter.js'
import type { LetterBook, LetterTemplate } from '../model/letter.js'

/** Where letters lie: `dataDir` is data/, `built` is dist/ of a built program (null: read the sources), a person's own are in `own`. */
export interface LetterPlaces {
  readonly dataDir: string
  readonly built: string | null
  readonly own: string
}

/** All letters, the person's own first; `fault` says what is wrong with a template. A file that cannot be used is left out, with a sentence. */
export function loadLetters({ dataDir, built, own }: LetterPlaces, fault: (one: LetterTemplate) => string | null): LetterBook {
  const shipped = built === null ? readSource(dataDir) : readBuilt(built)
  const templates = Object.entries(shipped.letters).map(([id, text]) => readTemplate(text, { id, own: false }))
  const broken = templates.find((one) => typeof one === 'string')
  if (broken !== undefined) throw new Error(`a shipped letter is broken: ${broken}`)
  const mine = ownLetters(own, fault)
  return {
    templates: [...mine.templates, ...templates.filter((one) => typeof one !== 'string')],
    repairs: shipped.repairs,
    notices: mine.notices,
  }
}

interface Shipped {
  readonly letters: Readonly<Record<string, string>>
  readonly repairs: Readonly<Record<string, string>>
}

function readBuilt(dist: string): Shipped {
  return JSON.parse(readFileSync(join(dist, 'letters.json'), 'utf8')) as Shipped
}

function readSource(dataDir: string): Shipped {
  const folder = join(dataDir, 'letters')
  const letters = letterKinds.flatMap((kind) =>
    filesIn(join(folder, kind)).map((file) => [`${kind}/${file.replace(/\.liquid$/, '')}`, readFileSync(join(folder, kind, file), 'utf8')]),
  )
  return {
    letters: Object.fromEntries(letters) as Shipped['letters'],
    repairs: parse(readFileSync(join(folder, 'repairs.yaml'), 'utf8')) as Shipped['repairs'],
  }
}

const MOST_FILES = 100
const MOST_BYTES = 16 * 1024

function ownLetters(folder: string, fault: (one: LetterTemplate) => string | null): Pick<LetterBook, 'templates' | 'notices'> {
  const templates: LetterTemplate[] = []
  const notices: string[] = []
  for (const file of filesIn(folder).slice(0, MOST_FILES)) {
    const read = readOwn(join(folder, file), `own/${file.replace(/\.liquid$/, '')}`)
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
