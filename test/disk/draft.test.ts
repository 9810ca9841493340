import { afterAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveFile } from '../../src/disk/save-file.js'
import { newFile } from '../../src/outside/new-file.js'

const folder = mkdtempSync(join(tmpdir(), 'followup-draft-'))
afterAll(() => rmSync(folder, { recursive: true }))
const overwrite = (path: string, text: string): void => {
  const file = newFile(path, true)
  file.write(text)
  file.done()
  file.drop()
}

describe('a file in the place of another', () => {
  it('never takes the place of a pipe, a device or a folder', () => {
    const [pipe, room, link] = [join(folder, 'pipe'), join(folder, 'room'), join(folder, 'link')]
    spawnSync('mkfifo', [pipe])
    mkdirSync(room)
    symlinkSync(pipe, link)
    for (const put of [saveFile, overwrite]) {
      expect(() => put(pipe, 'x')).toThrow(`${pipe} is not a file.`)
      expect(() => put(link, 'x')).toThrow(' is not a file.')
      expect(() => put(room, 'x')).toThrow(`${room} is a folder.`)
    }
    expect([lstatSync(pipe).isFIFO(), lstatSync(room).isDirectory(), lstatSync(link).isSymbolicLink()]).toEqual([true, true, true])
    expect(readdirSync(folder).sort()).toEqual(['link', 'pipe', 'room'])
  })

  it('is closed to others, and leaves nothing beside it', () => {
    const path = join(folder, 'open.txt')
    writeFileSync(path, 'before', { mode: 0o644 })
    saveFile(path, 'after')
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['after', 0o600])
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([])
  })
})
