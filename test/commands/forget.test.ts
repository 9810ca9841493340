import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answering } from '../support/answers.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'
import { shellWords } from '../support/transcript.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-09T10:00', 'America/New_York')
})
afterEach(() => session.remove())

const store = (): string => join(session.folder, 'data', 'followup', 'followup.db')

async function type(line: string): Promise<string> {
  const { code, out, err } = await session.run(shellWords(line))
  expect([line, code, err]).toEqual([line, 0, ''])
  return out
}

/** Two opportunities that share a person, with everything that leaves a trace. */
async function twoWithDana(): Promise<void> {
  const lines = [
    'log "Zanzibar Controls" --role Zookeeper --with "Dana Quillfeather <dana@quill.example>" --contact-role boss --phone "+1 312 555 0142" --at "mon 1 mar" --note "quokkas everywhere" --hook "the xylophone line"',
    'contact add "Lou Vermicelli <lou@zanzibar.example>" --for zanzibar --contact-role assistant',
    'stop lou@zanzibar.example --calls --reason "vermicelli asked"',
    'stop "Zanzibar Controls" --letters --reason "their wombat rule"',
    'log Delmar --with "Tomas Weil <tomas@delmar.example>" --contact-role boss --at "tue 2 mar" --note "Dana Quillfeather knows them"',
    'contact add "Dana Quillfeather <dana@quill.example>" --for delmar --contact-role peer',
    'hold dana@quill.example --until "2027-03-12" --reason "a yurt in spring"',
    'sent delmar thank-you --to dana@quill.example --at "wed 3 mar" --note "told DANA  quillfeather about it"',
    'sent zanzibar thank-you --anyway "the heron said so" --at "wed 3 mar"',
    'call zanzibar no-answer --at "fri 5 mar" --note "a marimba played"',
    'undo',
    'snooze --all 2027-03-15 --reason "a holiday"',
  ]
  for (const line of lines) await type(line)
}

/** The facts of a history as JSON; what a command is called may change when its first fact goes. */
function facts(history: string): readonly { readonly kind: string; readonly command: string }[] {
  const told = JSON.parse(history) as { readonly facts: readonly { readonly kind: string; readonly command: string }[] }
  return told.facts.map((fact) => ({ ...fact, command: '' }))
}

/** Which of the words can be found in any file at all below the session's folder, in any case. */
function traces(words: readonly string[], folder = session.folder): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1').toLowerCase())
  return words.filter((word) => bytes.some((text) => text.includes(word)))
}

const ofZanzibar = ['zanzibar', 'zookeeper', 'vermicelli', 'lou@', 'quokka', 'xylophone', 'wombat', 'heron', 'marimba']

describe('forget an opportunity', () => {
  it('leaves no byte of it in the file, and nothing else is missing', async () => {
    await twoWithDana()
    expect(traces(ofZanzibar)).toEqual(ofZanzibar)
    const before = {
      history: await type('history delmar --json'),
      why: await type('why delmar --json'),
      show: await type('show delmar --json'),
    }
    const out = await type('forget zanzibar --yes')
    expect(out).toContain('With it     Lou Vermicelli: in nothing else')
    expect(traces(ofZanzibar)).toEqual([])
    expect(facts(await type('history delmar --json'))).toEqual(facts(before.history))
    expect([await type('why delmar --json'), await type('show delmar --json')]).toEqual([before.why, before.show])
  })

  it('cannot be undone, and shows nowhere', async () => {
    await twoWithDana()
    await type('forget zanzibar --yes')
    for (const line of ['history', 'undo --list', 'list --all', 'contact', 'due --all'])
      expect(await type(line)).not.toMatch(/zanzibar|vermicelli|quokka/i)
    expect(await type('search quokkas')).toContain('Nothing on record')
    for (let left = 20; left > 0; left -= 1) if ((await session.run(['undo'])).code !== 0) break
    expect(traces(['quokka', 'vermicelli'])).toEqual([])
    expect(await session.run(['show', 'zanzibar'])).toMatchObject({ code: 3 })
  })

  it('leaves a sound store, before and after a rebuild', async () => {
    await twoWithDana()
    await type('forget zanzibar --yes')
    const wrong = async (line: string): Promise<unknown> =>
      (JSON.parse((await session.run(shellWords(line))).out) as { findings: { check: string; ok: boolean }[] }).findings.filter(
        (one) => !one.ok && one.check !== 'backups',
      )
    expect(await wrong('doctor --json')).toEqual([])
    expect(await wrong('doctor --rebuild --json')).toEqual([])
    await type('log "Zanzibar Controls" --at "mon 1 mar"')
    expect(await type('list')).toContain('zanzibar-controls')
    expect(await wrong('doctor --json')).toEqual([])
  })

  it('can be the last thing in the store', async () => {
    await type('log Solo --with "Only One" --at "mon 1 mar"')
    await type('forget solo --yes')
    expect(facts(await type('history --json'))).toEqual([])
    expect(traces(['solo', 'only one'])).toEqual([])
  })
})

