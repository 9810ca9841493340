import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../src/store/connect.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'
import { shellWords } from '../support/transcript.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.at('2027-03-09T10:00', 'America/New_York')
  await session.run(['log', 'Acme', '--with', 'Dana Reyes <dana@acme.example>', '--at', 'mon 1 mar'])
})
afterEach(() => session.remove())

const store = (): string => join(session.folder, 'data', 'followup', 'followup.db')

/** What a disk, or a person with a tool, could do to a fact. */
function alter(path: string): void {
  const { db } = connect(path, { patience: 0 })
  db.exec(
    `BEGIN; INSERT INTO door VALUES (1); UPDATE fact SET data = replace(data, 'Dana', 'Dora') WHERE kind = 'met'; DELETE FROM door; COMMIT`,
  )
  db.close()
}

describe('of a store with an altered fact', () => {
  it('a backup is made, and says that it is not whole, where to look, and how it ends', async () => {
    await session.run(['backup'])
    alter(store())
    const { code, out, err } = await session.run(['backup'])
    expect([code, err]).toEqual([4, ''])
    expect(out).toMatch(/^Not whole {3}1 fact in it, as in the store, is not what was recorded: met\n +2027-03-01$/m)
    expect(out).toContain('followup doctor')
    expect(out).not.toContain('Put back')
    expect(await session.run(['backup', '--quiet'])).toMatchObject({ code: 4, out: expect.stringContaining('Not whole') })
    expect((await session.run(['backup', '--list'])).out).toMatch(/\d+ KB +\d+T\d+Z-altered\.db\s+\(not whole\)\n/)
    expect((await session.run(['restore'])).err).toMatch(/-asked\.db\b/)
  })

  it('the daily backup says so on the side, and the answer stays what it is', async () => {
    session.set({ FOLLOWUP_BACKUP: 'daily' })
    alter(store())
    const { code, out, err } = await session.run(['retire', 'acme'])
    expect([code, out.includes('Undo')]).toEqual([0, true])
    expect(err).toBe(
      'In the daily backup, as in the store, 1 fact is not what was recorded: met 2027-03-01.\nAll else is kept; "followup doctor" says more.\n',
    )
    expect(readdirSync(`${store()}.backups`)).toEqual(['20270309T150000000Z-altered.db'])
  })
})

describe('of a store that a restore replaced', () => {
  it('what was kept is listed as that, and is no backup to put back unasked', async () => {
    await session.run(['backup'])
    session.at('2027-03-09T11:00', 'America/New_York')
    expect((await session.run(['restore', '--yes'])).code).toBe(0)
    expect((await session.run(['backup', '--list'])).out).toMatch(
      /KB +20270309T160000000Z-replaced\.db\s+\(what a restore replaced\)\n.+Z-asked\.db/s,
    )
    expect((await session.run(['restore'])).err).toMatch(/-asked\.db\b/)
    expect((await session.run(['restore', '20270309T160000000Z-replaced.db', '--yes'])).code).toBe(0)
  })
})

describe('of a store that --db names', () => {
  it('every line to be typed names it too, quoted where it must be', async () => {
    const folder = join(session.folder, "Robin's folder")
    const db = join(folder, 'jobs.db')
    mkdirSync(folder)
    const onIt = (...words: readonly string[]): ReturnType<Session['run']> => session.run(['--db', db, ...words])
    await onIt('log', 'Orlo', '--at', 'mon 1 mar')
    const putBack = lineAfter('Put back', (await onIt('backup')).out)
    expect(putBack.slice(0, 4)).toEqual(['followup', '--db', db, 'restore'])
    await onIt('log', 'Later', '--at', 'tue 2 mar')
    expect((await onIt('restore')).err).toContain(`to go on: followup --db '${folder.replace("'", "'\\''")}/jobs.db' restore`)
    const undo = lineAfter('Undo', (await session.run(putBack.slice(1))).out)
    expect((await onIt('list')).out).not.toContain('later')
    expect((await session.run(undo.slice(1))).code).toBe(0)
    expect((await onIt('list')).out).toContain('later')
    expect((await session.run(['list'])).out).toContain('acme')
  })

  it('no line names one that --db does not', async () => {
    session.set({ FOLLOWUP_DB: store() })
    expect(lineAfter('Put back', (await session.run(['backup'])).out).slice(0, 2)).toEqual(['followup', 'restore'])
  })
})

function lineAfter(label: string, out: string): readonly string[] {
  return shellWords(new RegExp(`^${label}\\s+(.*)$`, 'm').exec(out)?.[1] ?? '')
}

describe('of a backup with an altered fact', () => {
  const bad = (): string => join(session.folder, 'bad.db')
  beforeEach(async () => {
    const { path } = JSON.parse((await session.run(['backup', '--json'])).out) as { readonly path: string }
    copyFileSync(path, bad())
    alter(bad())
  })

  it('a restore says before the yes what would be left out, and afterwards what was', async () => {
    alter(store())
    expect(await session.run(['restore', bad()])).toEqual({
      code: 2,
      out: '',
      err: `This puts ${bad()} in the place of your store, without 1 of its 3 facts, which is not what was recorded: met 2027-03-01.\nThe store as it is now is kept beside it; to go on: followup restore ${bad()} --yes\n`,
    })
    const { code, out, err } = await session.run(['restore', bad(), '--yes'])
    expect([code, err]).toEqual([4, ''])
    expect(out).toMatch(/^Put back +2 facts from /)
    expect(out).toContain('Left out    1 fact in it that is not what was recorded: met 2027-03-01')
    expect((await session.run(['show', 'acme'])).code).toBe(0)
  })

  it('a restore is refused, with or without the yes, where the store still has the fact as it was', async () => {
    for (const yes of [[], ['--yes']]) {
      const { code, err } = await session.run(['restore', bad(), ...yes])
      expect(code).toBe(4)
      expect(err).toContain('the store has 1 of them whole')
    }
    expect((await session.run(['contact'])).out).toContain('Dana Reyes')
  })
})
