import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'
import { shellWords } from '../support/transcript.js'
import { tries } from '../support/tries.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-02T16:00', 'America/New_York')
})
afterEach(() => session.remove())

/** Runs a line on one of the machines, each with a store of its own; it must succeed. */
async function on(machine: string, line: string, input?: string): Promise<string> {
  const { code, out, err } = await tried(machine, line, input)
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, ''])
  return out
}

function tried(machine: string, line: string, input?: string): Promise<Outcome> {
  return session.run(['--db', join(session.folder, `${machine}.db`), ...shellWords(line)], input)
}

/** A life of two weeks with every kind of record, and some taken back, changed and forgotten. */
const life = `
@ 2027-03-02T16:00
log "Acme Controls" --role "Operations Director" --with "Dana Reyes <dana@acme.example>" --contact-role boss --phone "+1 312 555 0142" --promise "fri 5 mar" --tag ops --priority 1 --salary "140 to 150" --country US
debrief acme --landing oversold --hook "the flood of 2019" --cares "fewer stops" --want yes --pay they --reach email
log Delmar --with "Tomas Weil <tomas@delmar.example>" --with "Ada Brandt" --at yesterday --country US --note "a note — with ümlauts"
log "Acme Controls" --role "Plant Manager" --new --with "Dana Reyes <dana@acme.example>" --country US
log Quayside --with "Ugo Ferri <ugo@quayside.example>" --at "thu 11 mar 10:00" --country US
@ 2027-03-03T09:00
sent acme-controls thank-you --nothing-heard
undo
sent acme-controls thank-you --nothing-heard
contact edit "Dana Reyes" --for acme-controls --title "Plant Director" --assistant "Jo" --lead
contact add "Lou Ortiz <lou@acme.example>" --for acme-controls --contact-role assistant
log Quayside --reschedule --at "fri 12 mar 11:00"
hold "Tomas Weil" --until "mon 8 mar"
stop "Ada Brandt" --calls --reason "she asked"
stop Delmar --letters
stop Delmar --lift
@ 2027-03-09T10:00
call acme-controls no-answer --nothing-heard
call acme-controls voicemail-left --nothing-heard --anyway "it was the only chance"
heard acme-controls holding --promise "fri 12 mar"
heard delmar out-of-office --until "mon 15 mar"
promise acme-controls-2 "fri 19 mar"
snooze delmar "mon 22 mar" --reason holiday
playbook use gentle delmar
heard acme-controls-2 rejection
reopen acme-controls-2
undo
retire delmar --reason tired
resume delmar
offer acme-controls --base 142000 --bonus "10%" --respond-by "thu 18 mar" --by-voice --floor 138000
log "Harrow Lane" --with "Imogen Clarke <imogen@harrow.example>" --country GB
close harrow-lane --as withdrawn
log Brightwell --with "Sam Poe <sam@brightwell.example>" --country US
sent brightwell thank-you
forget brightwell --yes
log Sable --with "Una Kay <una@sable.example>" --country none --zone Asia/Tokyo
forget "Una Kay" --yes
undo
`

async function live(machine: string): Promise<void> {
  for (const line of life.trim().split('\n')) {
    if (line.startsWith('@ ')) session.at(line.slice(2), 'America/New_York')
    else await on(machine, `${line} --quiet`)
  }
}

/** All that the looking verbs say of a store. */
async function said(machine: string): Promise<readonly string[]> {
  const handles = (JSON.parse(await on(machine, 'list --all --json')) as { handle: string }[]).map(({ handle }) => handle)
  const lines = ['due --json --all', 'list --all --json', 'history --json', 'export', ...handles.map((handle) => `show ${handle} --json`)]
  return Promise.all(lines.map((line) => on(machine, line)))
}

