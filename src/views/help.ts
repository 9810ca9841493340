import type { HelpResult, OptionHelp, VerbHelp } from '../commands/help.js'
import { daysPage, exitCodesPage, wordsPage } from './help-pages.js'
import type { Entry } from './help-pages.js'
import { capital } from './grids.js'
import { isNarrow, page, paragraph, wrap } from './layout.js'
import type { Screen } from './screen.js'

/** A page of help; rows are name, text and, where there is room, what to type. */
export function helpView(result: HelpResult, screen: Screen): string {
  switch (result.topic) {
    case 'contents':
      return page(contents(result.groups, screen))
    case 'verb':
      return page(verbPage(result.verb, result.globals, screen))
    case 'words':
      return page(entries(wordsPage, screen))
    case 'days':
      return page(entries(daysPage, screen))
    case 'exit-codes':
      return page(entries(exitCodesPage, screen))
  }
}

const summaryAt = 14
const exampleAt = 49
const optionAt = 26

function contents(groups: readonly { readonly name: string; readonly verbs: readonly VerbHelp[] }[], screen: Screen): readonly string[] {
  const lines = [...paragraph('followup knows when silence has become silence, and what to do then.', screen), '']
  for (const { name, verbs } of groups) {
    lines.push(screen.paint.strong(name))
    if (name === 'Pausing and ending') lines.push(...inPairs(verbs, screen))
    else if (name === 'Keeping house') lines.push(...listed(verbs, screen))
    else lines.push(...verbs.flatMap((verb) => row(verb, screen)))
    lines.push('')
  }
  return [...lines, ...hanging('More', 'followup help VERB, help words, help days, help exit-codes', screen)]
}

function row({ name, summary, example }: VerbHelp, screen: Screen): readonly string[] {
  if (screen.plain) return [`${name}: ${summary}. Type: ${example}`]
  if (isNarrow(screen)) return hanging(`  ${name}`, summary, screen)
  const left = `  ${name.padEnd(summaryAt - 2)}${summary}`
  return [exampleAt + example.length <= screen.width ? left.padEnd(exampleAt) + example : left]
}

function inPairs(verbs: readonly VerbHelp[], screen: Screen): readonly string[] {
  const cells = verbs.map(({ name, summary }) => `${name.padEnd(summaryAt - 2)}${summary}`)
  const left = Math.max(...cells.filter((_, index) => index % 2 === 0).map((cell) => cell.length)) + 3
  const pairs = cells.flatMap((cell, index) => (index % 2 === 0 ? [`  ${cell.padEnd(left)}${cells[index + 1] ?? ''}`.trimEnd()] : []))
  if (!screen.plain && pairs.every((line) => line.length <= screen.width)) return pairs
  return verbs.flatMap(({ name, summary }) => hanging(screen.plain ? name : `  ${name}`, summary, screen))
}

function listed(verbs: readonly VerbHelp[], screen: Screen): readonly string[] {
  return wrap(verbs.map(({ name }) => name).join(', '), screen.width - 2, screen).map((line) => `  ${line}`)
}

function verbPage(verb: VerbHelp, globals: readonly OptionHelp[], screen: Screen): readonly string[] {
  const { name, positionals, flags, summary } = verb
  const usage = [
    'followup',
    name,
    ...positionals.map((place) => (place.required ? wordOf(place) : `[${wordOf(place)}]`)),
    ...(flags.length > 0 ? ['[options]'] : []),
  ]
  return [
    screen.paint.strong(usage.join(' ')),
    ...paragraph(`${capital(summary)}.`, screen),
    ...(positionals.length > 0 ? ['', ...positionals.flatMap((place) => option(wordOf(place), place, screen))] : []),
    ...(flags.length > 0
      ? ['', ...flags.flatMap((flag) => option(syntaxOf(flag), isWord(flag, positionals) ? sameWord : flag, screen))]
      : []),
    '',
    screen.paint.strong('For example'),
    ...[verb.example, ...(verb.more ?? [])].map((example) => `  ${example}`),
    '',
    ...hanging('Always', globals.map(syntaxOf).join(', '), screen),
  ]
}

function option(left: string, { help, choices, repeat }: OptionHelp, screen: Screen): readonly string[] {
  const text = `${help}${choices && choices.length < 30 ? `: ${choices.join(', ')}` : ''}${repeat ? ' (may be repeated)' : ''}`
  if (screen.plain) return [`${left}: ${text}`]
  if (isNarrow(screen)) return [`  ${left}`, ...wrap(text, screen.width - 6, screen).map((line) => `      ${line}`)]
  const lines = wrap(text, screen.width - optionAt, screen)
  return lines.map((line, index) => `${index === 0 ? `  ${left}`.padEnd(optionAt - 1) : ' '.repeat(optionAt - 1)} ${line}`)
}

function entries(rows: readonly (Entry | string)[], screen: Screen): readonly string[] {
  return rows.flatMap((entry) =>
    typeof entry === 'string' ? (entry === '' ? [''] : paragraph(entry, screen)) : hanging(entry[0], entry[1], screen),
  )
}

function hanging(label: string, text: string, screen: Screen): readonly string[] {
  if (screen.plain) return [`${label}: ${text}`]
  return wrap(text, screen.width - summaryAt, screen).map(
    (line, index) => `${index === 0 ? label.padEnd(summaryAt - 1) : ' '.repeat(summaryAt - 1)} ${line}`,
  )
}

const sameWord: OptionHelp = { name: '', help: 'the same, as an option' }

function isWord({ name }: OptionHelp, positionals: readonly OptionHelp[]): boolean {
  return positionals.some((place) => place.name === name)
}

function wordOf({ name, many }: OptionHelp): string {
  return `${name.toUpperCase()}${many ? '...' : ''}`
}

function syntaxOf({ name, value }: OptionHelp): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
