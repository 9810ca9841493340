import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { putProgram } from '../support/machine.js'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'
import { startMailHost } from '../support/smtp.js'
import type { MailHost, Manners } from '../support/smtp.js'

let session: Session
let host: MailHost

async function begin(manners: Manners = {}): Promise<void> {
  host = await startMailHost(manners)
  session = startSession()
  session.set({
    FOLLOWUP_MY_NAME: 'Wren Okafor',
    FOLLOWUP_MY_NUMBER: '+1 646 555 0101',
    FOLLOWUP_MY_EMAIL: 'me@example.org',
    FOLLOWUP_SMTP_HOST: '127.0.0.1',
    FOLLOWUP_SMTP_PORT: String(host.port),
    FOLLOWUP_SMTP_SECURITY: manners.open ? 'none' : manners.secure ? 'tls' : 'starttls',
  })
  session.at('2027-03-01T15:00:00', 'America/New_York')
  await ok(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', 'now'])
  await ok(['debrief', 'acme', '--landing', 'oversold', '--hook', 'the shift handover board', '--want', 'yes'])
}

async function ok(argv: readonly string[], input?: string): Promise<Outcome> {
  const said = await session.run(argv, input)
  if (said.code !== 0) throw new Error(`followup ${argv.join(' ')} ended with ${String(said.code)}: ${said.err}`)
  return said
}

const send = (...more: readonly string[]): Promise<Outcome> => session.run(['letter', 'acme', 'thank-you', '--send', '--yes', ...more])

async function kinds(): Promise<readonly string[]> {
  const { facts } = JSON.parse((await ok(['history', 'acme', '--json'])).out) as { facts: { kind: string; retracted: boolean }[] }
  return facts.filter((one) => !one.retracted).map((one) => one.kind)
}

interface DueJson {
  readonly due: readonly { readonly handle: string; readonly because: readonly { readonly code: string }[] }[]
}
async function unsettled(): Promise<boolean> {
  const { due } = JSON.parse((await ok(['due', '--json'])).out) as DueJson
  return due.some((one) => one.because[0]?.code === 'unsettled')
}

afterEach(async () => {
  session.remove()
  await host.close()
})

describe('a letter that is sent', () => {
  beforeEach(() => begin())

  it('leaves once, to the one reader, and is on record with its Message-ID', async () => {
    const said = await send()
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('Sent to dana@acme.example.')
    expect(said.out).toContain('Recorded')
    expect(host.mails).toHaveLength(1)
    expect(host.readers).toEqual(['dana@acme.example'])
    const id = /^Message-ID: (<[^>]+@example\.org>)\r$/m.exec(host.mails[0] ?? '')?.[1]
    expect(id).toBeDefined()
    const { out } = await ok(['history', 'acme', '--json'])
    const facts = (JSON.parse(out) as { facts: { kind: string; data: { messageId?: string } }[] }).facts
    expect(facts.map((one) => one.kind).slice(-3)).toEqual(['drafted', 'sending', 'sent'])
    expect(facts.at(-1)?.data.messageId).toBe(id)
    expect(await unsettled()).toBe(false)
  })

  it('is on record as sent to its own reader, where another has the same name', async () => {
    await ok(['log', 'Twin', '--with', 'Alex Kim <a1@twin.example>', '--with', 'Alex Kim <a2@twin.example>', '--at', 'now'])
    const said = await session.run(['letter', 'twin', 'thank-you', '--to', 'a2@twin.example', '--hook', 'the press', '--send', '--yes'])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(host.readers).toEqual(['a2@twin.example'])
    const { out } = await ok(['history', 'twin', '--json'])
    const facts = (JSON.parse(out) as { facts: { kind: string; data: { email?: string; contact?: string } }[] }).facts
    const reader = facts.find((one) => one.data.email === 'a2@twin.example')?.data.contact
    expect(facts.slice(-3).map((one) => [one.kind, one.data.contact])).toEqual([
      ['drafted', reader],
      ['sending', reader],
      ['sent', reader],
    ])
  })

  it('waits for a yes: without one nothing is sent and nothing recorded', async () => {
    const before = await kinds()
    const said = await session.run(['letter', 'acme', 'thank-you', '--send'])
    expect(said.code).toBe(2)
    expect(said.err).toContain('from me@example.org to dana@acme.example through 127.0.0.1')
    expect(said.err).toContain('--yes')
    expect(host.seen).toEqual([])
    expect(await kinds()).toEqual(before)
  })

  it.each([['check-in'], ['close-the-loop'], ['love-letter', '--hook', "'the new press'"]])(
    'a %s reminds them, and leaves only where somebody says that nothing came from them',
    async (...parts) => {
      await send()
      session.at('2027-03-12T10:00:00', 'America/New_York')
      const before = await kinds()
      const line = ['letter', 'acme', ...parts.map((part) => part.replaceAll("'", '')), '--send', '--yes']
      const said = await session.run(line)
      expect(said.code).toBe(2)
      expect(said.err).toContain('Dana Reyes')
      expect(said.err).toContain(`followup letter acme-controls ${parts.join(' ')} --send --yes --nothing-heard`)
      expect(await kinds()).toEqual(before)
      expect(host.mails).toHaveLength(1)
      expect((await session.run([...line, '--nothing-heard'])).code).toBe(0)
      expect(host.mails).toHaveLength(2)
    },
  )

  it('without a yes a reminder is told of both flags', async () => {
    const said = await session.run(['letter', 'acme', 'check-in', '--send'])
    expect(said.code).toBe(2)
    expect(said.err).toMatch(/--yes and --nothing-heard/)
  })

  it('carries names in any script, and the thread of an earlier letter', async () => {
    session.set({ FOLLOWUP_MY_NAME: 'Zoë Öberg' })
    await send()
    session.at('2027-03-12T10:00:00', 'America/New_York')
    expect((await session.run(['letter', 'acme', 'check-in', '--send', '--yes', '--nothing-heard'])).code).toBe(0)
    const [first = '', second = ''] = host.mails
    expect(first).toMatch(/^From: =\?UTF-8\?/m)
    const id = /^Message-ID: (<[^>]+>)/m.exec(first)?.[1] ?? 'none'
    expect(second).toContain(`In-Reply-To: ${id}`)
    expect(second).toContain(`References: ${id}`)
    expect(second).toMatch(/^Subject: Re: /m)
    expect(second.split('\r\n').every((line) => line.length <= 998)).toBe(true)
  })

  it('goes by the command that is named before any server', async () => {
    putProgram(session.folder, 'post', `/bin/cat > "${join(session.folder, 'posted')}"`)
    session.set({ FOLLOWUP_MAIL_COMMAND: 'post -t' })
    expect((await send()).code).toBe(0)
    expect(host.seen).toEqual([])
    const posted = readFileSync(join(session.folder, 'posted'), 'utf8')
    expect(posted).toContain('To: Dana Reyes <dana@acme.example>\n')
    expect(posted).not.toContain('\r')
  })

  it('is taken back when that command fails', async () => {
    putProgram(session.folder, 'post', 'echo "account default not found" >&2; exit 78')
    session.set({ FOLLOWUP_MAIL_COMMAND: 'post -t' })
    const said = await send()
    expect(said.code).toBe(6)
    expect(said.err).toContain('ended with 78 (account default not found)')
    expect(await kinds()).not.toContain('sending')
    expect(await unsettled()).toBe(false)
  })

  it('is refused on the stop list, and leaves with a reason in words that is kept', async () => {
    await ok(['stop', 'Acme Controls', '--letters'])
    const refused = await send()
    expect(refused.code).toBe(5)
    expect(host.seen).toEqual([])
    expect((await send('--anyway', 'she wrote that I may')).code).toBe(0)
    const { out } = await ok(['history', 'acme', '--json'])
    expect(out).toContain('"anyway": "she wrote that I may"')
  })

  it('is refused where the check would not send it', async () => {
    const words = 'I am begging you, I will do anything, please just give me the job or I will lose my house'
    const said = await session.run(['letter', 'acme', 'answer', '--say', words, '--send', '--yes'])
    expect(said.code).toBe(5)
    expect(said.err).toContain('--anyway')
    expect(host.seen).toEqual([])
  })

  it('needs an address of mine and one of theirs', async () => {
    session.set({ FOLLOWUP_MY_EMAIL: undefined })
    expect(await send()).toMatchObject({ code: 2, err: expect.stringContaining('my-email') })
    session.set({ FOLLOWUP_MY_EMAIL: 'me@example.org' })
    await ok(['log', 'Birch', '--with', 'Sam Lee', '--contact-role', 'boss', '--at', 'now'])
    await ok(['debrief', 'birch', '--hook', 'the new kiln'])
    const said = await session.run(['letter', 'birch', 'thank-you', '--send', '--yes'])
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('There is no mail address for Sam Lee.') })
  })

  it('is kept by two terminals at once from leaving twice', async () => {
    const both = await Promise.all([send(), send()])
    expect(host.mails).toHaveLength(1)
    expect(both.map((one) => one.code).sort()).toEqual([0, expect.any(Number)])
    expect(both.filter((one) => one.code === 4 || one.code === 5)).toHaveLength(1)
  })
})

