import { describe, expect, it } from '@jest/globals'
import { assembled, partsWanted } from '../../src/formats/mail-parts.js'
import type { PartOutline } from '../../src/formats/mail-parts.js'
import { headText } from '../../src/formats/mail-head.js'
import { readMail } from '../../src/formats/mail-in.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const leaf = (part: string, type: string, disposition?: string): PartOutline => ({ part, type, disposition })
const multi = (type: string, childNodes: readonly PartOutline[]): PartOutline => ({ type, parameters: { boundary: 'b' }, childNodes })
const keys = (outline: PartOutline): readonly string[] | undefined => partsWanted(outline)?.map(({ body }) => body.key)

describe('what of a mail is asked for', () => {
  it.each<[string, PartOutline, readonly string[] | undefined]>([
    ['a mail without parts as it is', leaf('1', 'text/plain'), undefined],
    ['of two forms of a text the plain one', multi('multipart/alternative', [leaf('1', 'text/plain'), leaf('2', 'text/html')]), ['1']],
    ['HTML where there is nothing else', multi('multipart/related', [leaf('1', 'text/html'), leaf('2', 'image/png')]), ['1']],
    [
      'no attachment',
      multi('multipart/mixed', [leaf('1', 'application/pdf'), leaf('2', 'text/plain', 'attachment'), leaf('3', 'text/plain')]),
      ['3'],
    ],
    [
      'an invitation beside the text',
      multi('multipart/mixed', [
        { ...multi('multipart/alternative', [leaf('1.1', 'text/plain'), leaf('1.2', 'text/calendar')]), part: '1' },
        leaf('2', 'application/ics', 'attachment'),
      ]),
      ['1.1', '1.2'],
    ],
    [
      'a report, and of the letter that came back the head alone',
      multi('multipart/report', [leaf('1', 'text/plain'), leaf('2', 'message/delivery-status'), leaf('3', 'message/rfc822')]),
      ['1', '2', '3.HEADER'],
    ],
  ])('%s', (_what, outline, wanted) => {
    expect(keys(outline)).toEqual(wanted)
  })
  it('is one mail again when it is put together', async () => {
    const head = bytes('From: Mail <mailer-daemon@x.example>\r\nSubject: back\r\nContent-Type: multipart/report; boundary="b"\r\n\r\n')
    const mail = await readMail(
      assembled(head, 'b', [
        { head: bytes('Content-Type: text/plain; charset=utf-8\r\n\r\n'), body: bytes('It came bäck.'), isHeadAlone: false },
        {
          head: bytes('Content-Type: message/delivery-status\r\n\r\n'),
          body: bytes('Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; dana@acme.example\r\nAction: failed\r\n'),
          isHeadAlone: false,
        },
        { head: bytes('Content-Type: message/rfc822\r\n\r\n'), body: bytes('Message-ID: <note-1@me.example>\r\n\r\n'), isHeadAlone: true },
      ]),
    )
    expect(mail.text).toContain('It came bäck.')
    expect(mail.report).toEqual({ action: 'failed', recipients: ['dana@acme.example'], messageIds: ['<note-1@me.example>'] })
  })
})

describe('the text of a head', () => {
  it('has folded lines joined and encoded words read, in lower case', () => {
    expect(headText(bytes('From: =?utf-8?q?Zo=C3=AB?= <Z@x.example>\r\nReferences: <a@b>\r\n <C@d>\r\n'))).toBe(
      'from: zoë <z@x.example>\r\nreferences: <a@b> <c@d>\r\n',
    )
  })
})
