import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { MailSynced } from '../../../src/commands/mail/sync.js'
import { answering } from '../../support/answers.js'
import type { Answer } from '../../support/answers.js'
import { serveMailbox } from '../../support/imap-server.js'
import type { Box, LyingMail, Running } from '../../support/imap-server.js'
import { startSession } from '../../support/session.js'
import type { Outcome, Session } from '../../support/session.js'

let session: Session
let server: Running | null
let script: readonly Answer[] | null

beforeEach(async () => {
  script = null
  server = null
  const talk = async () => answering(script ?? []).ask
  session = startSession({ person: { here: () => script !== null, talk } })
  session.at('2027-03-01T15:00:00', 'America/New_York')
  await ok(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', 'now', '--country', 'US'])
  await ok(['sent', 'acme', 'thank-you', '--message-id', '<thanks-1@me.example>'])
  session.at('2027-03-08T09:00:00', 'America/New_York')
  await ok(['sent', 'acme', 'love-letter', '--nothing-heard', '--message-id', '<note-1@me.example>'])
  session.at('2027-03-16T08:30:00', 'America/New_York')
})
afterEach(async () => {
  session.remove()
  await server?.stop()
})

async function ok(argv: readonly string[]): Promise<Outcome> {
  const said = await session.run(argv)
  if (said.code !== 0) throw new Error(`followup ${argv.join(' ')} ended with ${String(said.code)}: ${said.err}`)
  return said
}

/** Another server in the place of the last one, at the same mailbox. */
async function serve(mails: readonly LyingMail[], more: Partial<Box> & { readonly validity?: number } = {}): Promise<void> {
  await server?.stop()
  const { validity = 7, ...box } = more
  server = await serveMailbox({ password: 's3cret', folders: [{ name: 'INBOX', mails, validity }], ...box })
  session.set({
    FOLLOWUP_IMAP_HOST: '127.0.0.1',
    FOLLOWUP_IMAP_PORT: String(server.port),
    FOLLOWUP_IMAP_SECURITY: 'none',
    FOLLOWUP_MAIL_USER: 'me@me.example',
    FOLLOWUP_MAIL_PASSWORD: 's3cret',
  })
}

interface Words {
  readonly from?: string
  readonly subject?: string
  readonly head?: readonly string[]
  readonly body: string
  readonly day?: number
}

function mail(
  uid: number,
  { from = 'Dana Reyes <dana@acme.example>', subject = 'Re: Operations', head = [], body, day = 10 }: Words,
): LyingMail {
  const date = `${String(day)} Mar 2027 10:00:00 -0500`
  const lines = [
    `From: ${from}`,
    'To: me@me.example',
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <m${String(uid)}@there.example>`,
    ...head,
  ]
  return { uid, came: `2027-03-${String(day).padStart(2, '0')}`, text: `${lines.join('\n')}\n\n${body}\n` }
}
const answersNote = ['In-Reply-To: <note-1@me.example>']
const holding = (uid: number): LyingMail =>
  mail(uid, { head: answersNote, body: 'Hi, we have not decided yet. You will hear from us by Friday.' })
const likely = (uid: number): LyingMail => mail(uid, { body: 'Hi, we have not decided yet. You will hear from us by Friday.' })
const stranger = (uid: number): LyingMail =>
  mail(uid, { from: 'Shop <shop@shop.example>', subject: 'Your order', body: 'SECRET-OF-OTHERS' })

async function synced(...more: readonly string[]): Promise<MailSynced> {
  return (JSON.parse((await ok(['sync', '--mail', '--json', ...more])).out) as { readonly mail: MailSynced }).mail
}

async function kinds(): Promise<readonly string[]> {
  const { facts } = JSON.parse((await ok(['history', 'acme', '--json'])).out) as {
    facts: { kind: string; retracted: boolean; data: { kind?: string } }[]
  }
  return facts
    .filter(({ retracted }) => !retracted)
    .map(({ kind, data }) => (kind === 'heard' || kind === 'arrived' ? `${kind} ${data.kind ?? ''}` : kind))
}

async function state(): Promise<string> {
  return (JSON.parse((await ok(['show', 'acme', '--json'])).out) as { state: string }).state
}

describe('sync --mail', () => {
  it('puts an answer to a letter on record by itself, and proposes the day it names', async () => {
    await serve([stranger(1), holding(2)])
    expect(await state()).toBe('silent')
    const said = await ok(['sync', '--mail'])
    expect(said.out).toContain('INBOX: 2 new')
    expect(said.out).toContain('followup promise acme-controls 2027-03-12')
    expect(await kinds()).toContain('heard holding')
    expect(await state()).toBe('waiting')
  })
  it('opens the folder for reading alone, fetches by PEEK, and of strangers the head alone', async () => {
    await serve([stranger(1), holding(2)])
    await ok(['sync', '--mail'])
    const told = (server?.commands ?? []).join('\n')
    expect(told).toContain('EXAMINE')
    expect(told).not.toMatch(/\bSELECT\b|\bSTORE\b|\bCOPY\b|\bMOVE\b|\bEXPUNGE\b|\bAPPEND\b|BODY\[|RFC822/)
    expect(told).not.toMatch(/FETCH 1 .*(?:TEXT|PEEK\[\])/)
  })
  it('finds nothing new the second time, and later only what came since', async () => {
    await serve([stranger(1), holding(2)])
    await synced()
    const facts = await kinds()
    expect(await synced()).toMatchObject({ folders: [{ folder: 'INBOX', looked: 0 }], mails: [] })
    await serve([stranger(1), holding(2), mail(9, { head: answersNote, body: 'Could you send me two references?', day: 15 })])
    expect(await synced()).toMatchObject({ folders: [{ looked: 1 }], mails: [{ kind: 'question', does: 'recorded' }] })
    expect(await kinds()).toEqual([...facts, 'heard question', 'noted'])
  })
  it('reads a folder anew that is numbered anew, and records nothing twice', async () => {
    await serve([holding(2)])
    await synced()
    const facts = await kinds()
    await serve([stranger(100), { ...holding(2), uid: 101 }], { validity: 8 })
    expect(await synced()).toMatchObject({ folders: [{ looked: 2 }], mails: [] })
    expect(await kinds()).toEqual(facts)
  })
  it('looks again for whom I met since the last look, and misses nothing of the others', async () => {
    const globex = mail(3, { from: 'Lee <lee@globex.example>', subject: 'Plant manager', body: 'We have not decided yet.', day: 12 })
    await serve([stranger(1), globex])
    await synced()
    session.at('2027-03-16T17:00:00', 'America/New_York')
    await ok(['log', 'Globex', '--with', 'Lee <lee@globex.example>', '--at', '2027-03-11'])
    await serve([stranger(1), globex, { ...holding(4), came: '2027-03-16' }])
    const { mails } = await synced()
    expect(mails.map(({ handle, does }) => `${handle} ${does}`).sort()).toEqual(['acme-controls recorded', 'globex asked'])
    session.at('2027-03-16T18:00:00', 'America/New_York')
    expect(await synced()).toMatchObject({ folders: [{ looked: 0 }], mails: [] })
  })
  it('with --dry-run stores nothing, not even how far it looked', async () => {
    await serve([holding(2)])
    expect(await synced('--dry-run')).toMatchObject({ dryRun: true, mails: [{ does: 'recorded' }] })
    expect(await kinds()).not.toContain('heard holding')
    expect(await synced()).toMatchObject({ mails: [{ does: 'recorded' }] })
  })
  it('with --since looks again, and does not bring back what was undone', async () => {
    await serve([holding(2)])
    await synced()
    await ok(['undo'])
    expect(await synced('--since', '2027-03-02')).toMatchObject({ folders: [{ looked: 1 }], mails: [] })
    expect(await kinds()).not.toContain('heard holding')
  })
  it('asks about what is only probable: nothing is silent till somebody has looked', async () => {
    await serve([likely(2)])
    expect(await synced()).toMatchObject({ mails: [{ does: 'asked', kind: 'holding', match: 'likely' }] })
    expect(await kinds()).toContain('arrived holding')
    const due = JSON.parse((await ok(['due', '--json'])).out) as {
      due: { state: string; silentSince: string | null; next: { step: string } }[]
    }
    expect(due.due).toMatchObject([{ state: 'waiting', silentSince: null, next: { step: 'read-mail' } }])
    expect(await synced('--since', '2027-03-02')).toMatchObject({ mails: [] })
  })
  it('never ends it on a no by itself', async () => {
    await serve([mail(2, { head: answersNote, body: 'Unfortunately we have decided to go with another candidate.' })])
    expect(await synced()).toMatchObject({ mails: [{ does: 'asked', kind: 'rejection', match: 'certain' }] })
    expect(await state()).not.toBe('closed')
  })
  it('takes back a letter that came back, and waits for somebody who is away', async () => {
    const bounce = mail(2, {
      from: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
      subject: 'Undelivered Mail Returned to Sender',
      body: '<dana@acme.example>: 550 5.1.1 User unknown\n\nMessage-ID: <note-1@me.example>',
      day: 8,
    })
    await serve([bounce])
    expect(await synced()).toMatchObject({ mails: [{ does: 'recorded', kind: 'bounce' }] })
    const away = mail(3, {
      subject: 'Automatic reply: Operations',
      head: [...answersNote, 'Auto-Submitted: auto-replied'],
      body: 'I am out of the office and return on Monday, 22 March.',
      day: 15,
    })
    await serve([bounce, away])
    expect(await synced()).toMatchObject({ mails: [{ does: 'recorded', kind: 'out-of-office', until: '2027-03-22' }] })
  })
  it('lets a role on hold rest until the day that the mail names', async () => {
    await serve([mail(1, { head: answersNote, body: 'The role is on hold for now. You will not hear from us before 1 June.', day: 15 })])
    expect(await synced()).toMatchObject({ mails: [{ does: 'recorded', kind: 'on-hold', promise: null, until: '2027-06-01' }] })
    const { out } = await session.run(['show', 'acme', '--json'])
    expect(JSON.parse(out)).toMatchObject({ state: 'parked', next: { step: 'check-in', on: '2027-06-03' } })
  })
  it('leaves alone what I wrote, what is older than our last word, and what was put on record by hand that day', async () => {
    await ok(['heard', 'acme', 'holding', '--at', '2027-03-10'])
    await serve([
      mail(1, { from: 'Me <me@me.example>', body: 'They decide by Friday.' }),
      mail(2, { body: 'See you on Monday at ten.', day: 5 }),
      likely(3),
    ])
    expect((await synced()).mails.map(({ does }) => does)).not.toContain('recorded')
    expect(await kinds()).not.toContain('arrived holding')
  })
  it('keeps what the mail says when that is wanted', async () => {
    session.set({ FOLLOWUP_KEEP_BODIES: 'true' })
    await serve([holding(2)])
    await synced()
    expect((await ok(['history', 'acme', '--json'])).out).toContain('Hi, we have not decided yet. You will hear from us by Friday.')
  })
  it.each<[string, Partial<Box>, number, string]>([
    ['a wrong password', { password: 'other' }, 6, 'does not accept the name and password'],
    ['a folder that is not there', { folders: [{ name: 'Other' }] }, 6, 'There is no folder "INBOX"'],
    ['a server that hangs up', { fault: (command) => (command.includes('FETCH') ? 'drop' : undefined) }, 6, 'broke off'],
  ])('%s: a sentence, and nothing is half done', async (_what, box, code, says) => {
    await serve([holding(2)], box)
    const said = await session.run(['sync', '--mail'])
    expect(said.code).toBe(code)
    expect(said.err).toContain(says)
    await serve([holding(2)])
    expect(await synced()).toMatchObject({ mails: [{ does: 'recorded' }] })
  })
  it.each([
    [['sync'], 'What should be synced?'],
    [['sync', '--mail'], 'No mail server is named.'],
    [['sync', '--calendar', '--since', '2027-03-01'], '--since goes with --mail.'],
  ])('%j without what it needs is a usage error', async (argv, says) => {
    const said = await session.run(argv)
    expect(said).toMatchObject({ code: 2 })
    expect(said.err).toContain(says)
  })
})

describe('do, when a mail came that is probably an answer', () => {
  beforeEach(async () => {
    await serve([likely(2)])
    await synced()
  })
  it('shows it, and keeps it with its day after a yes', async () => {
    session.at('2027-03-15T08:30:00', 'America/New_York')
    script = [
      ['Is this "not decided yet", about Acme Controls?', 'yes'],
      ['Do they name Fri 12 Mar for news?', 'yes'],
    ]
    await ok(['do', 'acme'])
    expect(await kinds()).toEqual(expect.arrayContaining(['heard holding', 'promised']))
    expect(await state()).toBe('promised')
  })
  it('takes it out of the way for good after a no', async () => {
    script = [['Is this "not decided yet"', 'no, it is no answer']]
    await ok(['do', 'acme'])
    expect(await state()).toBe('silent')
    script = null
    expect(await synced('--since', '2027-03-02')).toMatchObject({ mails: [] })
  })
  it('asks about one after the other, and stops at later', async () => {
    await serve([
      likely(2),
      mail(3, { body: 'Could you send me two references?', day: 11 }),
      mail(4, { body: 'Lovely to meet you.', day: 12 }),
    ])
    await synced()
    script = [
      ['Is this "not decided yet"', 'no, it is no answer'],
      ['Is this a question to you', 'yes'],
      ['Is this a friendly word', 'later'],
    ]
    await ok(['do', 'acme'])
    expect((await kinds()).filter((kind) => /heard|arrived/.test(kind))).toEqual(['arrived question', 'arrived courtesy', 'heard question'])
  })
  it('asks what a mail says that is not clear, and takes the answer', async () => {
    const body = 'We could only take one, and it was the other person.'
    await serve([mail(5, { head: answersNote, body, day: 12 })])
    expect(await synced('--since', '2027-03-02')).toMatchObject({ mails: [{ does: 'asked', kind: 'courtesy', unclear: true }] })
    script = [
      ['Is this "not decided yet"', 'no, it is no answer'],
      ['What does the whole mail say, about Acme Controls?', 'a no'],
    ]
    await ok(['do', 'acme'])
    script = null
    expect(await kinds()).toContain('heard rejection')
    expect(await state()).toBe('closed')
  })
  it.each<[string, string, string]>([
    ['a friendly word', 'heard courtesy', 'waiting'],
    ['it is no answer', 'interviewed', 'silent'],
  ])('of one that is not clear "%s" is an answer too', async (answer, kind, then) => {
    await serve([mail(6, { head: answersNote, body: 'The new hall is nearly done.', day: 12 })])
    await synced('--since', '2027-03-11')
    script = [
      ['Is this "not decided yet"', 'no, it is no answer'],
      ['What does the whole mail say', answer],
    ]
    await ok(['do', 'acme'])
    script = null
    expect(await kinds()).toContain(kind)
    expect(await state()).toBe(then)
  })
  it('is settled too by what is put on record by hand afterwards', async () => {
    await ok(['heard', 'acme', 'courtesy'])
    const due = (await ok(['due', '--json', '--all'])).out
    expect(due).not.toContain('read-mail')
  })
})