describe('export and merge', () => {
  it('of everything into an empty store gives the same bytes, and the same answers', async () => {
    await live('home')
    const facts = await on('home', 'export --facts')
    expect(facts.split('\n').length).toBeGreaterThan(45)
    await on('road', 'merge -', facts)
    expect(await on('road', 'export --facts')).toBe(facts)
    expect(await said('road')).toEqual(await said('home'))
    expect((await tried('road', 'doctor')).out).toContain('look-ups agree with the facts')
    expect(JSON.parse(await on('road', 'merge - --json', `\ufeff${facts.replaceAll('\n', '\r\n')}\n`))).toMatchObject({ fresh: 0 })
  })

  it('of two machines gives the same store, whichever takes in the other, and lines in any order', async () => {
    await on('home', 'log "Acme Controls" --role "Operations Director" --with "Dana Reyes <dana@acme.example>" --country US --quiet')
    await on('road', 'merge -', await on('home', 'export --facts'))
    session.at('2027-03-03T09:00', 'America/New_York')
    await on('home', 'sent acme thank-you --quiet')
    await on('road', 'log Acme --role Director --with "Sam Poe" --country US --quiet')
    await on('home', 'log Acme --role Fitter --with "Sam Poe" --country US --quiet')
    await on('road', 'stop "Dana Reyes" --calls --quiet')
    const [home, road] = [await on('home', 'export --facts'), await on('road', 'export --facts')]
    await on('home', 'merge -', road)
    await on('road', 'merge -', home.trim().split('\n').reverse().join('\n'))
    await on('third', 'merge -', road + home)
    expect(await on('road', 'export --facts')).toBe(await on('home', 'export --facts'))
    expect(await said('road')).toEqual(await said('home'))
    expect(await said('third')).toEqual(await said('home'))
  })

  it('goes on after a merge: what is recorded next can be taken back, on either', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    await on('road', 'merge -', await on('home', 'export --facts'))
    await on('road', 'sent acme thank-you --quiet')
    await on('home', 'merge -', await on('road', 'export --facts'))
    expect(await on('home', 'undo')).toContain('thank-you')
    await on('road', 'merge -', await on('home', 'export --facts'))
    expect(await said('road')).toEqual(await said('home'))
  })

  it('leaves facts alone that have nothing to stand on yet, and every verb goes on', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    await on('home', 'sent acme thank-you --quiet')
    await on('home', 'undo --quiet')
    const lines = (await on('home', 'export --facts')).trim().split('\n')
    for (const line of [...lines].reverse()) {
      await on('road', 'merge -', line)
      for (const verb of ['due', 'list --all', 'history', 'history --json', 'undo --list', 'export', 'contact', 'search thank'])
        await on('road', verb)
    }
    expect(await said('road')).toEqual(await said('home'))
  })
})

describe('merge', () => {
  const noFact: readonly (readonly [name: string, change: (fact: Record<string, unknown>) => unknown, code: string])[] = [
    ['other words', (fact) => ({ ...fact, data: { ...(fact['data'] as object), company: 'Other' } }), 'fact-altered'],
    ['another checksum', (fact) => ({ ...fact, checksum: '0123456789abcdef' }), 'fact-altered'],
    ['a day that is none', (fact) => ({ ...fact, at: '2027-02-30' }), 'no-fact'],
    ['a zone that is none', (fact) => ({ ...fact, zone: 'Mars/Olympus' }), 'no-fact'],
    ['an id that is none', (fact) => ({ ...fact, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }), 'no-fact'],
    ['no data', (fact) => ({ ...fact, data: null }), 'no-fact'],
    ['data of another kind', (fact) => ({ ...fact, kind: 'closed' }), 'newer'],
    ['a word that is no word of it', (fact) => ({ ...fact, data: { ...(fact['data'] as object), priority: 9 } }), 'no-fact'],
    ['no opportunity', (fact) => ({ ...fact, opportunity: null }), 'no-fact'],
    ['a kind of later years', (fact) => ({ ...fact, kind: 'dreamt' }), 'newer'],
    ['a key of later years', (fact) => ({ ...fact, mood: 'calm' }), 'newer'],
    ['a later schema', (fact) => ({ ...fact, schema: 2, at: { day: '2027-03-02' } }), 'newer'],
    ['an array', (fact) => [fact], 'no-fact'],
  ]

  it.each(noFact)('refuses %s by its line, and records nothing of the file', async (_name, change, code) => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    const [first = '', ...others] = (await on('home', 'export --facts')).trim().split('\n')
    const changed = JSON.stringify(change(JSON.parse(first) as Record<string, unknown>))
    const outcome = await tried('road', 'merge - --json', [...others, changed].join('\n'))
    expect(outcome).toMatchObject({ code: 1, out: '' })
    const { error } = JSON.parse(outcome.err) as { error: { code: string; message: string } }
    expect([error.code, error.message.startsWith('Line 3 ')]).toEqual([code, true])
    expect(await on('road', 'export --facts')).toBe('')
  })

  it('refuses a fact that is on record with other words, and takes no backup', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    const home = await on('home', 'export --facts')
    session.remove()
    session = startSession()
    session.at('2027-03-02T16:00', 'America/New_York')
    // The same "chance" in both sessions: the same ids, of other facts.
    await on('home', 'log Delmar --with "Tomas Weil" --country US --quiet')
    const before = await on('home', 'export --facts')
    expect(await tried('home', 'merge - --json', home)).toMatchObject({ code: 1, err: expect.stringContaining('"code":"fact-differs"') })
    expect(await on('home', 'export --facts')).toBe(before)
    expect(readdirSync(session.folder)).not.toContain('home.db.backups')
  })

  it('takes a backup first, which brings back what was', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    const before = await on('home', 'export --facts')
    await on('road', 'log Delmar --with "Tomas Weil" --country US --quiet')
    const { undo } = JSON.parse(await on('home', 'merge - --json', await on('road', 'export --facts'))) as { undo: string }
    expect((await session.run(shellWords(undo).slice(1))).code).toBe(0)
    expect(await on('home', 'export --facts')).toBe(before)
  })

  it('says nothing but a sentence to whatever stands in a file', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    const [first = ''] = (await on('home', 'export --facts')).split('\n')
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc.nat(first.length).map((at) => first.slice(0, at)),
      fc
        .tuple(fc.nat(first.length), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
        .map(([at, more]) => first.slice(0, at) + more + first.slice(at + 1)),
    )
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        const { code, err } = await tried('road', 'merge - --dry-run', text)
        expect([0, 1]).toContain(code)
        // eslint-disable-next-line no-control-regex
        expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|at .*\.ts:/)
      }),
      tries(150),
    )
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    for (const text of [deep, `{"data":${deep}}`, 'x'.repeat(1_100_000), `{"a":"${'x'.repeat(1_100_000)}"}`])
      expect(await tried('road', 'merge -', text)).toMatchObject({ code: 1, out: '' })
  }, 60_000)
})

