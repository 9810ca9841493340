import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Problem } from '../../src/problem.js'
import { connect } from '../../src/store/connect.js'
import { linkOrCopy } from '../../src/store/place.js'
import { accessHint } from '../../src/store/trouble.js'
import { plainRules } from './support/rules.js'
import { draft, scene, start, type Scene } from './support/scene.js'

let here: Scene
beforeEach(() => {
  here = scene()
  const store = here.open()
  start(store, 'Acme', { id: 'c1', name: 'Dana' })
  store.close()
})
afterEach(() => {
  here.remove()
})

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    const { kind, code, message, hint } = error as Problem
    expect({ kind, code, hasHint: typeof hint === 'string' && hint.length > 10, oneLine: !message?.includes('\n') }).toEqual({
      kind: 'store',
      code,
      hasHint: true,
      oneLine: true,
    })
    return code
  }
  return 'no refusal'
}

const edit =
  (sql: string) =>
  (path: string): void => {
    const db = connect(path, { patience: 0 })
    db.db.exec(sql)
    db.db.close()
  }

const foreign: readonly (readonly [string, string, (path: string) => void])[] = [
  [
    'text',
    'not-a-store',
    (path) => {
      writeFileSync(path, 'my notes\n')
    },
  ],
  [
    'random bytes',
    'not-a-store',
    (path) => {
      writeFileSync(path, Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251)))
    },
  ],
  ['a database of another program', 'not-a-store', edit('PRAGMA application_id = 42')],
  ['a database of nobody', 'not-a-store', edit('PRAGMA application_id = 0; PRAGMA user_version = 0')],
  ['a newer schema', 'store-newer', edit('PRAGMA user_version = 99')],
  ['another table', 'store-structure', edit('CREATE TABLE evil (a)')],
  ['a trigger', 'store-structure', edit('CREATE TRIGGER evil AFTER INSERT ON fact BEGIN DELETE FROM meta; END')],
  [
    'a view that never ends',
    'store-structure',
    edit(
      'DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n (key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) SELECT key, key AS value FROM n',
    ),
  ],
  [
    'a damaged schema page',
    'store-damaged',
    (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xff, 100, 1100)
      writeFileSync(path, bytes)
    },
  ],
  [
    'half of its pages',
    'store-damaged',
    (path) => {
      truncateSync(path, 8192)
    },
  ],
]

describe('a file that is not to be used', () => {
  it.each(foreign)('%s: is refused (%s) by readers and writers, and not one byte changes', (_, code, make) => {
    make(here.path)
    const before = readFileSync(here.path)
    const neighbours = readdirSync(here.folder)
    for (const mode of ['read', 'write'] as const) {
      expect(refusal(() => here.open({ mode }).list({}))).toBe(code)
      expect(refusal(() => here.open({ mode }).record([draft('noted', { text: 'x' })]))).toBe(code)
      expect(
        here
          .open({ mode })
          .check()
          .some((finding) => !finding.ok && finding.hint !== null),
      ).toBe(true)
    }
    expect(readFileSync(here.path).equals(before)).toBe(true)
    expect(readdirSync(here.folder)).toEqual(neighbours)
  })

  it.each([
    [
      'a folder',
      (path: string) => {
        mkdirSync(path)
      },
    ],
    [
      'a pipe',
      (path: string) => {
        execFileSync('mkfifo', [path])
      },
    ],
    [
      'a link to nothing',
      (path: string) => {
        symlinkSync(`${path}-elsewhere`, path)
      },
    ],
  ])('%s: is refused', (_, make) => {
    const path = join(here.folder, 'odd.db')
    make(path)
    expect(refusal(() => here.open({ path }).list({}))).toBe('not-a-store')
    expect(refusal(() => here.open({ path }).record([draft('noted', { text: 'x' })]))).toBe('not-a-store')
  })

  it.each([' ', '\t', '\n', '\u00a0'])('a path that ends in a blank (%j): is refused, and nothing is made', (blank) => {
    const path = join(here.folder, `odd.db${blank}`)
    const before = readdirSync(here.folder)
    expect(refusal(() => here.open({ path }).list({}))).toBe('store-place')
    expect(refusal(() => here.open({ path }).record([draft('noted', { text: 'x' })]))).toBe('store-place')
    expect(refusal(() => here.open().backup(path))).toBe('store-place')
    expect(readdirSync(here.folder)).toEqual(before)
  })

  it('a device: is refused', () => {
    expect(refusal(() => here.open({ path: '/dev/null' }).list({}))).toBe('not-a-store')
  })

  it('a missing folder that the person named: is refused, and not made', () => {
    const path = join(here.folder, 'nowhere', 'f.db')
    expect(refusal(() => here.open({ path }).list({}))).toBe('store-folder')
    expect(refusal(() => here.open({ path }).record([draft('noted', { text: 'x' })]))).toBe('store-folder')
  })

  // Nothing can be created under /proc, whoever asks.
  const under = process.platform === 'linux' ? it : it.skip
  under('a folder in which no file can be made', () => {
    expect(refusal(() => start(here.open({ path: '/proc/followup.db' }), 'Acme', { id: 'c1', name: 'Dana' }))).toBe('store-place')
  })

  under('a folder in which no file can be made, nor a backup put back', () => {
    const store = here.open()
    const { path } = store.backup()
    const nowhere = here.open({ path: '/proc/followup/followup.db', makeFolder: true })
    expect(refusal(() => nowhere.restore(path))).toBe('store-place')
  })

  it('an empty file: counts as new', () => {
    const path = join(here.folder, 'empty.db')
    writeFileSync(path, '')
    const store = here.open({ path })
    expect(store.list({})).toEqual([])
    expect(readFileSync(path)).toHaveLength(0)
    chmodSync(path, 0o644)
    expect(start(store, 'Acme').handle).toBe('acme')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    store.close()
  })

  it('a changed byte inside a fact: is found by the check', () => {
    const bytes = readFileSync(here.path)
    bytes.write('Dxna', bytes.indexOf('"name":"Dana"') + 8)
    writeFileSync(here.path, bytes)
    const store = here.open()
    expect(
      store
        .check()
        .filter((one) => !one.ok)
        .map((one) => one.check),
    ).toContain('facts')
    store.close()
  })

  it('names the newest backup when the file is damaged', () => {
    const store = here.open()
    const { path } = store.backup()
    store.close()
    truncateSync(here.path, 8192)
    expect(() => here.open().list({})).toThrow(expect.objectContaining({ hint: expect.stringContaining(path) as unknown }))
  })
})

