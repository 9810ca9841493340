import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blockIn, cronLine, withBlock, withoutBlock } from '../../src/formats/crontab.js'
import { launchdPlist } from '../../src/formats/launchd.js'
import { readStamp, stampOf } from '../../src/formats/schedule-stamp.js'
import { systemdService, systemdTimer } from '../../src/formats/systemd.js'
import type { LocalTime } from '../../src/model/day.js'
import type { Schedule } from '../../src/model/schedule.js'
import { readWeekdays, weekdaysText } from '../../src/model/weekdays.js'
import { isWithin } from '../../src/rules/quiet-hours.js'
import { nextRing } from '../../src/rules/rhythm.js'
import { tries } from '../support/tries.js'

const path = fc.string({ unit: fc.constantFrom(...'ab "\'%$`\\\nü;&|<>-#~(){}*'), minLength: 1, maxLength: 12 }).map((text) => `/${text}`)
const schedule: fc.Arbitrary<Schedule> = fc.record({
  at: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((time) => time.map((part) => String(part).padStart(2, '0')).join(':')),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.sort()),
  node: path,
  program: path,
  words: fc.array(path, { maxLength: 3 }),
  env: fc.dictionary(fc.constantFrom('TZ', 'FOLLOWUP_CONFIG'), path),
})
const crontab = fc.string({ unit: fc.constantFrom('a', '\n', '#', '%', ' ', 'é', '\r'), maxLength: 40 })
const sample: Schedule = {
  at: '08:30',
  days: [1, 2, 3, 4, 5],
  node: '/usr/bin/node',
  program: '/opt/followup.js',
  words: ['remind'],
  env: {},
}

/** What crontab(5) does to a command before /bin/sh sees it: '\%' becomes '%', and a bare '%' would end it. */
function asCronRunsIt(line: string): string {
  const command = line.split(' ').slice(5).join(' ')
  expect(command.replaceAll('\\%', '')).not.toContain('%')
  return command.replaceAll('\\%', '%')
}

describe('a crontab', () => {
  it('is as it was, byte for byte, after the reminder came and went', () => {
    fc.assert(
      fc.property(crontab, schedule, schedule, (before, first, second) => {
        const twice = withBlock(withBlock(before, first), second)
        expect(blockIn(twice).kind).toBe('whole')
        expect(readStamp(twice)).toEqual(second)
        expect(withoutBlock(twice)).toBe(before)
      }),
      tries(),
    )
  })

  it('keeps what others wrote around the reminder meanwhile', () => {
    fc.assert(
      fc.property(crontab, crontab, schedule, (before, after, one) => {
        const changed = `${withBlock(before, one)}${after}`
        const bare = withoutBlock(changed)
        expect(bare.startsWith(before)).toBe(true)
        expect(bare.endsWith(after)).toBe(true)
      }),
      tries(),
    )
  })

  it('is taken for broken when a mark has lost its partner or stands there twice', () => {
    const whole = withBlock('', sample)
    expect(blockIn(whole.split('\n').slice(0, 2).join('\n')).kind).toBe('broken')
    expect(blockIn(whole + whole).kind).toBe('broken')
    expect(blockIn('0 8 * * * date\n').kind).toBe('none')
  })

  it('hands the shell exactly the words of the schedule, whatever they hold', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const line = cronLine(one)
        expect(line).not.toContain('\n')
        const script = `f() { printf '%s\\0' "$@"; }\n${asCronRunsIt(cronLine({ ...one, node: 'NODE', env: {} })).replace('NODE', 'f')}`
        const said = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
        expect(said).toEqual([one.program, ...one.words])
      }),
      tries(40),
    )
  })
})

describe('a stamp', () => {
  it('says the same after any comment, and nothing when it was changed', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        expect(stampOf(one)).toMatch(/^[ -~]+$/)
        expect(stampOf(one)).not.toMatch(/--|%|[<>&]/)
        for (const text of [systemdTimer(one), launchdPlist(one), withBlock('', one)]) expect(readStamp(text)).toEqual(one)
      }),
      tries(),
    )
    expect(readStamp('# followup-schedule {"at":"08:30"}')).toBeNull()
    expect(readStamp('# followup-schedule {')).toBeNull()
    expect(readStamp('')).toBeNull()
  })
})

describe('the units of systemd', () => {
  it('escape what systemd would read as its own', () => {
    const one = { ...sample, program: '/my "own"/100%/$HOME\\x', env: { TZ: '%h' } }
    expect(systemdService(one)).toContain('ExecStart="/usr/bin/node" "/my \\"own\\"/100%%/$$HOME\\\\x" "remind"')
    expect(systemdService(one)).toContain('Environment="TZ=%%h"')
    expect(systemdTimer(one)).toContain('OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:30:00')
    expect(systemdTimer(one)).toContain('Persistent=true')
  })
})

describe('days of the week', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5], 'mon-fri'],
    ['Monday, wed,FRI', [1, 3, 5], 'mon, wed, fri'],
    ['fri-mon', [1, 5, 6, 7], 'mon, fri, sat, sun'],
    ['daily', [1, 2, 3, 4, 5, 6, 7], 'daily'],
    ['sat', [6], 'sat'],
  ])('%s', (text, days, short) => {
    expect(readWeekdays(text)).toEqual(days)
    expect(weekdaysText(days)).toBe(short)
  })

  it.each(['', 'someday', 'mon-', 'mon-tue-wed', '1-5', 'm', 'mon fri'])('"%s" names none', (text) => {
    expect(readWeekdays(text)).toBeNull()
  })
})

describe('when it rings next', () => {
  it.each([
    ['2027-03-05T08:29', '2027-03-05'],
    ['2027-03-05T08:30', '2027-03-08'],
    ['2027-03-06T07:00', '2027-03-08'],
  ])('after %s', (now, day) => {
    expect(nextRing(sample, now as LocalTime)).toEqual({ day, time: '08:30' })
  })
})

describe('quiet hours', () => {
  it.each([
    ['21:00-07:30', '23:59', true],
    ['21:00-07:30', '07:29', true],
    ['21:00-07:30', '07:30', false],
    ['12:00-13:00', '12:00', true],
    ['12:00-13:00', '13:00', false],
  ])('%s at %s', (hours, time, quiet) => {
    expect(isWithin(hours, time)).toBe(quiet)
  })
})
