import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailsImported } from '../../../src/commands/import/mails.js'
import { startSession } from '../../support/session.js'
import type { Outcome, Session } from '../../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.at('2027-03-16T08:30:00', 'America/New_York')
  await ok(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', '2027-03-01'])
  await ok(['sent', 'acme', 'love-letter', '--at', '2027-03-08', '--nothing-heard', '--message-id', '<note-1@me.example>'])
})
afterEach(() => session.remove())

async function ok(argv: readonly string[], input?: string): Promise<Outcome> {
  const said = await session.run(argv, input)
  if (said.code !== 0) throw new Error(`followup ${argv.join(' ')} ended with ${String(said.code)}: ${said.err}`)
  return said
}

const answer = `From: Dana Reyes <dana@acme.example>
To: me@me.example
Subject: Re: Operations
Date: Wed, 10 Mar 2027 10:00:00 -0500
Message-ID: <m1@acme.example>
In-Reply-To: <note-1@me.example>

Could you send me two references?
`
const broken = 'no head, no mail\n'
const maybe = answer.replace('<m1@', '<m2@').replace('In-Reply-To: <note-1@me.example>\n', '').replace('10 Mar', '11 Mar')
const mbox = [answer, broken, maybe].map((text) => `From x@y.example Wed Mar 10 10:00:00 2027\n${text}\n`).join('')

