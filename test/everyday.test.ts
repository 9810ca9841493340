import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const verbs = ['log', 'sent', 'call', 'due', 'list', 'show', 'why']
const lines = ['log Acme --at 2027-03-01', 'sent acme --kind thank-you', 'call acme no-answer', 'due', 'list', 'show acme', 'why acme']
// Two verbs that share a file.
const shared = new Map([
  ['sent', 'reach'],
  ['call', 'reach'],
])
const names = verbs.map((verb) => `everyday-${shared.get(verb) ?? verb}.cjs`)
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(place: string, line: string, more: Record<string, string> = {}): { code: number | null; out: string; err: string } {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    TZ: 'America/Chicago',
    FOLLOWUP_NOW: '2027-03-10T08:00',
    FOLLOWUP_BACKUP: 'off',
    ...more,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, 'bin', 'followup.js'), ...line.split(' ')], {
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** The program with only these files in dist/. */
function programOf(name: string, files: readonly string[]): string {
  const place = join(folder, name)
  mkdirSync(join(place, 'bin'), { recursive: true })
  mkdirSync(join(place, 'dist', 'code'), { recursive: true })
  for (const file of ['bin/followup.js', 'bin/package.json', ...files.map((one) => `dist/${one}`)])
    copyFileSync(join(root, file), join(place, file))
  for (const shared of ['data', 'node_modules']) symlinkSync(join(root, shared), join(place, shared))
  return place
}

describe('a verb of every day', () => {
  it('has a file, and there are no others', () => {
    expect(new Set(readdirSync(join(dist, 'code')).filter((name) => name.startsWith('everyday-')))).toEqual(new Set(names))
  })

  it('needs no other file', () => {
    const db = { FOLLOWUP_DB: join(folder, 'alone.db') }
    for (const [index, line] of lines.entries()) {
      const verb = verbs[index] ?? ''
      expect(run(programOf(verb, [`code/${names[index] ?? ''}`, 'data.json']), line, db)).toMatchObject({ code: 0, err: '' })
    }
  })

  it('says the same without that file', () => {
    const [own, others] = ['own.db', 'others.db'].map((name) => ({ FOLLOWUP_DB: join(folder, name) }))
    const files = readdirSync(dist, { recursive: true }).map(String)
    const without = programOf(
      'without',
      files.filter((name) => name !== 'code' && !name.includes('everyday-')),
    )
    for (const line of [...lines, 'due --help', 'due --nope']) expect(run(root, line, own)).toEqual(run(without, line, others))
  })
})
