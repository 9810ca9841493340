import { afterEach, describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import type { Problem } from '../../src/problem.js'
import { inMailbox } from '../../src/outside/imap.js'
import { foldersOf } from '../../src/outside/imap-folders.js'
import type { MailAccount } from '../../src/outside/mail-account.js'
import { imapTrouble } from '../../src/outside/imap-trouble.js'
import { serveMailbox } from '../support/imap-server.js'
import type { Box, Running } from '../support/imap-server.js'

const box: Box = {
  password: 's3cret',
  folders: [{ name: 'INBOX' }, { name: 'Drafts', use: '\\Drafts' }, { name: 'all', use: '\\Noselect' }],
}
const account: MailAccount = {
  host: '127.0.0.1',
  port: 1,
  security: 'none',
  user: 'me@example.com',
  secret: { kind: 'password', value: 's3cret' },
}
const open: Running[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()))
})

async function serve(served: Box): Promise<Running> {
  const running = await serveMailbox(served)
  open.push(running)
  return running
}

function messageOf(error: unknown): string {
  return (error as Problem).message
}

describe('a mailbox', () => {
  it('is opened, used and left', async () => {
    const { port, commands } = await serve(box)
    const folders = await inMailbox({ ...account, port }, foldersOf)
    expect(folders).toEqual([
      { name: 'INBOX', use: '\\Inbox' },
      { name: 'Drafts', use: '\\Drafts' },
    ])
    expect(commands.at(-1)).toBe('LOGOUT')
  })
  it('says nothing of who asks', async () => {
    const { port, commands } = await serve(box)
    await inMailbox({ ...account, port }, foldersOf)
    expect(commands.join('\n')).not.toMatch(/followup|imapflow|Postal/i)
  })
  it('refuses a wrong password in words, and repeats it nowhere', async () => {
    const { port } = await serve(box)
    const secret = { kind: 'password', value: 'hush-hush' } as const
    const fault: unknown = await inMailbox({ ...account, port, secret }, foldersOf).catch((error: unknown) => error)
    expect(messageOf(fault)).toBe('The mail server 127.0.0.1 does not accept the name and password ("Authentication failed for this try").')
    expect(fault).toMatchObject({
      kind: 'outside',
      code: 'imap-login',
      hint: 'Check mail-user, and what mail-password-command prints when you run it by itself.',
    })
    expect(inspect(fault, { depth: 9 })).not.toContain('hush-hush')
  })
  it('is not there', async () => {
    await expect(inMailbox(account, foldersOf)).rejects.toMatchObject({
      kind: 'outside',
      message: 'No mail server answers at 127.0.0.1, port 1.',
    })
  })
  it('that hangs up in the middle is a sentence', async () => {
    const { port } = await serve({ ...box, fault: (command) => (command.startsWith('LIST') ? 'drop' : undefined) })
    await expect(inMailbox({ ...account, port }, foldersOf)).rejects.toMatchObject({ kind: 'outside', code: 'imap' })
  })
  it('that does not speak TLS gets no password', async () => {
    const { port, commands } = await serve(box)
    await expect(inMailbox({ ...account, port, security: 'tls' }, foldersOf)).rejects.toMatchObject({ code: 'imap-security' })
    await expect(inMailbox({ ...account, port, security: 'starttls' }, foldersOf)).rejects.toMatchObject({ code: 'imap-security' })
    expect(commands.join('\n')).not.toContain('s3cret')
  })
  it('on another machine is opened by a closed way only', async () => {
    await expect(inMailbox({ ...account, host: 'mail.example.com' }, foldersOf)).rejects.toMatchObject({
      kind: 'usage',
      code: 'open-way',
    })
  })
  it('lets a mistake of ours through as it is', async () => {
    const { port } = await serve(box)
    const mistake = new TypeError('ours')
    await expect(inMailbox({ ...account, port }, () => Promise.reject(mistake))).rejects.toBe(mistake)
  })
})

describe('what a mail server does wrong', () => {
  const there = { ...account, host: 'imap.gmail.com', port: 993, security: 'tls' } as const
  it.each([
    [{ code: 'CERT_HAS_EXPIRED' }, 'The certificate of imap.gmail.com cannot be trusted: it has expired.'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'it is signed by nobody but itself.'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'it names another server.'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'it is signed by nobody this machine knows.'],
    [{ code: 'ENOTFOUND' }, 'There is no way to imap.gmail.com: no such name, or no network.'],
    [{ code: 'CONNECT_TIMEOUT' }, 'The mail server at imap.gmail.com, port 993 does not answer in time.'],
    [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'closes the way in another manner'],
    [{ responseText: 'Too many\u001b[31m simultaneous connections' }, 'broke off ("Too many [31m simultaneous connections").'],
    [{ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'lets nobody in at the moment.'],
    [new Error('Failed to fetch folders'), 'The mail server imap.gmail.com broke off.'],
  ])('%o is said', (fault, says) => {
    const trouble = imapTrouble(fault, there)
    expect(trouble).toMatchObject({ kind: 'outside' })
    expect(messageOf(trouble)).toContain(says)
  })
  it.each([
    ['imap.gmail.com', 'app password'],
    ['outlook.office365.com', 'mail-token-command'],
    ['imap.mail.me.com', 'app-specific password'],
    ['imap.mail.yahoo.com', 'app password'],
    ['imap.gmx.net', 'IMAP is switched on'],
    ['mail.example.com', 'mail-password-command'],
  ])('a login that %s refuses: %s', (host, hint) => {
    expect((imapTrouble({ authenticationFailed: true }, { ...there, host }) as Problem).hint).toContain(hint)
  })
})