function put(name: string, text: string): string {
  const path = join(session.folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

async function imported(path: string, ...more: readonly string[]): Promise<MailsImported> {
  return JSON.parse((await ok(['import', path, '--json', ...more])).out) as MailsImported
}

describe('import of mails', () => {
  it('takes an mbox in, the certain as facts, the probable as questions; one that cannot be read stops nothing', async () => {
    const came = await imported(put('old.mbox', mbox))
    expect(came.looked).toBe(3)
    expect(came.mails.map(({ does, kind }) => `${does} ${kind}`)).toEqual(['recorded question', 'asked question'])
    expect(came.unread).toEqual([
      { place: expect.stringMatching(/old\.mbox, mail 2$/) as unknown, fault: expect.stringContaining('cannot be read') as unknown },
    ])
  })
  it('says on a second run that it is all on record', async () => {
    const path = put('old.mbox', mbox)
    await imported(path)
    expect((await imported(path)).mails.map(({ does }) => does)).toEqual(['known', 'known'])
  })
  it('with --dry-run only tells', async () => {
    const path = put('one.eml', answer)
    expect(await imported(path, '--dry-run')).toMatchObject({
      dryRun: true,
      mails: [{ does: 'recorded', kind: 'question', match: 'certain' }],
    })
    expect((await ok(['history', 'acme', '--json'])).out).not.toContain('"heard"')
  })
  it('reads a Maildir, but for what is not whole yet', async () => {
    put('box/cur/1.host:2,S', answer)
    put('box/new/2.host', maybe)
    put('box/tmp/3.host', answer)
    expect((await imported(join(session.folder, 'box'))).looked).toBe(2)
  })
  it('reads a folder of .eml files, and an mbox from a pipe', async () => {
    put('mails/a.eml', answer)
    put('mails/notes.txt', 'nothing')
    expect((await imported(join(session.folder, 'mails'), '--dry-run')).looked).toBe(1)
    const piped = await ok(['import', '-', '--json'], mbox)
    expect(JSON.parse(piped.out)).toMatchObject({ looked: 3, mails: [{ does: 'recorded' }, { does: 'asked' }] })
  })
  it('says in words what came of it', async () => {
    const said = await ok(['import', put('old.mbox', mbox)])
    expect(said.out).toContain('Recorded    acme-controls: they asked for something, from Dana Reyes')
    expect(said.out).toContain('Perhaps     acme-controls')
    expect(said.out).toContain('Not read')
    expect(said.out).toContain('followup do acme-controls')
  })
  it('names a mail from a stranger that names a company, and takes it when it is said whose it is', async () => {
    const stranger = answer
      .replace('Dana Reyes <dana@acme.example>', '"Acme Controls Hiring Team" <noreply@jobs.example>')
      .replace('Re: Operations', 'Your application at Acme Controls')
      .replace('In-Reply-To: <note-1@me.example>\n', '')
      .replace('Could you send me two references?', 'Unfortunately we have decided to move forward with other candidates.')
    const path = put('c.mbox', `From x@y.example Wed Mar 10 10:00:00 2027\n${stranger}\n`)
    expect((await imported(path)).unplaced).toEqual([
      {
        at: '2027-03-10',
        from: 'Acme Controls Hiring Team <noreply@jobs.example>',
        subject: 'Your application at Acme Controls',
        handles: ['acme-controls'],
      },
    ])
    const said = (await ok(['import', path])).out
    expect(said).toContain('Not placed  from Acme Controls Hiring Team <noreply@jobs.example>')
    expect(said.replace(/\s+/g, ' ')).toContain('If it belongs to acme-controls: followup import FILE --for acme-controls')
    expect((await imported(path, '--for', 'acme')).mails.map(({ does, kind }) => `${does} ${kind}`)).toEqual(['asked rejection'])
  })
  it.each([
    ['Société Générale', 'Societe Generale'],
    ['Societe Generale', 'SOCIÉTÉ  GÉNÉRALE'],
    ['Yıldız Holding', 'Yildiz Holding'],
  ])('takes what it named, however the name is typed: %s in a mail of %s', async (company, typed) => {
    await ok(['log', company, '--with', 'Jo Field <jo@field.example>', '--at', '2027-03-02'])
    const text = maybe
      .replace('Dana Reyes <dana@acme.example>', 'Hiring <noreply@jobs.example>')
      .replace('Re: Operations', `=?utf-8?B?${Buffer.from(`Your application at ${typed}`).toString('base64')}?=`)
    const path = put('e.eml', text.replace('Could you send me two references?', 'We have decided to move forward with other candidates.'))
    const handle = (await imported(path, '--dry-run')).unplaced[0]?.handles[0] ?? ''
    expect(await imported(path, '--for', handle)).toMatchObject({ mails: [{ handle, does: 'asked' }], unplaced: [] })
  })
  it('does not take a name within other words for the company', async () => {
    await ok(['log', 'Arc', '--with', 'Jo Field <jo@field.example>', '--at', '2027-03-02'])
    const path = put(
      'f.eml',
      maybe.replace('Dana Reyes <dana@acme.example>', 'Al <al@jobs.example>').replace('Re: Operations', 'Your search'),
    )
    expect((await imported(path, '--for', 'arc')).mails).toEqual([])
  })
  it('leaves lists, own letters and names within other words alone', async () => {
    const made = (from: string, subject: string, more = ''): string =>
      `From x@y.example Wed Mar 10 10:00:00 2027\n${answer
        .replace('Dana Reyes <dana@acme.example>', from)
        .replace('Re: Operations', subject)
        .replace('In-Reply-To: <note-1@me.example>\n', more)}\n`
    const path = put(
      'd.mbox',
      made('Jobs <jobs@list.example>', 'Acme Controls is hiring', 'List-Id: <jobs.list.example>\n') +
        made('Me <me@me.example>', 'At Acme Controls').replace('To: me@me.example', 'To: dana@acme.example') +
        made('Ann <ann@b.example>', 'Macme Controlss'),
    )
    expect((await imported(path)).unplaced).toEqual([])
  })
  it('of an empty folder is a sentence', async () => {
    mkdirSync(join(session.folder, 'empty'))
    const said = await session.run(['import', join(session.folder, 'empty')])
    expect(said).toMatchObject({ code: 1 })
    expect(said.err).toContain('There is no mail in the folder')
  })
})

const missedNoes = [
  'We could only take one, and it was the other person.',
  'Thanks again for coming to see us, Robin. The panel leaned towards somebody who has run a foundry.',
  'It was lovely to meet you. I am afraid this is where we part, with all good wishes.',
]

describe('an answer in which nothing is recognised', () => {
  const saying = (text: string): string => put('one.eml', answer.replace('Could you send me two references?', text))
  it.each(missedNoes)('is asked about, and nobody who said no is called silent: %s', async (text) => {
    session.at('2027-03-30T09:00:00', 'America/Chicago')
    const came = await imported(saying(text))
    expect(came.mails).toMatchObject([{ does: 'asked', kind: 'courtesy', match: 'certain', unclear: true }])
    const due = JSON.parse((await ok(['due', '--json'])).out) as object
    expect(due).toMatchObject({ due: [{ silentSince: null, next: { step: 'read-mail' } }] })
    expect((await ok(['history', 'acme', '--json'])).out).not.toContain('"heard"')
  })
  it('goes on record by itself where it is a friendly line and nothing else', async () => {
    const came = await imported(saying('Hi Robin,\n\nlovely to meet you too!\n\nBest,\nDana'))
    expect(came.mails).toMatchObject([{ does: 'recorded', kind: 'courtesy', unclear: false }])
  })
  it('is shown by what it says beside the friendly words', async () => {
    const said = saying('Hi Robin,\n\nThank you for coming to see us. We could only take one, and it was the other person.\n\nDana')
    expect((await imported(said)).mails).toMatchObject([{ sentence: 'We could only take one, and it was the other person.' }])
  })
  it('is asked about where it is long, and the words say what to answer', async () => {
    const said = (await ok(['import', saying('Thank you for your note. The line runs again and the new hall is nearly done. '.repeat(6))]))
      .out
    expect(said).toContain('Not clear   acme-controls: a mail from Dana Reyes, Wed 10 Mar')
    expect(said.replace(/\s+/g, ' ')).toContain('What it says is asked by: followup do acme-controls')
    expect(said.replace(/\s+/g, ' ')).toContain('or say it: followup heard acme-controls KIND')
    expect((await ok(['history', 'acme'])).out.replace(/\s+/g, ' ')).toContain('a mail that is not clear')
  })
  it('that is older than their last word is left alone', async () => {
    session.at('2027-03-16T09:00:00', 'America/Chicago')
    await ok(['heard', 'acme', 'holding', '--at', '2027-03-12'])
    expect((await imported(saying(missedNoes[0] ?? ''))).mails).toMatchObject([{ does: 'passed' }])
  })
})

describe('a mail of somebody known at more than one', () => {
  beforeEach(async () => {
    await ok(['contact', 'add', 'Lou Berg <lou@berg.example>', '--for', 'acme'])
    await ok(['log', 'Brightworks', '--with', 'Jo Field <jo@bright.example>', '--contact-role', 'boss', '--at', '2027-03-02'])
    await ok(['contact', 'add', 'Lou Berg <lou@berg.example>', '--for', 'brightworks'])
    await ok(['log', 'Berg Search', '--with', 'Ann Berg <ann@berg.example>', '--contact-role', 'boss', '--at', '2027-03-03'])
    await ok(['sent', 'berg-search', 'love-letter', '--at', '2027-03-09', '--nothing-heard'])
  })
  it.each([
    ['the one it names', 'Lou Berg <lou@berg.example>', 'Brightworks have gone another way, I am sorry.', 'brightworks'],
    [
      'the one it names by the first word',
      'Lou Berg <lou@berg.example>',
      'Acme need two references for the position. Can you send them?',
      'acme-controls',
    ],
    [
      'the one it names, from a colleague nobody knows',
      'Kim Sand <kim@berg.example>',
      'Brightworks have not decided on the position yet.',
      'brightworks',
    ],
    [
      'one where the writer is known, not only their house',
      'Lou Berg <lou@berg.example>',
      'They have not decided on the position yet.',
      'acme-controls',
    ],
    ['the agency itself', 'Ann Berg <ann@berg.example>', 'We at Berg Search have not decided on the position yet.', 'berg-search'],
  ])('belongs to %s', async (_what, from, text, handle) => {
    const mail = maybe.replace('Dana Reyes <dana@acme.example>', from).replace('Could you send me two references?', text)
    expect(await imported(put('one.eml', mail), '--dry-run')).toMatchObject({ mails: [{ handle, does: 'asked' }] })
  })
  it('that answers a letter about one and names only another is asked about there', async () => {
    const mail = answer.replace('Dana Reyes <dana@acme.example>', 'Lou Berg <lou@berg.example>')
    const other = mail.replace('Could you send me two references?', 'Brightworks want to see you. Are you free on Friday at 10?')
    expect(await imported(put('one.eml', other), '--dry-run')).toMatchObject({
      mails: [{ handle: 'brightworks', kind: 'invite', does: 'asked' }],
    })
    expect(await imported(put('two.eml', mail), '--dry-run')).toMatchObject({ mails: [{ handle: 'acme-controls', does: 'recorded' }] })
  })
})