describe('forget a person', () => {
  it('leaves no byte of their name, address and number; what happened stays', async () => {
    await twoWithDana()
    const words = ['quillfeather', 'dana@', '312 555 0142', 'yurt']
    expect(traces(words)).toEqual(words)
    // Who they are and when they are away goes with them.
    const kinds = async (): Promise<readonly string[]> =>
      facts(await type('history zanzibar --json'))
        .map((fact) => fact.kind)
        .filter((kind) => kind !== 'met' && kind !== 'held')
    const before = await kinds()
    await type('forget "Dana Quillfeather" --yes')
    expect(traces(words)).toEqual([])
    expect(await kinds()).toEqual(before)
    expect(await type('history delmar')).toContain('told someone about it')
    expect((await session.run(['doctor', '--json'])).out).not.toMatch(/differs|not what was recorded/)
    expect(await type('list')).toContain('delmar')
  })

  it('leaves no byte of it in what other opportunities say, but where somebody else has that name', async () => {
    const note = 'DANA  quillfeather (dana@quill.example, +1 312 555 0142) recommended me'
    await type('log Acme --with "Dana Quillfeather <dana@quill.example>" --phone "+1 312 555 0142" --at "mon 1 mar"')
    await type(`log Gamma --with "Lee Sun" --source "Dana Quillfeather" --phone "+1 312 555 0199" --at "mon 1 mar" --note "${note}"`)
    await type('stop Gamma --calls --reason "as Dana Quillfeather asked"')
    const out = await type('forget dana@quill.example --yes')
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Wherever their full name stood, other opportunities too, it says "someone".')
    expect(traces(['quillfeather', 'dana@', '312 555 0142'])).toEqual([])
    expect(await type('history gamma')).toContain('someone (someone, someone) recommended me')
    expect(await type('show gamma')).toContain('Lee Sun')
    await type('log Beta --with "Lee Sun" --at "mon 1 mar" --note "not the Lee Sun of Gamma"')
    await type('forget "Lee Sun (gamma)" --yes')
    expect(await type('history beta')).toContain('not the Lee Sun of Gamma')
    expect(await type('contact list')).toMatch(/^ *Lee Sun .* beta$/m)
  })

  it('leaves the words of a note that are no name', async () => {
    const note = 'They will decide in May; Will seems keen, will call'
    await type(`log "May Corp" --with Will --phone "+1 312 555 0142" --at "mon 1 mar" --note "${note}"`)
    await type('log "May Corp" --with Peer --contact-role peer --assistant Will --at "tue 2 mar" --note "Will, +1 312 555 0142"')
    await type('contact add "Ann Other" --for may --contact-role peer')
    const out = await type('forget Will --yes')
    expect(out).toContain('A note that only says one of their names is as it was')
    await type('forget Peer --yes')
    const { facts } = JSON.parse(await type('history may --json')) as { facts: { kind: string; data: Record<string, unknown> }[] }
    const all = (key: string): readonly unknown[] => facts.flatMap(({ data }) => data[key] ?? [])
    expect(all('text')).toEqual([note, 'Will, someone'])
    expect(all('assistant')).toEqual(['someone'])
    expect(all('role')).toEqual(['peer'])
  })
})

