import { closeSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../disk/make-folder.js'
import type { Instant } from '../model/day.js'
import type { BackedUp } from '../model/store.js'
import { Problem } from '../problem.js'
import { connect, type Connection, WARY } from './connect.js'
import { backupFolder, freeName, listBackups, type Home, type Occasion } from './copies.js'
import { codeOf, linkOrCopy, requireName, syncPath } from './place.js'
import { expired } from './rotation.js'
import { countFacts, readFacts, requireSound, type Held } from './sound.js'
import { copying } from './trouble.js'

/** What is to be copied, and where to; without `to` among the backups of the store. */
export interface BackupOrder extends Home {
  readonly at: Instant
  readonly occasion: Occasion
  readonly to?: string | undefined
}

/**
 * A copy of the open store that was opened, checked, counted and synced before it got its name; facts in it that are not what was recorded are named,
 * and then the copy's name says so and no other makes room for it. Throws Problem('store') when the file is not whole.
 */
export function takeBackup(connection: Connection, order: BackupOrder): BackedUp {
  return copying(order.to ?? backupFolder(order.path), () => copyOut(connection, order))
}

function copyOut(connection: Connection, order: BackupOrder): BackedUp {
  const { path, to } = order
  if (to === undefined) makeFolder(backupFolder(path))
  if (to !== undefined) requireName(to)
  if (to !== undefined && existsSync(to)) throw taken(to)
  const free = (whole: boolean): string => to ?? freeName(path, { ...order, whole })
  const draft = join(dirname(free(true)), `.tmp-${process.pid}-backup`)
  try {
    const { facts, altered } = copyInto(connection, draft)
    const whole = altered.length === 0
    syncPath(draft)
    const target = named(draft, () => free(whole))
    syncPath(dirname(target))
    if (to === undefined) rotate(order, whole)
    return { path: target, facts, altered: altered.map(({ id, kind, day }) => ({ id, kind, day })) }
  } finally {
    rmSync(draft, { force: true })
    rmSync(`${draft}-journal`, { force: true })
  }
}

/** Gives the draft its name, over nothing that is there; of names that are free another process may take one first. */
function named(draft: string, free: () => string): string {
  for (;;) {
    const target = free()
    try {
      linkOrCopy(draft, target)
      return target
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if (free() === target) throw taken(target)
    }
  }
}

// VACUUM INTO follows links and makes files others can read: so the file is made first, by us, and is new.
function copyInto(connection: Connection, draft: string): Held {
  rmSync(draft, { force: true })
  closeSync(openSync(draft, 'wx', 0o600))
  const before = countFacts(connection)
  connection.db.exec('PRAGMA query_only = OFF')
  connection.run('VACUUM INTO ?', draft)
  const copy = connect(draft, { patience: 0, readonly: true })
  try {
    copy.db.exec(WARY)
    requireSound(copy, draft)
    const held = readFacts(copy)
    if (held.facts < before || held.facts > countFacts(connection))
      throw new Error(`the backup has ${held.facts} facts, the store ${before}`)
    return held
  } finally {
    copy.db.close()
  }
}

// Each kind makes room for its own: a copy with altered facts in it never costs one that is whole.
function rotate(order: BackupOrder, whole: boolean): void {
  const { path, at } = order
  const kind = listBackups(order).filter((one) => one.whole === whole)
  for (const old of expired(kind, at)) rmSync(old.path, { force: true })
  for (const name of readdirSync(backupFolder(path))) {
    const pid = Number(/^\.tmp-(\d+)-/.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isRunning(pid)) rmSync(join(backupFolder(path), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function taken(target: string): Problem {
  return new Problem('failed', `${target} exists already`, {
    hint: 'Nothing was written; give a name that is not taken.',
    code: 'backup-exists',
  })
}
