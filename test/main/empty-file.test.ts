import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
let path: string
beforeEach(() => {
  session = startSession()
  path = join(session.folder, 'data', 'followup', 'followup.db')
  mkdirSync(join(session.folder, 'data', 'followup'), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, 1, 1)
})
afterEach(() => session.remove())

describe('a store file of 0 bytes', () => {
  it('is named as empty by what looks at it', async () => {
    const { code, out, err } = await session.run(['due'])
    expect({ code, err }).toEqual({
      code: 0,
      err: `${path} is an empty file; a store begins in it when you first record something.\nIf it held something before: followup backup --list\n`,
    })
    expect(out).toContain('Nothing here yet')
  })

  it('is said once to have been empty when a store is begun in it', async () => {
    const { code, err } = await session.run(['log', 'Acme'])
    expect({ code, err }).toEqual({
      code: 0,
      err: `${path} was an empty file; a new store was begun in it.\nIf it held something before: followup backup --list\n`,
    })
    expect((await session.run(['log', 'Beta'])).err).toBe('')
    expect((await session.run(['due'])).err).toBe('')
  })

  it('is no word to scripts and timers', async () => {
    for (const argv of [['due', '--json'], ['due', '--quiet'], ['remind']]) expect((await session.run(argv)).err).toBe('')
  })

  it('is no word of when another process has just made it', async () => {
    writeFileSync(path, '')
    expect((await session.run(['due'])).err).toBe('')
    expect((await session.run(['log', 'Acme'])).err).toBe('')
  })

  it('is another thing than no file', async () => {
    const fresh = startSession()
    expect((await fresh.run(['due'])).err).toBe('')
    expect((await fresh.run(['log', 'Acme'])).err).toBe('')
    fresh.remove()
  })
})
