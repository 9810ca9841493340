import { factLine } from '../formats/fact-line.js'
import { jsonOf } from '../formats/json.js'
import type { Exchange } from '../model/exchange.js'
import type { FactId } from '../model/opportunity.js'
import { safe } from '../model/safe.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { exportPages, heads } from './export/rows.js'
import type { ExportRow } from './export/rows.js'
import { oneOf } from './typed/given.js'

export interface ExportArgs {
  /** Everything, for `merge`. */
  readonly facts?: true
  readonly as?: string
  /** A file, or - for standard output, as without it. */
  readonly out?: string
  readonly raw?: true
  readonly yes?: true
  readonly json?: true
}

/** What was written, and where to; `file` null = standard output, where nothing else may stand. */
export interface ExportResult {
  readonly file: string | null
  readonly as: 'facts' | 'csv' | 'jsonl' | 'vcf'
  /** How many facts, opportunities or people. */
  readonly count: number
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store' | 'exchange' | 'outlet'>

/** A piece of the text, and how many it is of. */
type Piece = readonly [text: string, count: number]

/** Writes all facts, or a table of the opportunities, piece by piece. Throws Problem('usage') for what does not go together, Problem('failed') for a file that is there. */
export async function exportAll(world: World, args: ExportArgs): Promise<ExportResult> {
  const as = formOf(args)
  const file = args.out === undefined || args.out === '-' ? null : args.out
  if (args.json && file === null)
    throw new Problem('usage', 'An export is no answer in JSON.', {
      hint: 'For rows in JSON: followup export --as jsonl; with --out FILE, --json says what was written.',
      code: 'not-together',
    })
  const pieces = as === 'facts' ? factPieces(await world.exchange()) : await tablePieces(world, as, args.raw === true)
  const outlet = await world.outlet(file, args.yes === true)
  try {
    let count = 0
    for (const [text, more] of pieces) {
      outlet.write(text)
      count += more
    }
    outlet.done()
    return { file, as, count }
  } finally {
    outlet.drop()
  }
}

function formOf({ facts, as, raw }: ExportArgs): ExportResult['as'] {
  if (facts && (as !== undefined || raw))
    throw new Problem('usage', '--facts has a form of its own.', { hint: 'Leave out --as and --raw.', code: 'not-together' })
  return facts ? 'facts' : as === undefined ? 'csv' : oneOf(as, ['csv', 'jsonl', 'vcf'], '--as')
}

function* factPieces(exchange: Exchange): Generator<Piece> {
  let after: FactId | '' = ''
  for (;;) {
    const facts = exchange.after(after, 500)
    const last = facts.at(-1)
    if (!last) return
    yield [facts.map(factLine).join(''), facts.length]
    after = last.fact.id
  }
}

async function tablePieces(world: World, as: 'csv' | 'jsonl' | 'vcf', exact: boolean): Promise<Iterable<Piece>> {
  if (as === 'jsonl') return mapped(exportPages(world), (rows) => rows.map((row) => `${jsonOf(row)}\n`).join(''))
  if (as === 'vcf') {
    const { vcardOf } = await import('../formats/vcard-out.js')
    const people = world.store.contacts().map(({ contact, opportunities: [handle] }) => {
      const company = handle === undefined ? null : (world.store.match(handle)[0]?.company ?? null)
      return vcardOf(contact, company)
    })
    return [[people.join(''), people.length]]
  }
  const { csvOf } = await import('../formats/csv-out.js')
  const first: Piece = [csvOf([Object.values(heads)], { exact }), 0]
  const cells = (row: ExportRow): readonly string[] => Object.keys(heads).map((key) => cellOf(row[key as keyof ExportRow], exact))
  return after(
    first,
    mapped(exportPages(world), (rows) => csvOf(rows.map(cells), { exact })),
  )
}

/** The head, once it is certain that there is something to read below it. */
function* after(head: Piece, rest: Generator<Piece>): Generator<Piece> {
  const start = rest.next()
  yield head
  if (start.done !== true) yield start.value
  yield* rest
}

function* mapped<T>(pages: Iterable<readonly T[]>, textOf: (rows: readonly T[]) => string): Generator<Piece> {
  for (const rows of pages) yield [textOf(rows), rows.length]
}

function cellOf(value: ExportRow[keyof ExportRow], exact: boolean): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return exact ? text : safe(text)
}