describe('a letter that does not leave', () => {
  const certain: readonly (readonly [string, Manners, string])[] = [
    ['a refused reader', { refuses: 'reader' }, 'did not take the address'],
    ['a refused mail', { refuses: 'mail' }, 'did not take the mail'],
    ['a server that is busy', { refuses: 'mail-for-now' }, 'Try again in a while'],
  ]
  it.each(certain)('%s: it is kept, and may be sent again', async (_, manners, words) => {
    await begin()
    host.manners = manners
    const said = await send()
    expect(said.code).toBe(6)
    expect(said.err).toContain(words)
    expect(said.err).toContain('The letter is kept: followup letter acme-controls thank-you')
    expect(await unsettled()).toBe(false)
    const again = await ok(['letter', 'acme', 'thank-you'])
    expect(again.out).toContain('written, not sent')
    host.manners = {}
    expect((await send()).code).toBe(0)
    expect(host.mails).toHaveLength(1)
  })

  it('a wrong password, said by the server', async () => {
    await begin({ asksName: true })
    session.set({ FOLLOWUP_MAIL_USER: 'me@example.org', FOLLOWUP_MAIL_PASSWORD: 'wrong' })
    const said = await send()
    expect(said.code).toBe(6)
    expect(said.err).toContain('did not take the name or the password')
    expect(said.err).not.toContain('wrong')
    session.set({ FOLLOWUP_MAIL_PASSWORD: 'right' })
    expect((await send()).code).toBe(0)
  })

  it('a token, where the mailbox takes one', async () => {
    await begin({ asksName: true })
    session.set({ FOLLOWUP_MAIL_USER: 'me@example.org', FOLLOWUP_MAIL_TOKEN: 'token' })
    expect((await send()).code).toBe(0)
  })

  it('a server that offers no closed way', async () => {
    await begin({ open: true })
    session.set({ FOLLOWUP_SMTP_SECURITY: 'starttls' })
    const said = await send()
    expect(said.code).toBe(6)
    expect(said.err).toContain('offers no closed way')
    expect(host.seen).toEqual([])
  })

  it('an open way to another machine is not even tried', async () => {
    await begin({ open: true })
    session.set({ FOLLOWUP_SMTP_HOST: 'mail.example.org' })
    const said = await send()
    expect(said.code).toBe(2)
    expect(said.err).toContain('The way to mail.example.org would be open to anyone on it.')
    expect(await unsettled()).toBe(false)
  })

  it('a certificate that nobody signed, anywhere but on this machine', async () => {
    await begin({ secure: true })
    expect((await send()).code).toBe(0)
    session.set({ FOLLOWUP_SMTP_HOST: '0.0.0.0', FOLLOWUP_MAIL_USER: 'me@example.org', FOLLOWUP_MAIL_PASSWORD: 'right' })
    session.at('2027-03-12T10:00:00', 'America/New_York')
    const said = await session.run(['letter', 'acme', 'check-in', '--send', '--yes', '--nothing-heard'])
    expect(said.code).toBe(6)
    expect(said.err).toContain('certificate')
    expect(host.mails).toHaveLength(1)
  })

  it('a server that is not there', async () => {
    await begin()
    await host.close()
    const said = await send()
    expect(said.code).toBe(6)
    expect(said.err).toContain('cannot be reached')
    expect(await unsettled()).toBe(false)
  })
})

