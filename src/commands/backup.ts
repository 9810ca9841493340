import type { Instant } from '../model/day.js'
import type { Needs } from '../world.js'

export interface BackupArgs {
  readonly to?: string
  readonly list?: true
}

/** A backup that was made and checked. */
export interface BackupMade {
  readonly path: string
  readonly facts: number
}
/** The backups there are, newest first. */
export interface BackupList {
  readonly backups: readonly { readonly path: string; readonly bytes: number; readonly at: Instant }[]
}

/** Copies the store, or lists the copies; throws Problem('store') when the copy is not whole or its name is taken. */
export async function backup({ store }: Needs<'store'>, { to, list }: BackupArgs): Promise<BackupMade | BackupList> {
  return list ? { backups: store.backups() } : store.backup(to)
}
