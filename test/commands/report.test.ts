import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { putProgram } from '../support/machine.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
const file = (name: string): string => join(session.folder, name)

beforeEach(async () => {
  session = startSession()
  session.at('2027-03-02T17:00', 'America/New_York')
  await session.run(['log', 'Acme Controls', '--at', '2027-02-22', '--country', 'US', '--quiet'])
})
afterEach(() => session.remove())

describe('report', () => {
  it('is printed where no person reads it, and as data with --json', async () => {
    const printed = await session.run(['report'])
    expect(printed.out).toMatch(/^<!doctype html>/)
    expect((await session.run(['report', '--out', '-'])).out).toBe(printed.out)
    const data = JSON.parse((await session.run(['report', '--json'])).out) as { page: object }
    expect(data.page).toMatchObject({ asOf: '2027-03-02', counts: { due: 1, open: 1 }, timelines: [{ handle: 'acme-controls' }] })
  })

  it('writes a file that only the person can read, whatever the umask, and the same again over it', async () => {
    const before = process.umask(0)
    try {
      expect((await session.run(['report', '--out', file('a.html')])).code).toBe(0)
    } finally {
      process.umask(before)
    }
    expect(statSync(file('a.html')).mode & 0o777).toBe(0o600)
    expect(readFileSync(file('a.html'), 'utf8')).toBe((await session.run(['report'])).out)
    expect((await session.run(['report', '--out', file('a.html')])).code).toBe(0)
    expect(readdirSync(session.folder).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('leaves alone what is no page of its own, and never writes through a link', async () => {
    writeFileSync(file('b.html'), '<p>mine')
    symlinkSync(file('b.html'), file('link.html'))
    symlinkSync(file('nowhere'), file('loose.html'))
    for (const name of ['b.html', 'link.html', 'loose.html']) {
      const { code, err } = await session.run(['report', '--out', file(name)])
      expect([code, err]).toEqual([
        1,
        expect.stringContaining(name === 'b.html' ? 'is there already, and holds something else.' : `${name} is a link.`),
      ])
    }
    expect(readFileSync(file('b.html'), 'utf8')).toBe('<p>mine')
    expect(lstatSync(file('link.html')).isSymbolicLink()).toBe(true)
    expect(existsSync(file('nowhere'))).toBe(false)
  })

  it('writes the file that --out names with --json too, and says so as data', async () => {
    const { code, out } = await session.run(['report', '--json', '--out', file('a.html')])
    expect([code, JSON.parse(out)]).toEqual([0, { file: file('a.html'), next: `followup report --open --out ${file('a.html')}` }])
    expect(readFileSync(file('a.html'), 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('makes no folder, and says that one is no file', async () => {
    const missing = await session.run(['report', '--out', file('none/a.html')])
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('cannot be written: its folder does not exist.\n')])
    expect(existsSync(file('none'))).toBe(false)
    const folder = await session.run(['report', '--out', session.folder])
    expect([folder.code, folder.err]).toEqual([1, `${session.folder} is a folder.\nName a file in it.\n`])
  })

  it('names the line that opens what it wrote', async () => {
    const { out } = await session.run(['report', '--out', file('my page.html')])
    expect(out.replace(/\s+/g, ' ')).toContain(`Open it followup report --open --out '${file('my page.html')}'`)
  })

  it('opens the page by its full path, as one word', async () => {
    putProgram(session.folder, 'xdg-open', `/bin/cat "$1" > '${file('seen')}'; echo "$#" >> '${file('seen')}'`)
    const { code, out } = await session.run(['report', '--out', file('a page.html'), '--open'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('a page.html') })
    expect(readFileSync(file('seen'), 'utf8')).toBe(`${readFileSync(file('a page.html'), 'utf8')}1\n`)
  })

  it.each([
    ['nothing opens it', null, 'There is no program here that opens pages.'],
    ['the opener fails', 'exit 3', 'xdg-open could not open the page.'],
  ])('where %s it is written all the same, and the exit code is 6', async (_, script, says) => {
    if (script !== null) putProgram(session.folder, 'xdg-open', script)
    const { code, err } = await session.run(['report', '--out', file('a.html'), '--open'])
    expect([code, err]).toEqual([6, `${says}\nIt is written; open it yourself: ${file('a.html')}\n`])
    expect(existsSync(file('a.html'))).toBe(true)
  })

  it('what is printed cannot be opened', async () => {
    expect((await session.run(['report', '--out', '-', '--open'])).code).toBe(2)
    expect((await session.run(['report', '--out', join(file('data/followup/followup.db'), 'a.html')])).code).toBe(1)
  })

  it('writes nothing to the store', async () => {
    const before = (await session.run(['history', '--json'])).out
    await session.run(['report'])
    expect((await session.run(['history', '--json'])).out).toBe(before)
  })
})
