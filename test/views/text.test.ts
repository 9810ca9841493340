/* eslint-disable no-control-regex -- control characters are what is looked for */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { day } from '../../src/model/day.js'
import { columnOfDays, longDay, nearDay, shortDay, withDays } from '../../src/views/day-words.js'
import { command, fact, row, rows, sentences, title } from '../../src/views/grids.js'
import { beside, fitted, needsRuler, padded, paragraph, widthOf, wrap } from '../../src/views/layout.js'
import { safe } from '../../src/model/safe.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'
import { wideRuler } from '../../src/views/wide.js'
import { tries } from '../support/tries.js'

const screen: Screen = { width: 80, plain: false, paint: noPaint, today: day('2027-03-09'), ruler: wideRuler }
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b[31m', '\u001b]8;;x\u0007', '\u009b', '\u202e', '\u200b', '\n', '\t', '\u2028', '\ud800'),
    fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }),
  ),
  maxLength: 30,
})

describe('safe text', () => {
  it.each([
    ['Acme Controls', 'Acme Controls'],
    ['Müller & Søn, Ελλάδα', 'Müller & Søn, Ελλάδα'],
    ['a\u001b[31mred\u001b[0m', 'ared'],
    ['a\u001b]0;title\u0007b', 'ab'],
    ['a\u001b]8;;http://x.example\u001b\\link\u001b]8;;\u001b\\', 'alink'],
    ['a\u009b31mb', 'ab'],
    ['one\ntwo\r\nthree\tfour', 'one two three four'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['a\u200bb\ufeffc\u2066d\u2069', 'abcd'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u{1f4bb}'],
    ['\u001b', ''],
  ])('%j is shown as %j', (given, shown) => expect(safe(given)).toBe(shown))

  it('never holds a control character, a direction mark or half a letter', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safe(text)).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
        )
        expect(safe(safe(text))).toBe(safe(text))
      }),
      tries(1000),
    )
  })
})

describe('columns', () => {
  it('need no ruler where a code point is a column', () => {
    const simple = Array.from({ length: 0x530 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => letter >= ' ' && !needsRuler(letter),
    )
    expect(simple.filter((letter) => stringWidth(letter) !== 1)).toEqual([])
    expect(simple.length).toBeGreaterThan(1000)
    expect(['日', 'e\u0301', '\u00ad', 'א', '🎉'].every(needsRuler)).toBe(true)
    expect(needsRuler('\u001b[1mplain, painted, on\ntwo lines\u001b[0m')).toBe(false)
  })

  it('are never more than there are, and no letter is lost', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 40 }), (given, columns) => {
        const text = safe(given).replace(/ +/g, ' ').trim()
        const lines = wrap(text, columns, screen)
        for (const line of lines) expect(widthOf(line, screen)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(widthOf(fitted(text, columns, screen), screen)).toBeLessThanOrEqual(columns)
        expect(widthOf(padded(fitted(text, columns, screen), columns, screen), screen)).toBe(columns)
      }),
      tries(1000),
    )
  })

  it.each([
    ['東京エレクトロン株式会社', 10, '東京エ...'],
    ['Acme Controls', 8, 'Acme...'],
    ['e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301', 5, 'e\u0301e\u0301...'],
  ])('%s in %d columns is %s', (text, columns, shown) => expect(fitted(text, columns, screen)).toBe(shown))

  it('count code points when nobody brought a ruler', () => {
    const { ruler: _, ...bare } = screen
    expect(widthOf('日本', bare)).toBe(2)
  })

  it('of the next cell stay where they are beside wide and right-to-left names', () => {
    for (const name of ['Acme', '東京', 'חברת', '🎉 party', 'Zoe\u0308']) {
      const [line = ''] = beside(
        [
          { at: 2, columns: 15, text: name },
          { at: 18, columns: 10, text: 'then' },
        ],
        screen,
      )
      expect(stringWidth(line.slice(0, line.indexOf('then')))).toBe(18)
    }
  })

  it('set right-to-left text apart on a terminal, and only there', () => {
    const line = (isolate: boolean): string =>
      beside(
        [
          { at: 0, columns: 20, text: 'חברה בע"מ' },
          { at: 22, columns: 20, text: '9 Mar' },
        ],
        { ...screen, isolate },
      ).join('')
    expect(line(true)).toMatch(/^\u2068[^\u2069]+\u2069 +9 Mar$/)
    expect(line(false)).not.toMatch(/[\u2066-\u2069]/)
    expect(stringWidth(line(true))).toBe(stringWidth(line(false)))
  })
})

