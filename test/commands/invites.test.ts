import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readInvites } from '../../src/commands/invite/read.js'
import { tries } from '../support/tries.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'ics')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ics'))
  .map((name) => name.slice(0, -4))

/** A reader in New York whom nobody can ask. */
const alone = { mine: 'America/New_York', ask: () => Promise.resolve(null) }

describe('invites as their makers write them', () => {
  it('are many', () => {
    expect(names.length).toBeGreaterThanOrEqual(60)
  })

  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    expect(await readInvites(readFileSync(join(folder, `${name}.ics`)), alone)).toMatchObject(expected as object)
  })
})

describe('however an invite is wrapped', () => {
  const sound = names.filter(
    (name) => !/^(?:refused|google-(?:utf16|cr-only|bom|fold)|quoted|soft|base64|latin|zoom-with|control)/.test(name),
  )
  const read = (bytes: Uint8Array): Promise<unknown> => readInvites(bytes, alone)

  it('folds anywhere, between any bytes, and ends its lines in any way, and says the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.constantFrom('\r\n', '\n', '\r', '\r\r\n'),
        fc.array(fc.nat(10_000), { maxLength: 30 }),
        async (name, end, places) => {
          const plain = readFileSync(join(folder, `${name}.ics`))
            .toString('latin1')
            .replace(/\r\n[ \t]/g, '')
          const lines = plain.split(/\r\n|\n|\r/)
          const folded = places.reduce((text, place) => foldedAt(text, place), lines.join('\n')).replaceAll('\n', end)
          expect(await read(Buffer.from(folded, 'latin1'))).toEqual(await read(Buffer.from(plain, 'latin1')))
        },
      ),
      tries(100),
    )
  })

  it('whatever is cut out of it or put into it, something is said and nothing breaks', async () => {
    const edit = fc.record({ at: fc.nat(4000), cut: fc.nat(40), put: fc.string({ unit: 'binary', maxLength: 8 }) })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(edit, { minLength: 1, maxLength: 6 }), async (name, edits) => {
        const whole = readFileSync(join(folder, `${name}.ics`)).toString('latin1')
        const text = edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), whole)
        const { events, refused } = await readInvites(Buffer.from(text), alone)
        expect(events.length + refused.length).toBeGreaterThan(0)
        for (const { reason } of refused) expect(reason).toMatch(/^\S.*[^.\s]$/)
        // eslint-disable-next-line no-control-regex
        expect(JSON.stringify([events, refused])).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
        for (const { start } of events) expect(start ?? '2027-01-01').toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/)
      }),
      tries(500),
    )
  })
})

// A fold may stand between any two bytes of a line, but not before the first.
function foldedAt(text: string, place: number): string {
  const at = 1 + (place % Math.max(text.length - 1, 1))
  return /[\n \t]/.test(text.slice(at - 1, at + 1)) || text[at - 1] === '\n' ? text : `${text.slice(0, at)}\n ${text.slice(at)}`
}

describe('files meant to do harm', () => {
  const event = (more: string, head = ''): string =>
    `BEGIN:VCALENDAR\r\n${head}BEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Talk\r\nDTSTART:20270310T150000Z\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`
  const zone = (rule: string): string =>
    `BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n${rule}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n`
  const inZone = (rule: string): string => event('', zone(rule)).replace('DTSTART:20270310T150000Z', 'DTSTART;TZID=X:20270310T150000')
  const bombs: Readonly<Record<string, string>> = {
    'a rule without end': event('RRULE:FREQ=SECONDLY\r\n'),
    'a yearly rule that never comes true': event('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYSECOND=59\r\n'),
    'fifty thousand dates': event(`RDATE:${Array(50_000).fill('20270101T000000Z').join(',')}\r\n`),
    'zone rules each second': inZone('RRULE:FREQ=SECONDLY'),
    'zone rules that never come true': inZone('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'),
    'zone rules of no day': inZone('RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO;BYMONTHDAY=1;INTERVAL=0'),
    'zone rules with a count': inZone('RRULE:FREQ=YEARLY;COUNT=999999999;BYMONTH=2;BYDAY=1MO'),
    'eight megabytes in one line': event(`DESCRIPTION:${'x'.repeat(8_000_000)}\r\n`),
    'four megabytes in one line': event(`SUMMARY:${'x'.repeat(4_000_000)}\r\n`),
    'a line of parameters': event(`ATTENDEE;${'X=1;'.repeat(100_000)}CN=a:mailto:a@b.example\r\n`),
    'nested without end': `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(100_000)}`,
    'closed without end': event('').replace('END:VEVENT', 'END:VEVENT\r\nEND:X'.repeat(50_000)),
    'a fold after each letter': event(`DESCRIPTION:${'a\r\n '.repeat(1_000_000)}\r\n`),
    'nothing but line ends': '\r'.repeat(4_900_000),
    'a hundred thousand guests': event(Array(100_000).fill('ATTENDEE:mailto:a@b.example').join('\r\n') + '\r\n'),
    'a hundred thousand events': event('').repeat(40_000),
    'ten megabytes': 'x'.repeat(10_000_000),
    'quotes without end': event(`ATTENDEE;CN="${'"'.repeat(19_000)}:mailto:a@b.example\r\n`),
    'escapes without end': event(`SUMMARY:${'\\\\n'.repeat(6000)}\r\n`),
    'names of zones without end': event('').replace('DTSTART:', `DTSTART;TZID=${'a/'.repeat(9000)}:`),
    'spaces without end': event(`SUMMARY:${' '.repeat(19_000)}x\r\nDTEND:${' '.repeat(19_000)}\r\n`),
    'lengths without end': event('DURATION:P99999D\r\n').replace('P99999D', 'P99999DT999999H999999M99999999S'),
  }
  const unknown = 'its time zone "X" is not known'
  const endless = 'the file ends, or goes on too long, before it does'
  const large = 'it is larger than 5 MB'
  // What is not here is read as the one event that it is.
  const refusals: Readonly<Record<string, string>> = {
    'zone rules each second': unknown,
    'zone rules that never come true': unknown,
    'zone rules of no day': unknown,
    'eight megabytes in one line': large,
    'nested without end': endless,
    'nothing but line ends': 'there is no calendar in it',
    'a hundred thousand guests': endless,
    'ten megabytes': large,
    'spaces without end': 'DTEND "" is no date',
  }
  it.each(Object.entries(bombs))('%s', async (name, text) => {
    const began = process.cpuUsage()
    const { events, refused } = await readInvites(Buffer.from(text), alone)
    const reason = refusals[name]
    expect([events.map(({ uid }) => uid), refused[0]?.reason]).toEqual([reason === undefined ? ['u1'] : [], reason])
    // Of processor time, so that other tests on the same machine do not count.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000)
  })
})
