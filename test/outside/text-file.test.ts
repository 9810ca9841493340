import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTextFile } from '../../src/outside/text-file.js'

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
})
