import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { connect } from '../../src/store/connect.js'
import type { OpenStore } from '../../src/store/open.js'
import type { Instant } from '../../src/model/day.js'
import { draft, scene, start, type Scene } from './support/scene.js'

let here: Scene
let store: OpenStore
beforeEach(() => {
  here = scene()
  store = here.open()
  start(store, 'Acme', { id: 'c1', name: 'Dana' })
})
afterEach(() => {
  here.remove()
})

const facts = (of: OpenStore): unknown => of.history({ retracted: true })
const note = (): unknown => store.record([draft('noted', { text: 'later' })])

describe('a backup', () => {
  it('holds all facts, is a store of its own, and leaves nothing else behind', () => {
    const made = store.backup()
    expect(made.facts).toBe(2)
    expect(store.backups().map((one) => one.path)).toEqual([made.path])
    expect(facts(here.open({ path: made.path }))).toEqual(facts(store))
    expect(readdirSync(`${here.path}.backups`)).toHaveLength(1)
  })

  it('goes where it is told, but over nothing, and through no link', () => {
    const to = join(here.folder, 'mine.db')
    expect(store.backup(to).path).toBe(to)
    expect(() => store.backup(to)).toThrow(/exists already/)
    symlinkSync(join(here.folder, 'elsewhere.db'), join(here.folder, 'link.db'))
    expect(() => store.backup(join(here.folder, 'link.db'))).toThrow(/exists already/)
    expect(existsSync(join(here.folder, 'elsewhere.db'))).toBe(false)
  })

  it('is made once a day after a write, once a week when the store is large, and never when turned off', () => {
    let day = 0
    const now = (): Instant => `2026-03-${String(10 + day).padStart(2, '0')}T09:00:00.000Z` as Instant
    const daily = here.open({ now })
    expect(daily.runDailyBackup()).toBeNull()
    daily.record([draft('noted', { text: 'x' })])
    expect(daily.runDailyBackup()?.path).toMatch(/20260310T090000000Z-daily\.db$/)
    expect(daily.runDailyBackup()).toBeNull()
    day = 1
    expect(daily.runDailyBackup()).not.toBeNull()
    const off = here.open({ now, backups: 'off' })
    off.record([draft('noted', { text: 'x' })])
    day = 2
    expect(off.runDailyBackup()).toBeNull()
    truncateSync(here.path, 64 * 1024 * 1024)
    expect(daily.runDailyBackup()).toBeNull()
  })

  it('clears away what a killed backup left, and rotates', () => {
    const left = join(`${here.path}.backups`, '.tmp-999999-x.db')
    mkdirSync(`${here.path}.backups`)
    writeFileSync(left, 'half')
    for (let count = 0; count < 12; count++) store.backup()
    expect(existsSync(left)).toBe(false)
    expect(store.backups()).toHaveLength(10)
  })

  it('of a store with an altered fact: is kept and marked, and never pushes out one that is whole', () => {
    const whole = Array.from({ length: 10 }, () => store.backup().path).reverse()
    alter(here.path, 'met')
    const made = store.backup()
    expect(made).toMatchObject({ facts: 2, altered: [{ kind: 'met', day: '2026-03-02' }] })
    expect(made.path).toMatch(/Z-altered\.db$/)
    for (let count = 0; count < 12; count++) store.backup()
    const listed = store.backups()
    expect(listed.filter((one) => one.whole).map((one) => one.path)).toEqual(whole)
    expect(listed.filter((one) => !one.whole)).toHaveLength(10)
    const [best = ''] = whole
    expect(store.check().find((one) => one.check === 'facts')).toMatchObject({ ok: false, hint: expect.stringContaining(best) as unknown })
    expect(store.check().find((one) => one.check === 'backups')).toMatchObject({ ok: false })
    expect(store.restore(best)).toMatchObject({ facts: 2, leftOut: [] })
    expect(store.backup().path).toMatch(/-asked\.db$/)
  })

  it.each([
    ['a folder that is not there', () => join(here.folder, 'nowhere', 'x.db'), 'its folder does not exist'],
    ['a file for a folder', () => join(here.path, 'x.db'), 'its folder does not exist'],
    ['a name that is too long', () => join(here.folder, 'x'.repeat(300)), 'the name is too long'],
  ])('told to go to %s: says so of that place', (_, to, why) => {
    expect(() => store.backup(to())).toThrow(
      expect.objectContaining({ kind: 'store', code: 'backup-place', message: `No copy can be written to ${to()}: ${why}` }),
    )
    expect(readdirSync(here.folder)).toEqual(['followup.db'])
  })

  it('may have as long a name as the disk allows', () => {
    expect(store.backup(join(here.folder, 'x'.repeat(255))).facts).toBe(2)
  })

  it('of a missing store: says there is none', () => {
    expect(() => here.open({ path: join(here.folder, 'none.db') }).backup()).toThrow(/no store/)
  })
})

