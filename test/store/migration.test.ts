import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

// Tomorrow's program: this one with a second schema, which fills a table and drops it again, so that migrating takes a while.
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'followup-migration-'))
const tomorrow = join(folder, 'tomorrow')
const old = join(folder, 'old.db')
const schema = `CREATE TABLE filled (seq INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
INSERT INTO filled WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000) SELECT n, hex(randomblob(40)) FROM n;
DROP TABLE filled;
CREATE TABLE mood (day TEXT PRIMARY KEY, word TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
const kills = 12

beforeAll(() => {
  for (const name of ['bin', 'src', 'scripts', 'data', 'package.json', 'tsconfig.json', 'LICENSE']) {
    cpSync(join(root, name), join(tomorrow, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(tomorrow, 'node_modules'))
  const source = join(tomorrow, 'src', 'store', 'schema.ts')
  const text = readFileSync(source, 'utf8')
  writeFileSync(source, text.replace('export const schemaVersion = 1', 'export const schemaVersion = 2'))
  const files = join(tomorrow, 'data', 'schema')
  writeFileSync(join(files, '002-mood.sql'), schema)
  const db = new Database(':memory:')
  db.exec(readFileSync(join(files, '001-store.sql'), 'utf8'))
  db.exec(schema)
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all() as {
    type: string
    name: string
    sql: string | null
  }[]
  db.close()
  writeFileSync(join(files, '002.structure'), `${rows.map(({ type, name, sql }) => `${type} ${name} ${sql ?? ''}`).join('\n')}\n`)
  expect(spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: tomorrow, encoding: 'utf8' }).stderr).toBe('')
  for (const company of ['Acme', 'Birch', 'Calder'])
    expect(run(root, old, ['log', company, '--at', '2027-03-01'])).toMatchObject({ status: 0 })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = (db: string): Record<string, string> => ({
  FOLLOWUP_DB: db,
  FOLLOWUP_NOW: '2027-03-02T09:00:00Z',
  TZ: 'UTC',
  HOME: folder,
})

function run(program: string, db: string, words: readonly string[]): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [join(program, 'bin', 'followup.js'), ...words], { env: environment(db), encoding: 'utf8' })
}

/** A copy of the old store in a folder of its own. */
function copyOf(name: string): string {
  mkdirSync(join(folder, name), { mode: 0o700 })
  copyFileSync(old, join(folder, name, 'store.db'))
  return join(folder, name, 'store.db')
}

/** Its schema, how many facts and companies it has, and whether it has the new table. */
function seen(db: string): { readonly schema: unknown; readonly facts: number; readonly mood: boolean } {
  const store = new Database(db)
  const facts = store.prepare('SELECT count(*) AS n FROM fact').get() as { n: number }
  const found = {
    schema: store.pragma('user_version', { simple: true }),
    facts: facts.n,
    mood: store.prepare("SELECT 1 FROM sqlite_master WHERE name = 'mood'").get() !== undefined,
  }
  store.close()
  return found
}

describe('a store of yesterday', () => {
  it('is brought up by six processes at once: one migrates, all answer, a backup of it is kept, and nothing is lost', async () => {
    const db = copyOf('together')
    const before = seen(db).facts
    const ended = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const child = spawn(process.execPath, [join(tomorrow, 'bin', 'followup.js'), 'log', `New ${String(index)}`, '--new'], {
          env: environment(db),
          stdio: 'ignore',
        })
        return new Promise((resolve) => child.on('close', resolve))
      }),
    )
    expect(ended).toEqual([0, 0, 0, 0, 0, 0])
    const now = seen(db)
    expect(now).toMatchObject({ schema: 2, mood: true })
    expect(now.facts).toBeGreaterThanOrEqual(before + 6)
    expect(readdirSync(`${db}.backups`).filter((name) => name.includes('migration'))).not.toEqual([])
    expect(run(tomorrow, db, ['doctor'])).toMatchObject({ status: 0 })
    expect(run(tomorrow, db, ['list']).stdout).toContain('calder')
  })

  it('is whole, old or new, wherever the migration is killed, and the next command goes on', async () => {
    const found = new Set<unknown>()
    for (let at = 0; at < kills; at += 1) {
      const db = copyOf(`killed-${String(at)}`)
      const before = seen(db)
      const child = spawn(process.execPath, [join(tomorrow, 'bin', 'followup.js'), 'due'], { env: environment(db), stdio: 'ignore' })
      const closed = new Promise((resolve) => child.on('close', resolve))
      await after(25 + at * 12)
      child.kill('SIGKILL')
      await closed
      const left = seen(db)
      found.add(left.schema)
      expect(left).toEqual({ schema: left.schema, facts: before.facts, mood: left.schema === 2 })
      expect(run(tomorrow, db, ['due'])).toMatchObject({ status: 0 })
      expect(seen(db)).toEqual({ schema: 2, facts: before.facts, mood: true })
      expect(existsSync(`${db}-journal`)).toBe(false)
    }
    expect(found.has(1)).toBe(true)
  }, 60_000)

  it('once brought up is refused by the program of yesterday, and not touched', () => {
    const db = copyOf('back')
    run(tomorrow, db, ['due'])
    const bytes = readFileSync(db)
    const { status, stderr } = run(root, db, ['due'])
    expect([status, String(stderr)]).toEqual([4, expect.stringContaining('was written by a newer followup (schema 2)')])
    expect(readFileSync(db).equals(bytes)).toBe(true)
  })
})