describe('a letter that may have left', () => {
  it.each(['on-data', 'after-data'] as const)(
    'stands as unsettled when the line breaks %s, and is never sent again by itself',
    async (drops) => {
      await begin()
      host.manners = { drops }
      const said = await send()
      expect(said.code).toBe(6)
      expect(said.err).toContain('whether it left is not known')
      expect((await kinds()).slice(-2)).toEqual(['drafted', 'sending'])
      expect(await unsettled()).toBe(true)
      host.manners = {}
      const again = await send()
      expect(again.code).toBe(5)
      expect(again.err).toContain('may have left')
      expect(host.mails).toEqual([])
      expect((await ok(['due'])).out).toContain('it may have left')
    },
  )

  it('is settled by sent, which keeps its Message-ID', async () => {
    await begin()
    host.manners = { drops: 'after-data' }
    await send()
    await ok(['sent', 'acme', 'thank-you'])
    expect(await unsettled()).toBe(false)
    const { out } = await ok(['history', 'acme', '--json'])
    const facts = (JSON.parse(out) as { facts: { kind: string; data: { messageId?: string } }[] }).facts
    const [sending, sent] = ['sending', 'sent'].map((kind) => facts.find((one) => one.kind === kind)?.data.messageId)
    expect(sent).toBe(sending)
    expect(host.seen[0]).toContain(`Message-ID: ${sending ?? 'none'}`)
  })

  it('is settled by taking it back, as the refusal says; then it is sent', async () => {
    await begin()
    host.manners = { drops: 'on-data' }
    await send()
    host.manners = {}
    const { err } = await send()
    const id = /followup undo\s+(\S+)/.exec(err)?.[1] ?? ''
    await ok(['undo', id])
    expect(await unsettled()).toBe(false)
    expect((await send()).code).toBe(0)
    expect(host.mails).toHaveLength(1)
  })
})