describe('forget what an undo took back', () => {
  const secrets = ['wrong gmbh', 'priv ate', 'priv@ate', 'health secret']
  beforeEach(async () => {
    await type('log "Wrong GmbH" --with "Priv Ate <priv@ate.example>" --note "health secret of Priv Ate" --at "mon 1 mar"')
    await type('undo')
    await type('log Delmar --with "Tomas Weil" --at "tue 2 mar"')
    expect(traces(secrets)).toEqual(secrets)
  })

  it.each(['wrong', 'wrong-gmbh', '"Wrong GmbH"'])('by its handle, the start of it, or its company: %s', async (who) => {
    const { code, err } = await session.run(shellWords(`forget ${who}`))
    expect([code, err]).toEqual([
      2,
      'This removes Wrong GmbH for good, with Priv Ate, who is in nothing else; it was taken back already, and only the file still holds it.\nNo undo brings it back; to go on: followup forget wrong-gmbh --yes (with --backups the copies go too)\n',
    ])
    expect(await type(`forget ${who} --yes`)).toContain('Forgotten   Wrong GmbH, which was taken back before')
    expect(traces(secrets)).toEqual([])
    expect(await session.run(shellWords(`forget ${who} --yes`))).toMatchObject({ code: 3 })
    expect(await type('list')).toContain('delmar')
  })

  it.each(['"Priv Ate"', 'priv', 'priv@ate.example'])('a person, by name or address: %s', async (who) => {
    const { code, err } = await session.run(shellWords(`forget ${who}`))
    expect([code, err]).toEqual([2, expect.stringContaining('This removes Priv Ate for good; it was taken back already')])
    expect(err).toContain('followup forget priv@ate.example --yes')
    await type(`forget ${who} --yes`)
    expect(traces(secrets)).toEqual(['wrong gmbh', 'health secret'])
  })

  it('all of that name at once, with what stands', async () => {
    await type('log "Wrong GmbH" --with "Priv Ate" --note "health secret twice" --at "mon 1 mar"')
    await type('undo')
    await type('log "Wrong GmbH" --with "Priv Ate <priv@ate.example>" --at "mon 1 mar"')
    const { err } = await session.run(['forget', 'wrong'])
    expect(err).toContain('with Priv Ate, who is in nothing else, and what was taken back under that name.')
    const { err: person } = await session.run(['forget', 'Priv Ate'])
    expect(person).toContain('This removes Priv Ate for good, and what was taken back under that name.')
    await type('forget wrong --yes')
    expect(traces(secrets)).toEqual([])
  })

  it('not where the name means two', async () => {
    await type('log "Private Bank" --at "mon 1 mar"')
    await type('undo')
    const { code, err } = await session.run(['forget', 'priv', '--yes'])
    expect([code, err]).toEqual([
      3,
      '"priv" fits an opportunity and a person.\nFor the person: "Priv Ate (priv@ate.example)"; for the opportunity: private-bank.\n',
    ])
    await type('forget "Priv Ate (priv@ate.example)" --yes')
    expect(traces(['priv ate', 'private bank'])).toEqual(['private bank'])
  })

  it('someone who was added to what stands, and taken back', async () => {
    await type('contact add "Ann Other <ann@other.example>" --for delmar')
    await type('undo')
    await type('forget ann@other.example --yes')
    expect(traces(['ann other', 'ann@other'])).toEqual([])
    expect(await type('show delmar')).toContain('Tomas Weil')
  })
})

