import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  session.at('2027-03-02T09:00:00', 'America/New_York')
  const line = ['log', 'Acme', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', 'yesterday']
  expect((await session.run([...line, '--hook', 'the whiteboard', '--want', 'yes'])).code).toBe(0)
})
afterEach(() => session.remove())

function put(name: string, text: string): void {
  const folder = join(session.folder, 'config', 'followup', 'letters')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
}

const head = (slots: string): string => `---\nkind: thank-you\nsubject: 'Thanks, {{ name }}'\nslots: [${slots}]\nwords: [5, 120]\n---\n`

describe('a letter of my own', () => {
  it('comes before the shipped ones, and doctor counts it', async () => {
    put('mine.liquid', `${head('hook')}It was good to talk{{ met | led }} about {{ hook }}. Thank you for your time and your candour.\n`)
    const { out } = await session.run(['letter', 'acme', 'thank-you', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      subject: 'Thanks, Dana',
      text: 'Dear Dana,\n\nIt was good to talk yesterday about the whiteboard. Thank you for your time and your candour.\n\nRobin Vale',
      template: 'own/mine',
    })
    expect((await session.run(['doctor'])).out).toContain('a letter of your own')
  })

  it('is the one that docs/letters.md shows, and there is nothing to find in it', async () => {
    const [, shown = ''] = /^( {4}---\n[\s\S]*?\n)\n`/m.exec(readFileSync('docs/letters.md', 'utf8')) ?? []
    put('mine.liquid', shown.replace(/^ {4}/gm, ''))
    const { out } = await session.run(['letter', 'acme', 'thank-you', '--json'])
    expect(JSON.parse(out)).toMatchObject({ template: 'own/mine', notes: [], checkup: { verdict: 'send', findings: [] } })
  })

  it('that gives way to a shipped one says why', async () => {
    put('day.liquid', `${head('promised')}You named {{ promised }}.\n`)
    put('short.liquid', `${head('hook')}Thank you.\n`)
    const { out } = await session.run(['letter', 'acme', 'thank-you', '--json'])
    expect((JSON.parse(out) as { notes: unknown }).notes).toEqual([
      'letters/day.liquid was passed over: nothing on record fills "promised".',
      'letters/short.liquid was passed over: it comes to 2 words, and its head wants 5 to 120.',
    ])
  })

  it('that cannot be used is left out, and doctor says which and why', async () => {
    put('broken.liquid', `${head('hook')}It was good to talk about {{ hoook }}.\n`)
    put('headless.liquid', 'Dear Dana\n')
    const { out } = await session.run(['letter', 'acme', 'thank-you', '--json'])
    expect((JSON.parse(out) as { template: string }).template).not.toMatch(/^own/)
    const doctor = await session.run(['doctor'])
    expect(doctor.code).toBe(1)
    expect(doctor.out.replace(/\s+/g, ' ')).toContain('2 files of your own cannot be used')
    expect(doctor.out).toContain('letters/broken.liquid')
    expect(doctor.out.replace(/\s+/g, ' ')).toContain('letters/headless.liquid: it does not begin with a head')
  })
})
