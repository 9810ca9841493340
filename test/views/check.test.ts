import { describe, expect, it } from '@jest/globals'
import type { CheckResult } from '../../src/commands/check.js'
import { day } from '../../src/model/day.js'
import type { Finding } from '../../src/model/finding.js'
import { checkView } from '../../src/views/check.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'

const screen: Screen = { width: 80, plain: false, paint: noPaint, today: day('2027-03-09') }
const lines = ['sorry, sorry, sorry, sorry!', 'I NEED it, I WANT it!!', 'asap', 'synergy']

function finding(rule: string, line: number, text: string, instead = `less ${rule}`): Finding {
  const column = (lines[line - 1] ?? '').indexOf(text) + 1
  return { rule, severity: 'warning', line, column, length: text.length, text, why: `because of ${rule}`, instead }
}

const findings = [
  ...['sorry', 'sorry,', 'sorry, ', 'sorry!'].map((text) => finding('apology', 1, text)),
  finding('shouting', 2, '!!'),
  finding('shouting', 2, 'NEED', 'small letters'),
  finding('shouting', 2, 'WANT', 'small letters'),
  finding('pressure', 3, 'asap'),
  finding('flowery', 4, 'synergy'),
]

function shown(most: number): string {
  const result: CheckResult = { findings, words: 12, verdict: 'revise', shown: { lines, good: null, names: new Map(), most, leftOut: [] } }
  return checkView(result, screen)
}

describe('the check on a screen', () => {
  it('tells a rule once at length, its other places in a line, and three rules at most', () => {
    expect(shown(3)).toBe(`\
Not yet: three things first                      12 words

Line 1      | sorry, sorry, sorry, sorry!
            | ^^^^^
Apology     because of apology
Instead     less apology
Also        line 1, "sorry,"
Also        line 1, "sorry, "

Line 2      | I NEED it, I WANT it!!
            |                     ^^
Shouting    because of shouting
Instead     less shouting
Also        line 2, "NEED": small letters
Also        line 2, "WANT"

Line 3      | asap
            | ^^^^
Pressure    because of pressure
Instead     less pressure

2 more      add --all
`)
  })

  it('holds everything with --all', () => {
    const text = shown(Infinity)
    expect(text).toMatch(/^Not yet: four things first/)
    for (const { text: words } of findings.slice(1, 4)) expect(text).toContain(`Also        line 1, "${words ?? ''}"`)
    expect(text).toContain('Flowery     because of flowery')
    expect(text).not.toContain('--all')
  })
})