describe('export', () => {
  it('prints no headings of a table that it cannot read', async () => {
    writeFileSync(join(session.folder, 'other.db'), 'no store at all, and long enough to be told from one')
    const { code, out } = await tried('other', 'export')
    expect([code, out]).toEqual([4, ''])
  })
  it.each(['csv', 'jsonl'])('as %s brings a booked interview to another machine', async (as) => {
    await on('home', 'log Quayside --with "Ada Brandt <ada@q.example>" --kind panel --at "thu 11 mar 10:00" --country US --quiet')
    await on('home', 'log quayside --reschedule --at "fri 12 mar 11:30" --quiet')
    await on('home', 'log Orlo --at "mon 15 mar" --country US --quiet')
    await on('home', 'log Delmar --at "mon 15 mar 9:00" --country US --quiet')
    await on('home', 'log delmar --cancel --quiet')
    await on('other', `import - --as ${as} --quiet`, await on('home', `export --as ${as}`))
    const standing = async (machine: string, handle: string): Promise<unknown> => {
      const { state, next } = JSON.parse(await on(machine, `show ${handle} --json`)) as {
        state: unknown
        next: Record<string, unknown> | null
      }
      return [state, next?.['step'], next?.['on']]
    }
    for (const handle of ['quayside', 'orlo']) expect(await standing('other', handle)).toEqual(await standing('home', handle))
    expect(await standing('other', 'quayside')).toEqual(['answered', 'interview', '2027-03-12'])
    expect(await on('other', `export --as ${as}`)).toContain('2027-03-12T11:30:00-05:00')
    expect((await standing('other', 'delmar')) as unknown[]).toContain('retired')
  })
  it('and import take the forms by the names people have for them', async () => {
    await on('home', 'log Acme --with "Dana Reyes <dana@acme.example>" --country US --quiet')
    expect(await on('home', 'export --as vcard')).toBe(await on('home', 'export --as vcf'))
    for (const name of ['jsonlines', '"JSON Lines"', 'ndjson']) {
      const rows = await on('home', `export --as ${name}`)
      expect(rows).toBe(await on('home', 'export --as jsonl'))
      expect(await on('other', `import - --as ${name} --dry-run`, rows)).toContain('standard input, 1 row ')
    }
    expect((await tried('home', 'export --as tsv')).code).toBe(2)
  })
})

describe('export to a file', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777
  it('is for the person alone, whatever the umask', async () => {
    const old = process.umask(0)
    try {
      const file = join(session.folder, 'jobs.csv')
      await on('home', `export --out ${file}`)
      expect([modeOf(file), readFileSync(file, 'utf8').startsWith('Handle,Company,')]).toEqual([0o600, true])
    } finally {
      process.umask(old)
    }
  })
  it('never goes through a link', async () => {
    const [target, link] = [join(session.folder, 'target'), join(session.folder, 'link.csv')]
    writeFileSync(target, 'precious')
    symlinkSync(target, link)
    expect((await tried('home', `export --out ${link}`)).code).toBe(1)
    await on('home', `export --out ${link} --yes`)
    expect([readFileSync(target, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['precious', false])
  })
  it('leaves nothing behind where it fails', async () => {
    await on('home', 'log Acme --with "Dana Reyes" --country US --quiet')
    const before = readdirSync(session.folder).sort()
    expect((await tried('home', `export --out ${join(session.folder, 'nowhere', 'jobs.csv')}`)).code).toBe(1)
    expect((await tried('home', `export --out ${session.folder} --yes`)).code).toBe(1)
    expect(readdirSync(session.folder).sort()).toEqual(before)
  })
})
