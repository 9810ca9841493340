import { alteredNames } from '../model/altered.js'
import type { PutBack, Salvage } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { restoreLine } from './backup.js'

export interface RestoreArgs {
  /** A path, or the name of a backup as "followup backup --list" shows it; absent = the newest that is whole. */
  readonly file?: string
  readonly yes?: true
}

/** What was put back, and where the store it replaced is kept. */
export interface RestoreResult extends PutBack {
  readonly from: string
  /** The line that brings that one back. */
  readonly undo: string | null
}

/** Puts a backup in the place of the store once the person has said yes. Throws Problem('store') for what is no backup, Problem('usage') without the yes. */
export async function restore({ store }: Needs<'store'>, { file, yes }: RestoreArgs): Promise<RestoreResult> {
  const copies = store.backups()
  const backups = copies.filter((one) => !one.replaced)
  const from =
    file === undefined
      ? (backups.find((one) => one.whole) ?? backups[0])?.path
      : (copies.find((one) => one.path.endsWith(`/${file}`))?.path ?? file)
  if (from === undefined)
    throw new Problem('failed', 'There is no backup to put back.', { hint: 'Name a file: followup restore FILE --yes', code: 'no-backup' })
  if (!yes) throw needsYes(from, { ...store.lookInto(from), goOn: restoreLine(store, from) })
  const done = store.restore(from)
  return { from, ...done, undo: done.kept === null ? null : restoreLine(store, done.kept) }
}

function needsYes(from: string, { facts, leftOut, goOn }: Salvage & { readonly goOn: string }): Problem {
  const count = leftOut.length
  const without =
    count === 0
      ? ''
      : `, without ${count} of its ${facts + count} facts, which ${count === 1 ? 'is' : 'are'} not what was recorded: ${alteredNames(leftOut)}`
  return new Problem('usage', `This puts ${from} in the place of your store${without}.`, {
    hint: `The store as it is now is kept beside it; to go on: ${goOn}`,
    code: 'needs-yes',
  })
}