describe('a file that may not be used', () => {
  it('of my own: its mode is to be changed; of another: its owner; out of sight: its folder', () => {
    const mine = statSync(here.path).uid
    expect(accessHint(here.path, mine)).toContain(`chmod u+rw ${here.path}`)
    expect(accessHint(here.path, mine + 1)).toContain('sudo chown')
    expect(accessHint(join(here.folder, 'nowhere', 'x.db'), mine)).toContain('the folder must be yours')
  })
})

describe('a store that another process holds', () => {
  it('is waited for, and refused in words when it does not become free', () => {
    const other = connect(here.path, { patience: 0 })
    other.db.exec('BEGIN EXCLUSIVE')
    const store = here.open({ patience: 50 })
    expect(refusal(() => store.record([draft('noted', { text: 'x' })]))).toBe('store-busy')
    other.db.exec('ROLLBACK')
    expect(store.record([draft('noted', { text: 'x' })]).facts).toHaveLength(1)
    other.db.close()
    store.close()
  })
})

const mounted = (() => {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' })
    return process.getuid?.() === 0
  } catch {
    return false
  }
})()

// Mounting needs root; elsewhere these are skipped.
;(mounted ? describe : describe.skip)('a disk', () => {
  it('that cannot be written: is read, even under changed rules, and refuses writes', () => {
    execFileSync('mount', ['--bind', here.folder, here.folder])
    try {
      execFileSync('mount', ['-o', 'remount,bind,ro', here.folder])
      expect(here.open().match('acme')).toHaveLength(1)
      const changed = here.open({ rules: plainRules('changed') })
      expect(changed.match('acme')[0]?.outlook.playbook).toBe('changed')
      expect(refusal(() => here.open({ mode: 'write' }).list({}))).toBe('store-read-only')
      expect(refusal(() => here.open().record([draft('noted', { text: 'x' })]))).toBe('store-read-only')
    } finally {
      here.closeAll()
      execFileSync('umount', [here.folder])
    }
  })

  it('of their own under the backups, where no second name reaches: is copied to and from', () => {
    const folder = `${here.path}.backups`
    mkdirSync(folder)
    execFileSync('mount', ['--bind', folder, folder])
    try {
      const store = here.open()
      const { path } = store.backup()
      store.record([draft('noted', { text: 'x' })])
      const { kept } = store.restore(path)
      expect(store.history({})).toHaveLength(2)
      expect(here.open({ path: kept ?? '' }).history({})).toHaveLength(3)
      expect(readdirSync(here.folder)).toEqual(['followup.db', 'followup.db.backups'])
      linkOrCopy(path, join(here.folder, 'elsewhere.db'))
      expect(readFileSync(join(here.folder, 'elsewhere.db')).equals(readFileSync(path))).toBe(true)
      expect(() => {
        linkOrCopy(path, here.path)
      }).toThrow(expect.objectContaining({ code: 'EEXIST' }))
    } finally {
      here.closeAll()
      execFileSync('umount', [folder])
    }
  })

  it('that is full: keeps what was recorded, says so, and works again when there is room', () => {
    const folder = join(here.folder, 'small')
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder])
    try {
      const path = join(folder, 'f.db')
      const store = here.open({ path })
      let written = 0
      const fill = (): void => {
        for (;;) {
          store.record([draft('noted', { text: 'x'.repeat(2000) })])
          written++
        }
      }
      expect(refusal(fill)).toBe('disk-full')
      expect(store.history({})).toHaveLength(written)
      expect(refusal(() => store.backup())).toBe('disk-full')
      here.open().close()
      expect(() => here.open().backup(join(folder, 'copy.db'))).toThrow(`There is no room left on the disk of ${folder}/copy.db`)
      execFileSync('mount', ['-o', 'remount,size=4m', folder])
      store.record([draft('noted', { text: 'more' })])
      expect(store.history({})).toHaveLength(written + 1)
      store.close()
    } finally {
      here.closeAll()
      execFileSync('umount', [folder])
    }
  })
})

describe('a journal left by another', () => {
  it('does not keep a reader from answering', () => {
    writeFileSync(`${here.path}-journal`, 'not a journal')
    expect(here.open().match('acme')).toHaveLength(1)
  })
})
