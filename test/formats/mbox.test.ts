import { describe, expect, it } from '@jest/globals'
import { mailsInMbox } from '../../src/formats/mbox.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const texts = (pieces: readonly string[], most = 10_000): readonly string[] =>
  [...mailsInMbox(pieces.map(bytes), { bytes: most })].map((one) => new TextDecoder().decode(one))

const first = 'From dana@acme.example Mon Mar  8 09:12:00 2027\nSubject: one\n\nHello.\n'
const second = 'From MAILER-DAEMON Tue Mar  9 09:12:00 2027\nSubject: two\n\nBye.\n'

describe('an mbox', () => {
  it('is parted where a line says from whom and when', () => {
    expect(texts([`${first}\n${second}`])).toEqual(['Subject: one\n\nHello.\n\n', 'Subject: two\n\nBye.\n'])
  })
  it('is the same in whatever pieces it comes', () => {
    const whole = `${first}\n${second}`
    expect(texts([...whole])).toEqual(texts([whole]))
  })
  it.each(['From here on we met on Mon Mar 8, and it went well', 'From now on: 2027', '>From dana@acme.example Mon Mar  8 09:12:00 2027'])(
    '"%s" in a letter begins no other',
    (line) => {
      expect(texts([`${first}\n${line}\n\nbye\n`])).toHaveLength(1)
    },
  )
  it('begins a mail only after an empty line', () => {
    expect(texts([`${first}${second}`])).toHaveLength(1)
  })
  it('gives back lines that were quoted for its sake', () => {
    expect(texts([`${first}\n>From the start.\n>>From the end.\n> From a quote.\n`])[0]).toContain(
      '\nFrom the start.\n>From the end.\n> From a quote.\n',
    )
  })
  it.each([
    'From - Mon Mar 08 09:12:00 2027',
    'From 1234@xxx Mon Mar 08 09:12:00 +0000 2027',
    'From dana@acme.example  Mon, 8 Mar 2027 09:12:00 -0600',
  ])('knows "%s", as Thunderbird, Gmail and others write it', (line) => {
    expect(texts([`${line}\nSubject: x\n\na\n`])).toEqual(['Subject: x\n\na\n'])
  })
  it('keeps of a mail no more than is looked at, and reads on after it', () => {
    const long = `${first}${'line of a long letter\n'.repeat(500)}`
    const found = texts([`${long}\n${second}`], 100)
    expect(found).toHaveLength(2)
    expect(found[0]?.length).toBeLessThanOrEqual(100)
  })
  it('holds nothing where no mail begins', () => {
    expect(texts(['Subject: x\n\nFrom\n'])).toEqual([])
  })
})
