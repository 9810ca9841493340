import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Finding, StoreRules } from '../model/store.js'
import { isProblem } from '../problem.js'
import { cacheLines } from './caches.js'
import { connect, type Connection, WARY } from './connect.js'
import { backupFolder, listBackups, type Home } from './copies.js'
import { digest } from './digest.js'
import { rebuildCaches } from './judging.js'
import { memoryCopy } from './session.js'
import { readFacts, requireSound } from './sound.js'
import { immediately } from './transaction.js'

/** A store, and how a line is typed that means it. */
interface Looked extends Home {
  readonly line: (words: readonly string[]) => string
}

/** What can be said of a store that opens: its structure, facts, caches, file modes, neighbours and backups. */
export function checkStore(connection: Connection, home: Looked, rules: StoreRules): readonly Finding[] {
  const { path } = home
  const facts = checksums(connection, home)
  // Of facts that are not what was recorded no look-ups can be worked out.
  const lookUps = facts.ok ? [caches(connection, path, rules)] : []
  return [integrity(connection, home), facts, ...lookUps, ...modes(path), neighbours(path), backups(home)]
}

/** The finding of a store that does not open, from the reason. */
export function failure(error: unknown, home: Looked): Finding {
  if (!isProblem(error)) throw error
  return { check: 'store', ok: false, says: error.message, hint: error.code === 'store-damaged' ? wholeBackup(home) : error.hint }
}

/** The finding of a store in which nothing is recorded: well, unless copies of it tell of another time. */
export function emptiness(home: Looked): Finding {
  const { path } = home
  if (listBackups(home).length > 0)
    return { check: 'store', ok: false, says: `${path} holds nothing, and it has backups`, hint: wholeBackup(home) }
  return { check: 'store', ok: true, says: `there is no store at ${path} yet; it is made when you first record something`, hint: null }
}

// One digest of all caches.
function cacheDigest(connection: Connection): string {
  let sum = ''
  for (const line of cacheLines(connection)) sum = digest(sum + line)
  return sum
}

function finding(check: string, wrong: string | null, words: { readonly fine: string; readonly hint: string }): Finding {
  return wrong === null ? { check, ok: true, says: words.fine, hint: null } : { check, ok: false, says: wrong, hint: words.hint }
}

function integrity(connection: Connection, { line }: Looked): Finding {
  const rows = connection.all<{ integrity_check: string }>('PRAGMA integrity_check(5)').map((row) => row.integrity_check)
  const wrong = rows.length === 1 && rows[0] === 'ok' ? null : `the file is damaged: ${rows.join('; ')}`
  const hint = `Bring back the newest backup with "${line(['restore'])}"; the file as it is now is kept.`
  return finding('integrity', wrong, { fine: 'the file is whole', hint })
}

function checksums(connection: Connection, home: Looked): Finding {
  const { facts, altered } = readFacts(connection)
  const some = altered.slice(0, 3).map((one) => one.id)
  const wrong = altered.length === 0 ? null : `${altered.length} of ${facts} facts are not what was recorded: ${some.join(', ')}`
  return finding('facts', wrong, { fine: `${facts} facts, each as it was recorded`, hint: wholeBackup(home) })
}

// A copy of the store as it is holds what is wrong with it.
function wholeBackup(home: Looked): string {
  const best = listBackups(home).find((one) => one.whole && faultOf(one.path) === null)
  if (!best)
    return 'No backup beside the store is whole; keep a copy of the file. One from elsewhere is put back with "followup restore FILE".'
  return `"${home.line(['restore', best.path])}" puts back the newest backup that is whole, and keeps the file as it is now.`
}

function caches(connection: Connection, path: string, rules: StoreRules): Finding {
  const copy = memoryCopy(path)
  try {
    immediately(copy, 0, () => rebuildCaches({ connection: copy, rules }))
    const wrong = cacheDigest(copy) === cacheDigest(connection) ? null : 'what is kept ready for look-ups differs from the facts'
    return finding('caches', wrong, { fine: 'look-ups agree with the facts', hint: 'Run "followup doctor --rebuild"; no fact is touched.' })
  } finally {
    copy.db.close()
  }
}

function modes(path: string): readonly Finding[] {
  const wanted: readonly (readonly [string, string, number])[] = [
    ['file-mode', path, 0o600],
    ['folder-mode', dirname(path), 0o700],
    ['backup-mode', backupFolder(path), 0o700],
  ]
  return wanted
    .filter(([, target]) => existsSync(target))
    .map(([check, target, mode]) => {
      const found = statSync(target).mode
      const open = (found & 0o077) !== 0
      return finding(check, open ? `other users of this machine may look into ${target}` : null, {
        fine: `${target} is yours alone`,
        hint: isCommonPlace(found) ? 'Keep the store in a folder of your own.' : `Close it with "chmod ${mode.toString(8)} ${target}".`,
      })
    })
}

// A folder such as /tmp, where everybody writes and nobody takes away what is another's (the sticky bit).
function isCommonPlace(mode: number): boolean {
  return (mode & 0o1000) !== 0
}

// What file-sync programs leave behind, and companions that an idle store never has.
function neighbours(path: string): Finding {
  const name = basename(path)
  const stem = name.replace(/\.[^.]*$/, '')
  const odd = readdirSync(dirname(path)).filter(
    (one) => one !== name && one.startsWith(stem) && (/conflict/i.test(one) || one === `${name}-wal` || one === `${name}-shm`),
  )
  return finding('neighbours', odd.length === 0 ? null : `there are files beside the store that should not be: ${odd.join(', ')}`, {
    fine: 'no other copies lie beside the store',
    hint: 'Keep the store out of synced folders and put only backups there; compare before you delete anything.',
  })
}

function backups(home: Looked): Finding {
  const newest = listBackups(home)[0]
  const hint = 'Make one now with "followup backup".'
  if (!newest) return { check: 'backups', ok: false, says: 'there is no backup yet', hint }
  return finding('backups', faultOf(newest.path), {
    fine: `newest backup: ${join(basename(dirname(newest.path)), basename(newest.path))}`,
    hint: newest.whole ? hint : wholeBackup(home),
  })
}

function faultOf(path: string): string | null {
  try {
    const backup = connect(path, { patience: 0, readonly: true })
    try {
      backup.db.exec(WARY)
      requireSound(backup, path)
      const { facts, altered } = readFacts(backup)
      return altered.length === 0 ? null : `${altered.length} of ${facts} facts in the newest backup are not what was recorded: ${path}`
    } finally {
      backup.db.close()
    }
  } catch {
    return `the newest backup cannot be read: ${path}`
  }
}
