import { afterEach, describe, expect, it } from '@jest/globals'
import { mailReader } from '../../src/outside/mail-reader.js'
import type { MailReader } from '../../src/outside/mail-reader.js'

let reader: MailReader
afterEach(() => reader.close())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = 'From: Dana Reyes <dana@acme.example>\r\nSubject: Re: Operations\r\nMessage-ID: <a@b.example>\r\n'
const good = bytes(`${head}\r\nNot decided yet.\r\n`)

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${String(at)}"\r\n\r\n--b${String(at)}\r\n`,
  )
  return `${head}${open.join('')}Content-Type: text/plain\r\n\r\ndeep\r\n`
}

const hostile: Readonly<Record<string, () => string>> = {
  'ten thousand parts': () =>
    `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(10_000)}`,
  'parts within parts, two hundred deep': () => nested(200),
  'mails within mails, a thousand deep': () => `${head}${'Content-Type: message/rfc822\r\n\r\n'.repeat(1000)}`,
  'fifty megabytes of text': () => `${head}\r\n${'a line of text that goes on\r\n'.repeat(1_900_000)}`,
  'fifty megabytes in one line': () => `${head}\r\n${'x'.repeat(50_000_000)}`,
  'a head of ten megabytes': () => `${head}${'X-Long: abcdefgh\r\n'.repeat(550_000)}\r\nhello`,
  'one field of ten megabytes': () => `${head}References: ${'<a@b> '.repeat(1_600_000)}\r\n\r\nhello`,
  'a hundred thousand readers': () => `${head}To: ${'a@b.example, '.repeat(100_000)}\r\n\r\nhello`,
  'groups of readers within groups': () => `${head}To: ${'a:'.repeat(50_000)};\r\n\r\nhello`,
  'encoded words without end': () => `${head}Subject: ${'=?utf-8?q?=41=42?= '.repeat(100_000)}\r\n\r\nhello`,
  'HTML a hundred thousand elements deep': () => `${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}hello`,
  'HTML of broken tags': () => `${head}Content-Type: text/html\r\n\r\n${'<a href="<'.repeat(100_000)}`,
  'quoted-printable of equal signs': () => `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(1_900_000)}`,
  'base64 that is none': () => `${head}Content-Transfer-Encoding: base64\r\n\r\n${'\u00ff!?'.repeat(500_000)}`,
  'a charset that is none': () => `${head}Content-Type: text/plain; charset="../../etc/passwd"\r\n\r\nhello`,
  'nothing but zeros': () => '\0'.repeat(2_000_000),
}

describe('a hostile mail', () => {
  it.each(Object.entries(hostile))(
    '%s: costs little, and the next one is read',
    async (_what, make) => {
      reader = mailReader()
      const text = bytes(make()).subarray(0, 2_000_000)
      const started = process.hrtime.bigint()
      const came = await reader.read(text).then(
        (mail) => `read: ${mail.subject}`,
        (error: Error) => error.message,
      )
      expect(Number((process.hrtime.bigint() - started) / 1_000_000n)).toBeLessThan(6000)
      expect(came).toMatch(/^(?:read: |This mail cannot be read)/)
      await expect(reader.read(good)).resolves.toMatchObject({
        subject: 'Re: Operations',
        text: expect.stringContaining('Not decided') as unknown,
      })
    },
    15_000,
  )
})

describe('the bounds of a reader', () => {
  it('end what takes too long, and the next one is read', async () => {
    reader = mailReader({ ms: 1, megabytes: 128 })
    const slow = reader.read(bytes(`${head}\r\n${'word '.repeat(390_000)}`))
    await expect(slow).rejects.toThrow('This mail cannot be read: it takes too long to take apart.')
    reader.close()
    reader = mailReader()
    await expect(reader.read(good)).resolves.toMatchObject({ messageId: '<a@b.example>' })
  })
  it('end what takes too much memory, and the next one is read', async () => {
    reader = mailReader({ ms: 20_000, megabytes: 8 })
    const large = bytes(`${head}Content-Type: text/html\r\n\r\n${'<p>word</p>'.repeat(170_000)}`)
    await expect(reader.read(large)).rejects.toThrow('This mail cannot be read')
    await expect(reader.read(good)).resolves.toMatchObject({ messageId: '<a@b.example>' })
  })
})
