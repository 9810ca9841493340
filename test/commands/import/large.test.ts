import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSession } from '../../support/session.js'
import type { Session } from '../../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-02T16:00', 'America/New_York')
})
afterEach(() => session.remove())

async function json(...words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await session.run([...words, '--json'])
  expect([words, code, err]).toEqual([words, 0, expect.any(String)])
  return JSON.parse(out) as Record<string, unknown>
}

// More facts than are in memory at once; one company is on record, one person is, and one company has three rows for its interviews.
function table(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const person = at % 100 === 7 ? 'D. Reyes,dana@acme.example' : `Person ${String(at)},p${String(at)}@x.example`
    return `Company ${String(at % (rows - 2))},Buyer,2026-11-0${String(1 + (at % 9))},${person},2026-10-01`
  })
  return ['Company,Role,Interview,Contact,Contact email,Applied', 'Acme,Buyer,2026-11-02,,,', ...lines].join('\n')
}

it('a table with more rows than are recorded at a time is one command, knows who is on record, and changes nothing when it comes again', async () => {
  await json('log', 'Acme', '--with', 'Dana Reyes <dana@acme.example>', '--at', 'yesterday')
  const before = await json('list', '--all')
  const file = join(session.folder, 'table.csv')
  writeFileSync(file, table(600))
  const done = await json('import', file)
  expect(done).toMatchObject({
    rows: 601,
    added: { interviewed: 598, booked: 0, applied: 0 },
    twice: 0,
    known: [{ line: 2, handle: 'acme' }],
  })
  expect((done['handles'] as string[]).slice(0, 2)).toEqual(['company-0', 'company-1'])
  const people = (await json('contact', 'list', 'dana@acme.example'))['people'] as { opportunities: string[] }[]
  expect(people.map(({ opportunities }) => opportunities.length)).toEqual([7])
  expect(await json('import', file)).toMatchObject({ again: 598, handles: [], known: [{ line: 2, handle: 'acme' }] })
  await json('undo')
  expect(await json('list', '--all')).toEqual(before)
})

it('rows are told as joined where they were, and what is exported comes back as it was', async () => {
  const [file, written] = [join(session.folder, 'two.csv'), join(session.folder, 'written.csv')]
  const jobs = ['1,Rejected,', '2,Interviewing,2027-03-20', '2,Interviewing,2027-03-28'].map(
    (job) => `Big Co,Engineer,https://x.example/${job}`,
  )
  writeFileSync(file, ['Company,Role,URL,Status,Interview', ...jobs].join('\n'))
  expect(await json('import', file)).toMatchObject({ joined: 1, handles: ['big-co', 'big-co-2'] })
  expect(await json('import', file)).toMatchObject({ joined: 0, again: 2, handles: [] })
  await session.run(['export', '--out', written])
  session.set({ FOLLOWUP_DB: join(session.folder, 'other.db') })
  expect(await json('import', written)).toMatchObject({ joined: 0, added: { booked: 1, closed: 1 }, handles: ['big-co', 'big-co-2'] })
})
