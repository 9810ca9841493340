import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../src/catalog/catalog.js'
import type { LoadedCatalog } from '../../src/catalog/catalog.js'
import { readShipped } from '../../src/catalog/shipped.js'
import type { Day } from '../../src/model/day.js'

const dataDir = join(import.meta.dirname, '..', '..', 'data')
let configDir = ''
beforeEach(() => {
  configDir = mkdtempSync(join(tmpdir(), 'followup-catalog-'))
})
afterEach(() => {
  rmSync(configDir, { recursive: true })
})

function load(checks = false): Promise<LoadedCatalog> {
  return loadCatalog({ dataDir, compiled: null, configDir, checks })
}

function own(file: string, text: string): void {
  mkdirSync(join(configDir, 'playbooks'), { recursive: true })
  writeFileSync(join(configDir, 'playbooks', file), text)
}

const gentle = readFileSync(join(dataDir, 'playbooks', 'gentle.yaml'), 'utf8')

describe('playbooks', () => {
  it('are the shipped ones by name, none of them the person’s own', async () => {
    const { catalog, notices } = await load()
    const entries = catalog.playbooks()
    expect(entries.map((entry) => entry.playbook.name)).toEqual([
      'connect-then-call',
      'gentle',
      'keep-the-door-open',
      'love-letter-then-phone',
      'owner-operator',
      'promised-date',
      'recruiter-led',
    ])
    expect(entries.some((entry) => entry.own)).toBe(false)
    expect(entries.map((entry) => entry.playbook.dials)).toEqual([6, 0, 0, 6, 6, 3, 3])
    expect(notices).toEqual([])
  })

  it('are the same from the compiled data as from the files', async () => {
    const compiled = JSON.parse(JSON.stringify(readShipped(dataDir))) as ReturnType<typeof readShipped>
    const { catalog } = await loadCatalog({ dataDir, compiled, configDir, checks: false })
    expect(catalog.playbooks()).toEqual((await load()).catalog.playbooks())
  })

  it('of the person add to the shipped ones, and replace the one of the same name', async () => {
    own('a.yaml', gentle.replace('wait: 7', 'wait: 9'))
    own(
      'b.json',
      JSON.stringify({
        name: 'two-notes',
        title: 'T',
        summary: 'S',
        steps: [
          { id: 'n', act: 'letter', letter: 'love-letter', channel: 'email', after: 'interview', wait: 5, hours: '08:00-11:00', goal: 'g' },
        ],
      }),
    )
    const { catalog } = await load()
    expect(catalog.playbook('gentle').steps[1]?.wait).toBe(9)
    expect(
      catalog
        .playbooks()
        .filter((entry) => entry.own)
        .map((entry) => entry.playbook.name),
    ).toEqual(['gentle', 'two-notes'])
    expect(catalog.playbook('connect-then-call').steps).toHaveLength(7)
  })

  it('that are broken are left out with a notice, and asking for one names the file', async () => {
    own('mine.yaml', gentle.replace('name: gentle', 'name: mine').replace('wait: 7', 'wait: 700'))
    const { catalog, notices } = await load()
    expect(catalog.playbooks()).toHaveLength(7)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/^mine\.yaml, step "note", "wait": 700 does not fit; .* "followup playbook check .*mine\.yaml" says all\.$/)
    expect(() => catalog.playbook('mine')).toThrow(/The playbook "mine" cannot be used: mine\.yaml/)
  })

  it.each(['nothing', '__proto__', 'constructor', ''])('named %j are unknown, which is a usage problem', async (name) => {
    const { catalog } = await load()
    expect(() => catalog.playbook(name)).toThrow(
      expect.objectContaining({ name: 'Problem', kind: 'usage', message: `There is no playbook "${name}".` }),
    )
  })

  it('are checked by path when the verb asks for it', async () => {
    own('mine.yaml', gentle)
    const { catalog } = await load(true)
    expect(catalog.checkPlaybook(join(configDir, 'playbooks', 'mine.yaml'))).toEqual([])
    expect(catalog.checkPlaybook(join(configDir, 'none.yaml'))).toEqual(['none.yaml: there is no such file; check the path.'])
  })
})

describe('the hash', () => {
  it('changes with an own playbook and with the own holidays, and with nothing else', async () => {
    const plain = (await load()).hash
    expect((await load(true)).hash).toBe(plain)
    own('mine.yaml', gentle)
    const withOwn = (await load()).hash
    own('mine.yaml', `${gentle}\n`)
    const edited = (await load()).hash
    writeFileSync(join(configDir, 'holidays.txt'), '2027-03-09 my own day\n')
    expect(new Set([plain, withOwn, edited, (await load()).hash]).size).toBe(4)
  })
})

describe('calendars', () => {
  it('know the country of a zone, and hold the person’s own days', async () => {
    writeFileSync(join(configDir, 'holidays.txt'), '2027-03-09 my own day\n')
    const { catalog } = await load()
    expect(catalog.countryOf('America/Chicago')).toBe('US')
    expect(catalog.countryOf('Nowhere/Else')).toBe('unknown')
    expect(catalog.calendar('US').holidays.get('2027-03-09' as Day)).toBe('my own day')
    expect(catalog.calendar('US')).toBe(catalog.calendar('US'))
  })
})

describe('landings', () => {
  const files = readdirSync(join(dataDir, 'landings')).map((file) => file.replace('.yaml', ''))

  it('are twenty-two doubts, the good landing, and none known; seven are asked about first', async () => {
    const { catalog } = await load()
    const codes = catalog.landings().map((landing) => landing.code)
    expect(codes).toHaveLength(24)
    expect([...codes].sort()).toEqual([...files].sort())
    expect(codes.slice(0, 7)).toEqual(['oversold', 'overqualified', 'undersold', 'rambled', 'low-energy', 'no-rapport', 'skills-gap'])
    expect(codes.slice(-2)).toEqual(['none-known', 'well'])
  })

  it.each(files)('%s says what its letter and call need, in whole sentences', (code) => {
    const landing = readShipped(dataDir).landings[code]
    expect(landing).toMatchObject({ code, label: expect.stringMatching(/^.{5,28}$/), avoid: expect.stringMatching(/[.?]"?$/) })
    const texts = [landing?.doubt, landing?.repair, landing?.phone]
    if (code === 'well' || code === 'none-known') expect(texts).toEqual([null, null, null])
    else for (const text of texts) expect(text).toMatch(/^[A-Z"].*[.?]"?$/)
  })
})