describe('the two grids', () => {
  it('put a fact at 0, 12 and 49, and below one another where there is no room', () => {
    expect(fact('Next', ['the note', 'today'], screen)).toEqual(['Next        the note                             today'])
    expect(fact('Next', ['the note', 'today'], { ...screen, width: 40 })).toEqual(['Next        the note', '            today'])
    expect(fact('Next', ['the note', 'today'], { ...screen, plain: true })).toEqual(['Next: the note; today'])
  })

  it('put a row at 2, 18 and 49, keep a long name whole, and stack below 60 columns', () => {
    const one = { name: 'acme-controls', act: 'the note', reason: 'silent since today' }
    expect(row(one, screen)).toEqual(['  acme-controls   the note                       silent since today'])
    expect(row({ ...one, name: 'a-very-long-handle-indeed' }, screen)).toEqual([
      '  a-very-long-handle-indeed  the note            silent since today',
    ])
    expect(row({ ...one, name: 'a-very-long-handle-indeed', act: 'the note to Bartholomew Finch' }, screen)).toEqual([
      '  a-very-long-handle-indeed                      silent since today',
      '                  the note to Bartholomew Finch',
    ])
    expect(row(one, { ...screen, width: 60 })).toEqual(['  acme-controls   the note', '                  silent since today'])
    expect(row(one, { ...screen, width: 40 })).toEqual(['  acme-controls', '    the note', '    silent since today'])
  })

  it('put the acts of a page further right where a long name then fits beside them', () => {
    const acme = { name: 'acme', act: 'the note', reason: 'silent since today' }
    const group = { ...acme, name: 'halvorsen-group-plc' }
    expect(rows([acme, group], screen)).toEqual([
      '  acme                 the note                  silent since today',
      '  halvorsen-group-plc  the note                  silent since today',
    ])
    const crowded = { ...acme, act: 'the note to Bartholomew Finch' }
    expect(rows([crowded, group], screen)).toEqual([
      '  acme            the note to Bartholomew Finch  silent since today',
      '  halvorsen-group-plc  the note                  silent since today',
    ])
  })

  it('break no command and no path that is copied, for a terminal wraps by itself', () => {
    const path = `/home/robin/${'a-long-folder/'.repeat(5)}20270322T145000000Z-asked.db`
    const line = `followup restore ${path} --yes`
    expect(command('Undo', 'followup undo', screen)).toEqual(['Undo        followup undo'])
    expect(command('Put back', line, screen)).toEqual(['Put back', line])
    expect(fact('To', path, screen)).toEqual([`To          ${path}`])
    expect(paragraph(`It is kept; to go on: ${line}`, screen)).toEqual(['It is kept; to go on:', line])
  })

  it('paint what would be typed strong, and labels as the rest', () => {
    const one = { name: 'acme', act: 'the note', reason: '' }
    const painted: Screen = { ...screen, paint: { ...noPaint, strong: (text) => `<${text}>`, quiet: (text) => `(${text})` } }
    expect(row(one, painted)).toEqual(['  <acme>            the note'])
    expect(row({ ...one, plainName: true }, painted)).toEqual(['  acme            the note'])
  })

  it('give a title its second fact at 49', () => {
    expect(title('Tuesday 9 March 2027', '3 to do', screen)).toEqual(['Tuesday 9 March 2027                             3 to do'])
    const counts = '4 to do, 3 silent, 5 open'
    expect(title('Tuesday 9 March 2027', counts, { ...screen, width: 72 })).toEqual(['Tuesday 9 March 2027', counts])
  })

  it('say plain sentences with months in full', () => {
    expect(sentences(['acme', 'Silent since 24 Feb', '', 'What now?'])).toBe('acme. Silent since 24 February. What now?')
  })
})

describe('a day with its year', () => {
  it('stays on one line where it fits', () => {
    expect(wrap('nothing before Wed 23 Dec 2026; still silent', 24, screen)).toEqual(['nothing before', 'Wed 23 Dec 2026; still', 'silent'])
  })
})

describe('days', () => {
  const today = day('2027-03-09')
  it.each([
    [shortDay(day('2027-03-15'), today), 'Mon 15 Mar'],
    [shortDay(day('2028-01-03'), today), 'Mon 3 Jan 2028'],
    [longDay(today), 'Tuesday 9 March 2027'],
    [columnOfDays([today], today)(today), 'Tue  9 Mar'],
    [columnOfDays([today, day('2026-12-31')], today)(today), 'Tue  9 Mar 2027'],
    [columnOfDays([day('2026-12-31')], today)(day('2026-12-31')), 'Thu 31 Dec 2026'],
    [nearDay(day('2027-03-08'), today), 'yesterday'],
    [nearDay(day('2027-03-10'), today), 'tomorrow'],
    [nearDay(day('2027-03-28'), day('2027-03-27')), 'tomorrow'],
    [withDays('2027-03-02 + 5', today), '2 Mar + 5'],
  ])('%s', (shown, expected) => expect(shown).toBe(expected))
})
