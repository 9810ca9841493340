import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answering } from '../../support/answers.js'
import type { Answer, Person } from '../../support/answers.js'
import { startSession } from '../../support/session.js'
import type { Outcome, Session } from '../../support/session.js'

let session: Session
let script: readonly Answer[] | null
let person: Person | null = null
beforeEach(async () => {
  script = null
  session = startSession({ person: { here: () => script !== null, talk: async () => (person = answering(script ?? [])).ask } })
  session.at('2027-03-10T12:00:00', 'America/Chicago')
  await ok(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', '2027-03-01'])
  await ok(['sent', 'acme', 'love-letter', '--at', '2027-03-08', '--nothing-heard', '--message-id', '<note-1@me.example>'])
})
afterEach(() => session.remove())

async function ok(argv: readonly string[]): Promise<Outcome> {
  const said = await session.run(argv)
  if (said.code !== 0) throw new Error(`followup ${argv.join(' ')} ended with ${String(said.code)}: ${said.err}`)
  return said
}

/** A mail of Dana's that answers the note, or another. */
function mail(text: string, answers = '<note-1@me.example>'): string {
  const path = join(session.folder, 'reply.eml')
  const head = ['From: Dana Reyes <dana@acme.example>', 'To: me@me.example', 'Subject: Re: Operations', 'Message-ID: <m1@acme.example>']
  writeFileSync(path, [...head, 'Date: Tue, 09 Mar 2027 10:00:00 -0600', `In-Reply-To: ${answers}`, '', text, ''].join('\n'))
  return path
}

async function shown(): Promise<{ readonly promise: unknown; readonly offer: unknown }> {
  return JSON.parse((await ok(['show', 'acme', '--json'])).out) as { promise: unknown; offer: unknown }
}

describe('a day for news in a mail', () => {
  it.each([
    ['You will have our answer by Saturday 20 March.', '2027-03-20'],
    ['We will decide by Monday 31 May.', '2027-05-31'],
    ['We will decide by Friday.', '2027-03-12'],
  ])('is the one they named, though nobody works on it: "%s"', async (text, day) => {
    await ok(['heard', 'acme', '--eml', mail(text), '--yes'])
    expect(await shown()).toMatchObject({ promise: day })
  })
})

const letter =
  'We are delighted to offer you the position of Operations Director. Your base salary will be $148,000 a year, with a bonus of up to 15%.\n\nPlease let us know by Friday 19 March.'
const terms = { base: '$148000 a year', bonus: 'up to 15%', respondBy: '2027-03-19' }

describe('an offer in a mail', () => {
  it('is on record with the pay and the day it names, and one undo takes both back', async () => {
    const said = await ok(['heard', 'acme', '--eml', mail(letter), '--yes'])
    expect(said.out.replace(/\s+/g, ' ')).toContain('base $148,000 a year, bonus up to 15%, answer by Fri 19 Mar')
    expect(await shown()).toMatchObject({ offer: terms })
    await ok(['undo'])
    expect(await shown()).toMatchObject({ offer: null, state: 'silent' })
  })
  it('is shown with what it names by --dry-run', async () => {
    const said = await ok(['heard', 'acme', '--eml', mail(letter), '--dry-run', '--json'])
    expect(JSON.parse(said.out)).toMatchObject({ kind: 'offer', offer: { terms, unsure: [] } })
    expect((await ok(['heard', 'acme', '--eml', mail(letter), '--dry-run'])).out).toContain('It names')
  })
  it('without anybody to ask is on record alone, with the line that keeps what it names', async () => {
    const said = await ok(['heard', 'acme', '--eml', mail(letter)])
    expect(said.out.replace(/\s+/g, ' ')).toContain(
      'followup offer acme-controls --base "$148000 a year" --bonus "up to 15%" --respond-by 2027-03-19',
    )
    expect((await ok(['history', 'acme', '--json'])).out).not.toContain('"offered"')
  })
  it('with figures that are not plain says them, and keeps none of those', async () => {
    const said = await ok([
      'heard',
      'acme',
      '--eml',
      mail('We are pleased to offer you the role. The salary is between 140k and 150k.'),
      '--yes',
    ])
    expect(said.out.replace(/\s+/g, ' ')).toContain('Not kept, for it is not plain: "The salary is between 140k and 150k."')
    expect((await ok(['history', 'acme', '--json'])).out).not.toContain('"offered"')
  })
  it('that is imported is asked about where it names terms', async () => {
    const came = JSON.parse((await ok(['import', mail(letter), '--json'])).out) as { readonly mails: readonly unknown[] }
    expect(came.mails).toMatchObject([{ does: 'asked', kind: 'offer', offer: { terms } }])
  })
  it('that was asked about is kept with what was shown, and is a question again after an undo', async () => {
    await ok(['import', mail(letter)])
    script = [
      ['Is this an offer, about Acme Controls?', 'yes'],
      ['What became of it?', 'later'],
    ]
    await ok(['do', 'acme'])
    expect(person?.heard).toContain('It names base $148,000 a year, bonus up to 15%, answer by Fri 19 Mar.')
    script = null
    expect(await shown()).toMatchObject({ offer: terms })
    expect((await ok(['undo'])).out.replace(/\s+/g, ' ')).toContain('with it its terms, a note')
    expect(await shown()).toMatchObject({ offer: null })
    expect((await ok(['due', '--json', '--all'])).out).toContain('read-mail')
  })
  it.each<[string, object | null]>([
    ['yes', terms],
    ['no', {}],
  ])('at a terminal is one question, and the terms are kept after a yes: %s', async (answer, kept) => {
    script = [['Keep that with the offer?', answer]]
    await ok(['heard', 'acme', '--eml', mail(letter)])
    script = null
    const { offer } = await shown()
    expect(offer ?? {}).toEqual(kept)
  })
  it('from somebody whose letter it does not answer is one question too, with what it names', async () => {
    script = [['Is this an offer, about Acme Controls?', 'yes']]
    await ok(['heard', 'acme', '--eml', mail(letter, '<other@me.example>')])
    expect(person?.heard).toContain('It names base $148,000 a year, bonus up to 15%, answer by Fri 19 Mar.')
    script = null
    expect(await shown()).toMatchObject({ offer: terms })
  })
  it('that is imported and names nothing goes on record by itself', async () => {
    const came = JSON.parse((await ok(['import', mail('We are delighted to offer you the position.'), '--json'])).out) as object
    expect(came).toMatchObject({ mails: [{ does: 'recorded', kind: 'offer' }] })
  })
})

describe('an answer in which nothing is recognised', () => {
  const unclear = 'We could only take one, and it was the other person.'
  const kinds = async (): Promise<readonly string[]> => {
    const { facts } = JSON.parse((await ok(['history', 'acme', '--json'])).out) as { facts: { kind: string; data: { kind?: string } }[] }
    return facts.flatMap(({ kind, data }) => (kind === 'heard' ? [data.kind ?? ''] : []))
  }
  it.each([
    unclear,
    'Thanks again for coming to see us, Robin. The panel leaned towards somebody who has run a foundry.',
    'It was lovely to meet you. I am afraid this is where we part, with all good wishes.',
    'Thank you for your note. The line runs again and the new hall is nearly done. '.repeat(6),
  ])('is never recorded by itself, with --yes neither; the line to type is named: %s', async (text) => {
    for (const more of [[], ['--yes']]) {
      const said = await session.run(['heard', 'acme', '--eml', mail(text), ...more])
      expect(said.code).toBe(2)
      expect(said.err.replace(/\s+/g, ' ')).toContain('What this mail from dana@acme.example says is not clear.')
      expect(said.err.replace(/\s+/g, ' ')).toContain('followup heard acme-controls rejection --eml FILE')
    }
    expect(await kinds()).toEqual([])
  })
  it('is what the person says it is', async () => {
    await ok(['heard', 'acme', 'rejection', '--eml', mail(unclear)])
    expect(await kinds()).toEqual(['rejection'])
  })
  it('with a day for news is an answer that puts off', async () => {
    await ok(['heard', 'acme', '--promise', '2027-03-20', '--eml', mail(unclear)])
    expect(await kinds()).toEqual(['holding'])
  })
  it('is asked about at a terminal', async () => {
    script = [['What does the whole mail say, about Acme Controls?', 'a no']]
    await ok(['heard', 'acme', '--eml', mail(unclear)])
    expect(person?.heard).toContain(`dana@acme.example: "${unclear}"`)
    script = null
    expect(await kinds()).toEqual(['rejection'])
  })
  it.each(['later', 'it is no answer'])('and "%s" records nothing', async (answer) => {
    script = [['What does the whole mail say', answer]]
    expect(await session.run(['heard', 'acme', '--eml', mail(unclear)])).toMatchObject({ code: 130 })
    script = null
    expect(await kinds()).toEqual([])
  })
  it('is called unclear by --dry-run, whose keys stay', async () => {
    const said = await ok(['heard', 'acme', '--eml', mail(unclear), '--dry-run', '--json'])
    expect(JSON.parse(said.out)).toMatchObject({ kind: 'courtesy', match: 'certain', unclear: true, promise: null, sentence: unclear })
    expect((await ok(['heard', 'acme', '--eml', mail(unclear), '--dry-run'])).out).toContain('not clear; you would be asked')
  })
  it('goes on record where it is a friendly line and nothing else', async () => {
    await ok(['heard', 'acme', '--eml', mail('Thanks, noted!')])
    expect(await kinds()).toEqual(['courtesy'])
  })
})

describe('what is read in a mail', () => {
  const day = 'We will decide by Friday.'
  it.each([
    ['rejection', day, ['--yes']],
    ['offer', day, ['--yes']],
    ['courtesy', letter, ['--yes']],
    ['courtesy', letter, []],
  ])('gives way to the kind that is typed: %s for "%s" %j', async (kind, text, more) => {
    script = more.length > 0 ? null : []
    await ok(['heard', 'acme', kind, '--eml', mail(text), ...more])
    script = null
    const { facts } = JSON.parse((await ok(['history', 'acme', '--json'])).out) as { facts: { kind: string; data: object }[] }
    expect(facts.filter(({ kind: one }) => one === 'promised' || one === 'offered')).toEqual([])
    expect(facts.find(({ kind: one }) => one === 'heard')).toMatchObject({ data: { kind } })
  })
  it('is asked with the day as a person writes it, and not beside a day that is typed', async () => {
    script = [['Do they name Fri 12 Mar for news?', 'yes']]
    await ok(['heard', 'acme', '--eml', mail(day)])
    script = null
    expect(await shown()).toMatchObject({ promise: '2027-03-12' })
    await ok(['undo'])
    script = []
    await ok(['heard', 'acme', '--promise', '2027-03-18', '--eml', mail(day)])
    script = null
    expect(await shown()).toMatchObject({ promise: '2027-03-18' })
  })
})

describe('a mail from somebody nobody knows', () => {
  const stranger = (text: string): string => {
    const path = mail(text, '<other@me.example>')
    const head = readFileSync(path, 'utf8').replace('Dana Reyes <dana@acme.example>', 'Kim Sand <kim@talent.example>')
    writeFileSync(path, head)
    return path
  }
  it.each(['Unfortunately Acme Controls have chosen another candidate.', 'We could only take one.'])(
    'is what the person says: %s',
    async (text) => {
      await ok(['heard', 'acme', 'rejection', '--eml', stranger(text)])
      const { facts } = JSON.parse((await ok(['history', 'acme', '--json'])).out) as { facts: { kind: string; data: object }[] }
      expect(facts.find(({ kind }) => kind === 'heard')).toMatchObject({ data: { kind: 'rejection', messageId: '<m1@acme.example>' } })
    },
  )
  it('is no answer where nobody says what it is, and the line that does is named', async () => {
    const said = await session.run([
      'heard',
      'acme',
      '--eml',
      stranger('Unfortunately Acme Controls have chosen another candidate.'),
      '--yes',
    ])
    expect(said).toMatchObject({ code: 1 })
    expect(said.err).toContain('This mail is no answer from Acme Controls')
    expect(said.err).toContain('followup heard acme-controls KIND --eml FILE')
  })
})
