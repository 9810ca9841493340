import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { environmentIn, startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'followup.js')
let session: Session

beforeEach(() => {
  session = startSession()
  session.at('2027-03-02T17:00', 'America/New_York')
})
afterEach(() => session.remove())

async function said(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await session.run(argv)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

async function five(): Promise<void> {
  for (const company of ['Acme', 'Bell', 'Corvid', 'Delmar', 'Elm'])
    await said(
      'log',
      company,
      '--with',
      `Dana Reyes <dana@${company.toLowerCase()}.example>`,
      '--at',
      '2027-02-22',
      '--country',
      'US',
      '--quiet',
    )
}

/** How many acts one process of the real program is told of. */
function processOf(folder: string): Promise<number> {
  const env = { ...environmentIn(folder), HOME: folder, PATH: '/usr/bin:/bin', FOLLOWUP_NOW: '2027-03-02T17:00', TZ: 'America/New_York' }
  const child = spawn(process.execPath, [bin, 'due', '--since-last-run', '--json'], { env })
  let out = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve(code === 0 ? (JSON.parse(out) as { due: unknown[] }).due.length : NaN)),
  )
}

describe('due --since-last-run', () => {
  it('tells each act to one of twenty that ask at once', async () => {
    await five()
    const told = await Promise.all(Array.from({ length: 20 }, () => processOf(session.folder)))
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(5)
  }, 60_000)

  it('has marks of its own: a reminder still says all, and knows of no run before it', async () => {
    await five()
    expect(await said('due', '--since-last-run', '--count')).toBe('5\n')
    expect(JSON.parse(await said('remind', '--since-last-run', '--json'))).toMatchObject({ last: null, due: { length: 5 } })
    expect(await said('due', '--since-last-run', '--count')).toBe('0\n')
  })

  it('records no fact', async () => {
    await five()
    const before = await said('history', '--json')
    await said('due', '--since-last-run')
    expect(await said('history', '--json')).toBe(before)
  })

  // Modes do not bind root, and a root that may not mount has no other way to make a folder read-only.
  const sealable = process.getuid?.() !== 0 || spawnSync('unshare', ['-m', 'true']).status === 0
  ;(sealable ? it : it.skip)('where the store can only be read, one sentence', async () => {
    await five()
    const release = sealed(join(session.folder, 'data', 'followup'))
    try {
      const { code, out, err } = await session.run(['due', '--since-last-run'])
      expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 4, out: '', lines: 3 })
    } finally {
      release()
    }
  })
})

/** Makes a folder read-only until the returned function is called: by its modes, and to root by a mount. */
function sealed(folder: string): () => void {
  if (process.getuid?.() === 0) {
    execFileSync('mount', ['--bind', folder, folder])
    execFileSync('mount', ['-o', 'remount,bind,ro', folder])
    return () => void execFileSync('umount', [folder])
  }
  chmodSync(join(folder, 'followup.db'), 0o400)
  chmodSync(folder, 0o500)
  return () => {
    chmodSync(folder, 0o700)
  }
}