describe('forget', () => {
  const copies = (): readonly string[] => readdirSync(`${store()}.backups`)

  it('says that backups keep it, and with --backups takes them away', async () => {
    await twoWithDana()
    await type('backup')
    await type('restore --yes')
    expect(copies().length).toBe(2)
    expect(await type('forget delmar --yes')).toContain('2 backups still hold it; they go as newer ones come, but the newest')
    expect(traces(['tomas'])).toEqual(['tomas'])
    session.at('2027-03-09T10:05', 'America/New_York')
    expect(await type('forget zanzibar --backups --yes')).toContain('2 backups removed, and a new one made')
    expect(traces(['tomas', ...ofZanzibar])).toEqual([])
    expect(copies()).toEqual(['20270309T150500000Z-asked.db'])
  })

  it('counts the backups that hold it, and says so of one that cannot be read', async () => {
    await type('log Delmar --with "Tomas Weil" --at "mon 1 mar"')
    await type('backup')
    session.at('2027-03-09T11:00', 'America/New_York')
    await type('log Zanzibar --with "Lou Vermicelli" --at "mon 1 mar" --note "Lou Vermicelli and Tomas Weil"')
    expect(await type('forget "Lou Vermicelli" --yes')).toContain('none beside the store holds it')
    expect(await type('forget "Tomas Weil" --yes')).toContain('1 backup still holds it; they go')
    await type('backup')
    writeFileSync(join(`${store()}.backups`, copies()[0] ?? ''), 'not a store')
    const told = await type('forget delmar --yes')
    expect(told.replaceAll(/\s+/g, ' ')).toContain('1 backup still holds it, 1 backup cannot be read and may hold it; they go')
  })

  it('asks for a yes, and says what would go', async () => {
    await twoWithDana()
    const before = readFileSync(store())
    expect(await session.run(['forget', 'zanz'])).toEqual({
      code: 2,
      out: '',
      err: 'This removes Zanzibar Controls, Zookeeper for good, with Lou Vermicelli, who is in nothing else.\nNo undo brings it back; to go on: followup forget zanzibar-controls --yes (with --backups the copies go too)\n',
    })
    expect(await session.run(['forget', 'tomas', '--backups'])).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'This removes Tomas Weil for good.\nNo undo brings it back; to go on: followup forget tomas@delmar.example --backups --yes',
      ),
    })
    expect(readFileSync(store()).equals(before)).toBe(true)
  })

  it.each([
    ['zanzibar-controls', 'Zanzibar Controls, Zookeeper'],
    ['', null],
    ['yes', null],
  ] as const)('at a terminal its name is typed once more: %j', async (typed, removed) => {
    const person = answering([['To remove it, type zanzibar-controls; Enter keeps it.', typed]])
    session.remove()
    session = startSession({ person: { here: () => true, talk: () => Promise.resolve(person.ask) } })
    session.at('2027-03-09T10:00', 'America/New_York')
    await twoWithDana()
    const { out, code } = await session.run(['forget', 'zanz'])
    expect(person.heard[0]).toBe(
      'This removes Zanzibar Controls, Zookeeper for good, with Lou Vermicelli, who is in nothing else. No undo brings it back. Backups keep it until newer ones come; with --backups they go at once.',
    )
    expect(code).toBe(removed === null ? 1 : 0)
    if (removed === null) expect(traces(ofZanzibar)).toEqual(ofZanzibar)
    else expect(out).toContain(removed)
  })

  it.each([
    ['Ann Other', 0],
    ["'Ann Other'", 0],
    ['"Ann Other"', 0],
    ['Ann', 1],
  ])('at a terminal a name of several words is typed as it is read: %j', async (typed, code) => {
    const person = answering([['To remove it, type Ann Other; Enter keeps it.', typed]])
    session.remove()
    session = startSession({ person: { here: () => true, talk: () => Promise.resolve(person.ask) } })
    session.at('2027-03-09T10:00', 'America/New_York')
    await twoWithDana()
    await type('contact add "Ann Other" --for delmar')
    expect(await session.run(['forget', 'ann'])).toMatchObject({ code })
  })

  it('says which of two namesakes it is about, and how that one is named on a command line', async () => {
    await type('log Gamma --with "Sam Poe" --at "mon 1 mar"')
    await type('log Delta --with "Sam Poe" --at "mon 1 mar"')
    const { err } = await session.run(['forget', 'Sam Poe (gamma)'])
    expect(err).toContain("followup forget 'Sam Poe (gamma)' --yes")
    await type("forget 'Sam Poe (gamma)' --yes")
    expect(await type('contact list')).toMatch(/^ *Sam Poe .* delta$/m)
  })

  it('beside a company of the same name: says how the person is named, with an address or without', async () => {
    await type('log "Dana Reyes Consulting" --at "mon 1 mar"')
    await type('log Delmar --with "Dana Reyes" --at "mon 1 mar"')
    const { err } = await session.run(['forget', 'Dana Reyes', '--yes'])
    expect(err).toBe(
      '"Dana Reyes" fits an opportunity and a person.\nFor the person: "Dana Reyes (delmar)"; for the opportunity: dana-reyes-consulting.\n',
    )
    expect(await type('forget "Dana Reyes (delmar)" --yes')).toContain('Forgotten   Dana Reyes\n')
    expect(await type('show dana-reyes')).toContain('Dana Reyes Consulting')
  })

  const wrong: readonly (readonly [string, string])[] = [
    ['forget nothing --yes', 'No opportunity matches "nothing".'],
    ['forget d --yes', '"d" fits an opportunity and a person.'],
  ]
  it.each(wrong)('%s: nothing is removed', async (line, err) => {
    await twoWithDana()
    expect(await session.run(shellWords(line))).toMatchObject({ code: 3, err: expect.stringContaining(err) })
    expect(traces(ofZanzibar)).toEqual(ofZanzibar)
  })

  it('does not make a store that is not there', async () => {
    mkdirSync(join(session.folder, 'data'), { recursive: true })
    expect(await session.run(['forget', 'acme', '--yes'])).toMatchObject({ code: 3 })
    expect(readdirSync(join(session.folder, 'data'))).toEqual([])
  })
})
