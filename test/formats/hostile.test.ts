import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnHolidays } from '../../src/catalog/own-holidays.js'
import { typedWords } from '../../src/formats/bash-line.js'
import { blockIn, withoutBlock } from '../../src/formats/crontab.js'
import { factReader } from '../../src/formats/fact-line.js'
import { readEvents } from '../../src/formats/ics-in.js'
import { readEntry } from '../../src/formats/ics-out.js'
import { calendarInMail } from '../../src/formats/mail-calendar.js'
import { headText } from '../../src/formats/mail-head.js'
import { readMail } from '../../src/formats/mail-in.js'
import { mailsInMbox } from '../../src/formats/mbox.js'
import { readStamp } from '../../src/formats/schedule-stamp.js'
import { readSheet, textOf } from '../../src/formats/sheet-in.js'
import { isProblem } from '../../src/problem.js'
import { tries } from '../support/tries.js'

// .ci/run tries ten thousand.
const inputs = Number(process.env['FOLLOWUP_HOSTILE'] ?? 150)
const fixtures = join(import.meta.dirname, '..', 'fixtures')

/** The files of a folder of fixtures, those in folders within it too. */
function filesIn(folder: string, ending: RegExp): readonly Uint8Array[] {
  const names = readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => ending.test(name)).map((name) => readFileSync(join(fixtures, folder, name)))
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const mails = filesIn('mail', /\.eml$/)
const calendars = filesIn('ics', /\.ics$/)
const fact =
  '{"id":"019d2f3a-0000-7000-8000-000000000001","at":"2027-03-01","recorded":"2027-03-10T09:00:00.000Z","opportunity":"019d2f3a-0000-7000-8000-000000000002","kind":"opened","data":{"company":"Bell","handle":"bell","zone":"UTC","country":"unknown"},"command":"019d2f3a-0000-7000-8000-000000000003","zone":"UTC","offset":0,"schema":1,"checksum":"ef533e5b134e5261"}'
const cron = '# mine\n0 9 * * 1 true\n# followup: begin\n0 8 * * 1-5 node followup remind\n# followup: end\n'
const mbox = mails.slice(0, 3).map((mail) => `From dana@acme.example Mon Mar  1 09:00:00 2027\n${textOf(mail)}\n`)

/** Each reader of what others wrote, with what it is fed. */
const readers: readonly (readonly [string, readonly Uint8Array[], (input: Uint8Array) => unknown])[] = [
  ['invites', calendars, readEvents],
  ['entries of a calendar', calendars, (input) => readEntry(textOf(input))],
  ['own holidays as a calendar', calendars, (input) => readOwnHolidays(textOf(input), 'holidays.ics')],
  [
    'own holidays as a list',
    [bytes('2027-12-24 Christmas Eve\n-2027-07-04\n# none\n')],
    (input) => readOwnHolidays(textOf(input), 'holidays.txt'),
  ],
  ['mails', mails, readMail],
  ['heads of mails', mails, headText],
  ['invites in mails', mails, calendarInMail],
  ['mboxes', [bytes(mbox.join(''))], (input) => [...mailsInMbox([input.subarray(0, 700), input.subarray(700)], { bytes: 100_000 })]],
  ['tables', filesIn('sheets', /\.csv$/), (input) => readSheet({ bytes: input, form: 'csv' })],
  ['rows of JSON', filesIn('sheets', /\.jsonl$/), (input) => readSheet({ bytes: input, form: 'jsonl' })],
  ['cards', filesIn('sheets', /\.vcf$/), (input) => readSheet({ bytes: input, form: 'vcard' })],
  ['facts', [bytes(fact)], (input) => factReader((zone) => zone === 'UTC')(textOf(input), 1)],
  ['crontabs', [bytes(cron)], (input) => [blockIn(textOf(input)), withoutBlock(textOf(input)), readStamp(textOf(input))]],
  ['lines typed in a shell', [bytes('followup show "acme con')], (input) => typedWords(textOf(input))],
]

const tokens = [
  ...[
    '\0',
    '\r',
    '\n\n',
    '"',
    "'",
    ',',
    ';',
    '\\',
    '\t',
    '\u001b[2J',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '=',
    ':',
    '--',
    '{',
    '[',
    '}',
    '__proto__',
  ],
  ...['constructor', '99999999999999999999', '-1', '1e400', 'NaN', '00000000T000000Z', '20270230T256199', '=?utf-8?B?4', '=?x?Q?=zz?='],
  ...['BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', 'RRULE:FREQ=SECONDLY\r\n', 'TZID=Nowhere/There', 'DTSTART;VALUE=DATE:', 'UID:toString\r\n'],
  ...[
    'Content-Type: multipart/mixed; boundary=""\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'From ',
    'BEGIN:VCARD\r\n',
    '=HYPERLINK("x")',
  ],
].map(bytes)

type Edit = (input: Uint8Array) => Uint8Array

/** Things that happen to a file; places are shares of its length. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share(), fc.integer({ min: 0, max: 255 })).map(
    ([at, byte]): Edit =>
      (input) =>
        replaced(input, at, Uint8Array.of(byte), 1),
  ),
  fc.tuple(share(), share()).map(
    ([at, much]): Edit =>
      (input) =>
        replaced(input, at, new Uint8Array(), Math.floor(much * input.length)),
  ),
  fc.tuple(share(), fc.constantFrom(...tokens)).map(
    ([at, token]): Edit =>
      (input) =>
        replaced(input, at, token, 0),
  ),
  fc.tuple(share(), share(), fc.integer({ min: 2, max: 200 })).map(([at, much, times]): Edit => (input) => {
    const start = Math.floor(at * input.length)
    const piece = input.subarray(start, start + Math.floor((much * Math.min(input.length, 20_000)) / times) + 1)
    return replaced(input, at, joinedBytes(Array.from({ length: times }, () => piece)), 0)
  }),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map(
    (noise): Edit =>
      (input) =>
        joinedBytes([input, noise]),
  ),
)

function share(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true })
}

function replaced(input: Uint8Array, at: number, piece: Uint8Array, over: number): Uint8Array {
  const start = Math.floor(at * input.length)
  return joinedBytes([input.subarray(0, start), piece, input.subarray(start + over)])
}

function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

describe('what others wrote, damaged in any way', () => {
  it.each(readers)(
    `%s: is read, or refused in a sentence, in less than two seconds (${String(inputs)} inputs)`,
    async (_, seeds, read) => {
      expect(seeds).not.toHaveLength(0)
      const damaged = fc.tuple(fc.constantFrom(...seeds), fc.array(edits, { minLength: 1, maxLength: 5 }))
      let refused = 0
      await fc.assert(
        fc.asyncProperty(damaged, async ([seed, changes]) => {
          const input = changes.reduce((bytes, change) => change(bytes), seed)
          const before = process.cpuUsage()
          try {
            await read(input)
          } catch (error) {
            if (!isProblem(error)) throw error
            refused += 1
          }
          const { user } = process.cpuUsage(before)
          expect(user).toBeLessThan(2_000_000)
        }),
        { ...tries(inputs), endOnFailure: true },
      )
      expect(refused).toBeLessThan(inputs)
    },
    600_000,
  )
})
