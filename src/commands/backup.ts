import type { Instant } from '../model/day.js'
import type { BackedUp, CopyKept } from '../model/store.js'
import { localIn } from '../rules/zones.js'
import type { Needs } from '../world.js'
import { momentWords } from './typed/moments.js'

export interface BackupArgs {
  readonly to?: string
  readonly list?: true
}

/** A backup that was made and checked. */
export interface BackupMade extends BackedUp {
  /** The line that puts it in the place of the store; null when facts in it are not what was recorded. */
  readonly putBack: string | null
  /** The line that says what to do then. */
  readonly look: string | null
}
/** The copies there are, newest first; `when` is the day and time on my clock, in words. */
export interface BackupList {
  readonly backups: readonly (CopyKept & { readonly when: string })[]
}

/** Copies the store, or lists the copies; throws Problem('store') when the file of the copy is not whole or its name is taken. */
export async function backup({ store, clock }: Needs<'store' | 'clock'>, { to, list }: BackupArgs): Promise<BackupMade | BackupList> {
  if (!list) {
    const made = store.backup(to)
    const isWhole = made.altered.length === 0
    return { ...made, putBack: isWhole ? restoreLine(store, made.path) : null, look: isWhole ? null : store.line(['doctor']) }
  }
  const { zone, today } = clock
  const whenOf = (at: Instant): string => momentWords({ ...localIn(zone, Date.parse(at)), zone }, today)
  return { backups: store.backups().map((one) => ({ ...one, when: whenOf(one.at) })) }
}

/** The line that puts a copy in the place of the store, to be typed as it stands. */
export function restoreLine({ line }: Pick<Needs<'store'>['store'], 'line'>, path: string): string {
  return line(['restore', path, '--yes'])
}