describe('a restore', () => {
  it('brings the facts back and keeps what it replaced', () => {
    const { path } = store.backup()
    const before = facts(store)
    note()
    const { facts: count, kept } = store.restore(path)
    expect(count).toBe(2)
    expect(facts(store)).toEqual(before)
    expect(store.match('acme')).toHaveLength(1)
    expect(store.search('dana', 5)).toHaveLength(1)
    expect(store.check().filter((one) => !one.ok && one.check !== 'folder-mode')).toEqual([])
    expect(here.open({ path: kept ?? '' }).history({ retracted: true })).toHaveLength(3)
    expect(statSync(here.path).mode & 0o777).toBe(0o600)
    expect(store.backups().map((one) => one.path)).toEqual([kept, path])
  })

  it('works where the store is gone, damaged, or has a stale journal beside it', () => {
    const { path } = store.backup()
    store.close()
    for (const ruin of [
      () => {
        truncateSync(here.path, 5000)
      },
      () => {
        writeFileSync(here.path, 'nothing of a database')
      },
      () => {
        writeFileSync(`${here.path}-journal`, 'stale')
      },
    ]) {
      ruin()
      const again = here.open()
      expect(again.restore(path).facts).toBe(2)
      expect(again.match('acme')).toHaveLength(1)
      expect(existsSync(`${here.path}-journal`)).toBe(false)
      again.close()
    }
  })

  it('of a backup with an altered fact: takes all others, and names what it left out', () => {
    const met = store.history({}).find(({ fact }) => fact.kind === 'met')?.fact
    const { path } = store.backup()
    alter(path, 'met')
    alter(here.path, 'met')
    note()
    const leftOut = [{ id: met?.id, kind: 'met', day: '2026-03-02' }]
    expect(here.open().lookInto(path)).toEqual({ facts: 1, leftOut })
    const { kept, ...done } = store.restore(path)
    expect(done).toEqual({ facts: 1, leftOut })
    expect(store.history({}).map(({ fact }) => fact.kind)).toEqual(['opened'])
    expect(store.check().filter((one) => !one.ok && one.check !== 'folder-mode' && one.check !== 'backups')).toEqual([])
    expect(here.open({ path: kept ?? '' }).history({})).toHaveLength(3)
  })

  it('of a backup with an altered fact: takes the others where the store is gone or beyond reading', () => {
    const { path } = store.backup()
    alter(path, 'met')
    store.close()
    for (const ruin of [() => rmSync(here.path), () => truncateSync(here.path, 5000), () => writeFileSync(here.path, 'nothing')]) {
      ruin()
      const again = here.open()
      expect(again.restore(path)).toMatchObject({ facts: 1, leftOut: [{ kind: 'met' }] })
      again.close()
    }
  })

  it('of a store that is reached by a link: replaces the file at its end, and the link stays', () => {
    const link = join(here.folder, 'link.db')
    symlinkSync(here.path, link)
    const linked = here.open({ path: link })
    const { path } = linked.backup()
    expect(path.startsWith(`${here.path}.backups/`)).toBe(true)
    note()
    const { kept } = linked.restore(path)
    expect(readlinkSync(link)).toBe(here.path)
    expect(lstatSync(kept ?? '').isFile()).toBe(true)
    expect(here.open({ path: kept ?? '' }).history({})).toHaveLength(3)
    for (const of of [linked, here.open()]) expect(of.history({})).toHaveLength(2)
  })

  it('of a store that is reached by a link: finds the backups that earlier versions left beside the link', () => {
    const link = join(here.folder, 'link.db')
    symlinkSync(here.path, link)
    const { path } = store.backup()
    const old = join(`${link}.backups`, '20250101T090000000Z-daily.db')
    mkdirSync(`${link}.backups`)
    copyFileSync(path, old)
    const linked = here.open({ path: link })
    expect(linked.backups().map((one) => one.path)).toEqual([path, old])
    expect(linked.restore(old).facts).toBe(2)
    const ids = linked.match('acme').map((one) => one.id)
    expect(linked.forget({ kind: 'opportunity', ids }, { backups: true }).backupsRemoved).toBe(3)
    expect(readdirSync(`${link}.backups`)).toEqual([])
  })

  it('lets a process that had the old file open go on with the new one', () => {
    const other = here.open()
    expect(other.match('acme')).toHaveLength(1)
    const { path } = store.backup()
    note()
    store.restore(path)
    other.record([draft('noted', { text: 'after' })])
    expect(store.history({})).toHaveLength(3)
  })

  it('waits its turn: refused while another holds the store', () => {
    const { path } = store.backup()
    const other = connect(here.path, { patience: 0 })
    other.db.exec('BEGIN IMMEDIATE')
    const before = readFileSync(here.path)
    expect(() => here.open({ patience: 50 }).restore(path)).toThrow(/in use/)
    expect(readFileSync(here.path).equals(before)).toBe(true)
    other.db.close()
  })

  const hostile: readonly (readonly [string, (path: string) => void])[] = [
    [
      'is text',
      (path) => {
        writeFileSync(path, 'hello')
      },
    ],
    [
      'is empty',
      (path) => {
        writeFileSync(path, '')
      },
    ],
    [
      'is cut off',
      (path) => {
        truncateSync(path, 12_288)
      },
    ],
    [
      'has a fact changed by a byte',
      (path) => {
        const bytes = readFileSync(path)
        bytes.write('Dxna', bytes.indexOf('"name":"Dana"') + 8)
        writeFileSync(path, bytes)
      },
    ],
    [
      'has a trigger',
      (path) => {
        shell(path, 'CREATE TRIGGER evil AFTER INSERT ON meta BEGIN DELETE FROM door; END')
      },
    ],
    [
      'has a view for a table',
      (path) => {
        shell(path, 'DROP TABLE word; CREATE VIEW word AS SELECT 1 AS word, 2 AS opportunity')
      },
    ],
    [
      'is of another program',
      (path) => {
        shell(path, 'PRAGMA application_id = 7')
      },
    ],
    [
      'is from the future',
      (path) => {
        shell(path, 'PRAGMA user_version = 2000')
      },
    ],
    [
      'has no fact as it was recorded',
      (path) => {
        alter(path, 'met')
        alter(path, 'opened')
      },
    ],
    [
      'has a fact that no one recorded, and not one that the store has',
      (path) => {
        alter(path, 'met')
        shell(
          path,
          "INSERT INTO fact (id, command, day, zone, east, recorded, kind, data, checksum) VALUES ('a', 'a', '2026-01-01', 'UTC', 0, 'x', 'noted', '{}', 'y')",
        )
      },
    ],
  ]
  it.each(hostile)('refuses a backup that %s, with the store as it was', (_, spoil) => {
    const path = join(here.folder, 'bad.db')
    copyFileSync(store.backup().path, path)
    spoil(path)
    const before = readFileSync(here.path)
    expect(() => store.restore(path)).toThrow(expect.objectContaining({ kind: 'store' }))
    expect(readFileSync(here.path).equals(before)).toBe(true)
    expect(readdirSync(`${here.path}.backups`)).toHaveLength(1)
    expect(store.match('acme')).toHaveLength(1)
  })

  it.each([
    ['a text', 'txt.db', 'is not a followup store'],
    ['a folder', '', 'is a folder, not a store'],
    ['nothing', 'none.db', 'does not exist'],
    ['in no folder', 'nowhere/none.db', 'does not exist'],
    ['a name that is too long', 'x'.repeat(300), 'cannot be read'],
  ])('of %s: says so of the file, and where the backups are', (_, name, what) => {
    writeFileSync(join(here.folder, 'txt.db'), 'hello')
    const from = join(here.folder, name)
    const refused = expect.objectContaining({
      code: 'backup-unfit',
      message: `${from} ${what}`,
      hint: expect.stringContaining('followup backup --list') as unknown,
    })
    expect(() => store.restore(from)).toThrow(refused)
    expect(() => store.lookInto(from)).toThrow(refused)
  })

  it('over a newer store: is refused, and says which followup this is', () => {
    const { path } = store.backup()
    store.close()
    shell(here.path, 'PRAGMA user_version = 9')
    const refused = expect.objectContaining({ code: 'store-newer', hint: expect.stringContaining('followup 1.2.3,') as unknown })
    expect(() => here.open({ version: '1.2.3' }).restore(path)).toThrow(refused)
    expect(() => here.open({ version: '1.2.3' }).lookInto(path)).toThrow(refused)
  })

  it('refuses to replace a database of another program', () => {
    const { path } = store.backup()
    store.close()
    shell(here.path, 'PRAGMA application_id = 7')
    expect(() => here.open().restore(path)).toThrow(/another program/)
  })

  it('takes the facts only: caches that lie are made anew', () => {
    const { path } = store.backup()
    shell(path, "UPDATE opportunity SET company = 'Lies Inc'; DELETE FROM word; INSERT INTO retracted VALUES (1)")
    store.restore(path)
    expect(store.match('acme')[0]?.company).toBe('Acme')
  })
})

describe('the check', () => {
  it('finds caches that disagree, open modes and copies left by a sync program', () => {
    store.backup()
    store.close()
    shell(here.path, "UPDATE opportunity SET company = 'Lies Inc'")
    writeFileSync(join(here.folder, 'followup (conflicted copy).db'), '')
    utimesSync(here.path, 0, 0)
    const wrong = here
      .open()
      .check()
      .filter((one) => !one.ok)
    expect(wrong.map((one) => one.check)).toEqual(['caches', 'neighbours'])
    expect(wrong.every((one) => one.hint !== null)).toBe(true)
    here.open().rebuild()
    expect(
      here
        .open()
        .check()
        .filter((one) => !one.ok)
        .map((one) => one.check),
    ).toEqual(['neighbours'])
  })
})

// What a mistake of a disk or of a person with a tool could do to a fact.
function alter(path: string, kind: string): void {
  shell(
    path,
    `BEGIN; INSERT INTO door VALUES (1); UPDATE fact SET data = replace(data, 'a', 'e') WHERE kind = '${kind}'; DELETE FROM door; COMMIT`,
  )
}

function shell(path: string, sql: string): void {
  const db = connect(path, { patience: 0 })
  db.db.exec(sql)
  db.db.close()
}
