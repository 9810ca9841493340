import { factReader } from '../formats/fact-line.js'
import type { Compared, Incoming, Merged, Received } from '../model/exchange.js'
import { Problem } from '../problem.js'
import { foldName } from '../rules/names.js'
import { isZone } from '../rules/zones.js'
import type { Line } from '../model/lines.js'
import type { Needs } from '../world.js'
import { restoreLine } from './backup.js'

export interface MergeArgs {
  /** A path, or - for standard input. */
  readonly file: string
  readonly dryRun?: true
}

/** What came of a merge, or would. */
export interface MergeResult extends Compared {
  readonly file: string
  readonly dryRun: boolean
  /** Handles of what was opened elsewhere. */
  readonly opened: readonly string[]
  /** What is called otherwise from now on. */
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly company: string; readonly role: string | null }[]
  /** Companies of which both had an open opportunity, with the handles of both. */
  readonly twice: readonly { readonly company: string; readonly handles: readonly string[] }[]
  /** People whom both had met. */
  readonly doubled: readonly string[]
  /** The line that brings back the store as it was; null where nothing was on record, or nothing was merged. */
  readonly undo: string | null
}

/**
 * Adds the facts of another store that are not on record here, after a backup, all or none of them. Throws Problem('failed') with the number of the line that
 * cannot be merged.
 */
export async function merge(
  { store, exchange, readLines }: Needs<'store' | 'exchange' | 'readLines'>,
  { file, dryRun }: MergeArgs,
): Promise<MergeResult> {
  const lines = await readLines(file)
  const received = (await exchange()).receive(factsIn(lines(), factReader(isZone)))
  try {
    return joined(store, received, { file, dryRun: dryRun === true })
  } finally {
    received.drop()
  }
}

function joined(store: Store, received: Received, { file, dryRun }: Pick<MergeResult, 'file' | 'dryRun'>): MergeResult {
  const told = received.compare()
  const nothing = { opened: [], renamed: [], twice: [], doubled: [], undo: null }
  const isEmpty = store.newest() === null
  if (dryRun || (told.fresh === 0 && isEmpty)) return { file, dryRun, ...told, ...nothing }
  const undo = told.fresh === 0 || isEmpty ? null : restoreLine(store, wholeBackup(store))
  const { opened, renamed, doubled, ...counts } = received.merge()
  return {
    ...{ file, dryRun, ...counts, doubled, undo },
    opened: opened.map(({ handle }) => handle),
    renamed: renamed.map(({ id, from, to }) => {
      const row = store.row(id)
      return { from, to, company: row?.company ?? to, role: row?.role ?? null }
    }),
    twice: isEmpty ? [] : twiceIn(store, opened),
  }
}

function* factsIn(lines: Iterable<Line>, read: (text: string, line: number) => Incoming): Generator<Incoming> {
  for (const { text, number } of lines) if (text.trim() !== '') yield read(text, number)
}

type Store = Needs<'store'>['store']

function wholeBackup(store: Store): string {
  const { path, altered } = store.backup()
  if (altered.length === 0) return path
  throw new Problem('store', 'Some facts on record here are not what was recorded, so nothing was merged', {
    hint: `"${store.line(['doctor'])}" says what to do first.`,
    code: 'store-damaged',
  })
}

/** Where one company is open from both. */
function twiceIn(store: Store, opened: Merged['opened']): MergeResult['twice'] {
  const fresh = new Set(opened.map(({ id }) => id))
  const found = new Map<string, { company: string; handles: string[] }>()
  for (const { id } of opened) {
    const row = store.row(id)
    if (!row || row.closed) continue
    const folded = foldName(row.company)
    const here = store.atCompany(row.company).filter((one) => !one.closed && !fresh.has(one.id) && foldName(one.company) === folded)
    if (here.length === 0) continue
    const handles = [...here.map((one) => one.handle), ...(found.get(folded)?.handles ?? []), row.handle]
    found.set(folded, { company: row.company, handles: [...new Set(handles)].sort() })
  }
  return [...found.values()]
}
