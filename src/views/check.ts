import type { CheckResult, Shown } from '../commands/check.js'
import type { Checkup, Finding } from '../model/finding.js'
import { capital, fact, title } from './grids.js'
import { beside, columnsOf, page, widthOf } from './layout.js'
import { numberWords } from './phrases.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** Whether the letter can go, and what to look at first: of each rule the words in their line, why, and what to write instead; then its other places. */
export function checkView(result: CheckResult, screen: Screen): string {
  const { shown } = result
  const groups = groupsOf(result.findings, shown)
  const more = result.findings.length - groups.flat().length
  return page([
    ...headOf(result, screen),
    ...groups.flatMap((group) => ['', ...groupLines(group, shown, screen)]),
    ...(more > 0 ? ['', ...fact(`${more} more`, 'add --all', screen)] : []),
    ...(shown.leftOut.length > 0 ? ['', ...shown.leftOut.flatMap((file) => fact('Left out', file, screen))] : []),
  ])
}

/** As many rules as are shown, the worst first, each with as many of its findings. */
function groupsOf(findings: readonly Finding[], { most }: Shown): readonly (readonly Finding[])[] {
  const rules = [...new Set(findings.map((one) => one.rule))].slice(0, most)
  return rules.map((rule) => findings.filter((one) => one.rule === rule).slice(0, most))
}

function headOf(result: CheckResult, screen: Screen): readonly string[] {
  const { findings, words, shown } = result
  const count = `${words} ${words === 1 ? 'word' : 'words'}`
  if (findings.length === 0) return title(`${verdictWords(result)}: ${count}, nothing found.`, '', screen)
  const length = shown.good === null ? count : `${count}; ${shown.good[0]} to ${shown.good[1]} reads best`
  return title(verdictWords(result, shown.most), length, screen)
}

/** The verdict in words, the same wherever a letter is judged: 'Not yet: two things first', of as many as are shown. */
export function verdictWords({ findings, verdict }: Checkup, most = 3): string {
  const rules = new Set(findings.map((one) => one.rule)).size
  if (verdict !== 'send') return `Not yet: ${few(Math.min(rules, most))} first`
  return rules === 0 ? 'Ready to send' : `Ready to send, with ${few(rules)} to weigh`
}

function few(count: number): string {
  return `${numberWords(count)} ${count === 1 ? 'thing' : 'things'}`
}

function groupLines(group: readonly Finding[], shown: Shown, screen: Screen): readonly string[] {
  return group.flatMap((one, index) => {
    const told = group.slice(0, index).some(({ instead }) => instead === one.instead)
    return index === 0 ? findingLines(one, shown, screen) : alsoLines(one, told ? null : one.instead, screen)
  })
}

function findingLines(finding: Finding, { lines, names }: Shown, screen: Screen): readonly string[] {
  const name = capital(names.get(finding.rule) ?? finding.rule)
  return [...placeLines(finding, lines, screen), ...labelled(name, finding.why, screen), ...labelled('Instead', finding.instead, screen)]
}

/** A further place of a rule that is explained above it, with what to write instead where that is another. */
function alsoLines({ line, text }: Finding, instead: string | null, screen: Screen): readonly string[] {
  const place = line === null || text === null ? [] : [`line ${line}, "${text}"`]
  return fact('Also', [...place, ...(instead === null ? [] : [instead])].join(': '), screen)
}

// A label longer than its column stands on a line of its own.
function labelled(label: string, text: string, screen: Screen): readonly string[] {
  if (screen.plain || label.length <= 11) return fact(label, text, screen)
  return [...beside([{ at: 0, columns: columnsOf(screen), text: label }], screen), ...fact('', text, screen)]
}

/** The line of the letter with marks below the words; where it is long, the part of it around them. */
function placeLines({ line, column, length, text }: Finding, lines: readonly string[], screen: Screen): readonly string[] {
  if (line === null || column === null || length === null || text === null) return []
  const label = `Line ${line}`
  if (screen.plain) return fact(label, text, screen)
  const room = columnsOf(screen) - 14
  const points = Array.from(lines[line - 1] ?? '')
  const from = startOfView(points, { column: column - 1, length, room })
  const shown = safe(points.slice(from, from + room).join('')).trimEnd()
  const before = widthOf(safe(points.slice(from, column - 1).join('')), screen)
  const marked = safe(
    points
      .slice(column - 1, column - 1 + length)
      .slice(0, Math.max(1, from + room - column + 1))
      .join(''),
  )
  const marks = '^'.repeat(Math.max(1, widthOf(marked, screen)))
  return [`${label.padEnd(11)} | ${shown}`, `            | ${' '.repeat(before)}${screen.paint.warn(marks)}`]
}

/** The first letter shown: the line's own, or a word's beginning far enough to the right that the marked words are in view. */
function startOfView(points: readonly string[], at: { readonly column: number; readonly length: number; readonly room: number }): number {
  if (points.length <= at.room || at.column + Math.min(at.length, at.room) <= at.room) return 0
  const least = Math.max(0, Math.min(at.column, at.column + at.length - at.room))
  const space = points.indexOf(' ', least)
  return space !== -1 && space < at.column ? space + 1 : Math.min(least, at.column)
}