describe('other ways out', () => {
  beforeEach(() => begin())

  it('a file of a mail, an editable draft that only I can read', async () => {
    const file = join(session.folder, 'note.eml')
    const said = await ok(['letter', 'acme', 'thank-you', '--eml', file])
    expect(said.out).toContain(`Written into ${file}`)
    const mail = readFileSync(file, 'utf8')
    expect(mail).toContain('X-Unsent: 1\r\n')
    expect(mail).toContain('To: Dana Reyes <dana@acme.example>\r\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await kinds()).not.toContain('sending')
  })

  it('a mail program, by an address given as one word', async () => {
    putProgram(session.folder, 'reader', `echo "$#" > "${join(session.folder, 'words')}"; echo "$1" >> "${join(session.folder, 'words')}"`)
    session.set({ FOLLOWUP_MAIL_PROGRAM: 'reader' })
    expect((await ok(['letter', 'acme', 'thank-you', '--mailto'])).out).toContain('Opened in your mail program.')
    const [count, address = ''] = readFileSync(join(session.folder, 'words'), 'utf8').split('\n')
    expect(count).toBe('1')
    const { searchParams, pathname } = new URL(address)
    expect(pathname).toBe('dana@acme.example')
    expect(searchParams.get('body')).toContain('Dear Dana')
    expect(searchParams.get('body')).toContain('\r\n')
  })

  it('a mail program that is not there, or finds none', async () => {
    session.set({ FOLLOWUP_MAIL_PROGRAM: 'nowhere' })
    expect(await session.run(['letter', 'acme', 'thank-you', '--mailto'])).toMatchObject({ code: 6, err: expect.stringContaining('--eml') })
    putProgram(session.folder, 'reader', 'exit 3')
    session.set({ FOLLOWUP_MAIL_PROGRAM: 'reader' })
    expect(await session.run(['letter', 'acme', 'thank-you', '--mailto'])).toMatchObject({
      code: 6,
      err: expect.stringContaining('found no mail'),
    })
  })

  it('a place where no file can be written', async () => {
    const said = await session.run(['letter', 'acme', 'thank-you', '--eml', '/proc/note.eml'])
    expect(said.code).toBe(1)
    expect(said.err).toContain('cannot be written')
    expect(existsSync('/proc/note.eml')).toBe(false)
    expect(readdirSync(session.folder)).not.toContain('note.eml')
  })
})

describe('the daily reminder by mail', () => {
  beforeEach(() => begin())

  it('goes to myself once a day, and not when nothing is due', async () => {
    session.at('2027-03-10T09:00:00', 'America/New_York')
    expect(await session.run(['remind', '--mail'])).toMatchObject({ code: 0, out: '', err: '' })
    expect(await session.run(['remind', '--mail'])).toMatchObject({ code: 0, out: '', err: '' })
    expect(host.mails).toHaveLength(1)
    expect(host.readers).toEqual(['me@example.org'])
    expect(host.mails[0]).toMatch(/^Subject: followup, Wed 10 Mar: 1 to do\r$/m)
    expect(host.mails[0]).toContain('acme-controls')
  })

  it('is said again where the mail did not leave', async () => {
    session.at('2027-03-10T09:00:00', 'America/New_York')
    host.manners = { refuses: 'mail-for-now' }
    expect((await session.run(['remind', '--mail'])).code).toBe(6)
    host.manners = {}
    expect((await session.run(['remind', '--mail'])).code).toBe(0)
    expect(host.mails).toHaveLength(1)
  })

  it('names nobody where it is to be discreet', async () => {
    session.set({ FOLLOWUP_DISCREET: 'true' })
    session.at('2027-03-10T09:00:00', 'America/New_York')
    await session.run(['remind', '--mail'])
    expect(host.mails[0]).not.toMatch(/acme|dana/i)
  })
})

describe('config mail test', () => {
  it('says what it found on each way, and sends nothing', async () => {
    await begin({ asksName: true })
    session.set({ FOLLOWUP_MAIL_USER: 'me@example.org', FOLLOWUP_MAIL_PASSWORD: 'right' })
    const said = await session.run(['config', 'mail', 'test'])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('ok          your letters come from me@example.org')
    expect(said.out).toContain('127.0.0.1 takes mail from you; logged in as me@example.org')
    expect(host.seen).toEqual([])
  })

  it('says in a sentence what is wrong, and what to do', async () => {
    await begin({ asksName: true })
    session.set({ FOLLOWUP_MAIL_USER: 'me@example.org', FOLLOWUP_MAIL_PASSWORD: 'wrong' })
    const said = await session.run(['config', 'mail', 'test'])
    expect(said.code).toBe(6)
    expect(said.out).toContain('not ok')
    expect(said.out).toContain('did not take the name or the password')
    expect((await session.run(['config', 'mail', 'tset'])).code).toBe(2)
  })

  it('looks whether the program of a command is there', async () => {
    await begin()
    session.set({ FOLLOWUP_MAIL_COMMAND: 'msmtp -t' })
    expect((await session.run(['config', 'mail', 'test'])).out).toContain('There is no program msmtp')
    putProgram(session.folder, 'msmtp', 'exit 0')
    expect((await session.run(['config', 'mail', 'test'])).code).toBe(0)
  })
})
