import { afterAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireNoOtherMail, writeTextFile } from '../../src/outside/text-file.js'

const folder = mkdtempSync(join(tmpdir(), 'followup-text-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a letter written into a file', () => {
  it('makes one that only the person can read, and writes the same again', () => {
    const path = join(folder, 'new.txt')
    writeTextFile(path, 'Dear Zoë,\n')
    writeTextFile(path, 'Dear Zoë,\n')
    expect(readFileSync(path, 'utf8')).toBe('Dear Zoë,\n')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves alone what was written there by hand', () => {
    const path = join(folder, 'mine.txt')
    writeFileSync(path, 'my own words')
    expect(() => writeTextFile(path, 'a new draft')).toThrow('is there already, and holds something else.')
    expect(readFileSync(path, 'utf8')).toBe('my own words')
  })

  it('leaves no half of it behind, and follows no link', () => {
    const [goal, link] = [join(folder, 'goal.txt'), join(folder, 'link.txt')]
    symlinkSync(goal, link)
    expect(() => writeTextFile(link, 'a draft')).toThrow(`${link} is a link.`)
    expect(existsSync(goal)).toBe(false)
    const before = readdirSync(folder).sort()
    expect(() => writeTextFile(join(folder, 'nowhere', 'note.txt'), 'a draft')).toThrow('cannot be written: its folder does not exist.')
    expect(() => writeTextFile(folder, 'a draft')).toThrow(`${folder} is a folder.`)
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  it('is left as it is where the same is already', () => {
    const path = join(folder, 'same.txt')
    writeTextFile(path, 'a draft')
    utimesSync(path, 1, 1)
    writeTextFile(path, 'a draft')
    expect(statSync(path).mtimeMs).toBe(1000)
  })

  it('writes a mail over a draft of a mail, and over no other', () => {
    const [draft, reply] = [join(folder, 'draft.eml'), join(folder, 'reply.eml')]
    writeFileSync(draft, 'From: me\r\nX-Unsent: 1\r\n\r\nDear Zoë,')
    writeFileSync(reply, 'From: them\r\n\r\nDear Robin,')
    expect(() => requireNoOtherMail(draft)).not.toThrow()
    expect(() => requireNoOtherMail(join(folder, 'new.eml'))).not.toThrow()
    expect(() => requireNoOtherMail(reply)).toThrow('is there already, and holds something else.')
  })
})
