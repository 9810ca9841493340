import type { HelpResult, OptionHelp, VerbHelp } from '../commands/help.js'
import { daysPage, exitCodesPage, wordsPage } from './help-pages.js'
import type { Entry } from './help-pages.js'
import type { Screen } from './screen.js'
import { wrapped } from './wrapped.js'

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

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function contents(groups: readonly { readonly name: string; readonly verbs: readonly VerbHelp[] }[], screen: Screen): readonly string[] {
  const lines = [...wrapped('followup knows when silence has become silence, and what to do then.', screen.width), '']
  for (const { name, verbs } of groups) {
    lines.push(screen.paint.strong(name))
    if (name === 'Pausing and ending') lines.push(...inPairs(verbs, screen))
    else if (name === 'Keeping house') lines.push(...listed(verbs, screen))
    else lines.push(...verbs.map((verb) => row(verb, screen)))
    lines.push('')
  }
  return [...lines, ...hanging('More', 'followup help VERB, help words, help days, help exit-codes', screen)]
}

function row({ name, summary, example }: VerbHelp, { width, plain }: Screen): string {
  if (plain) return `${name}: ${summary}. Type: ${example}`
  const left = `  ${name.padEnd(summaryAt - 2)}${summary}`
  return exampleAt + example.length <= width ? left.padEnd(exampleAt) + example : left
}

function inPairs(verbs: readonly VerbHelp[], screen: Screen): readonly string[] {
  if (screen.plain || screen.width < 70)
    return verbs.map(({ name, summary }) => (screen.plain ? `${name}: ${summary}` : `  ${name.padEnd(summaryAt - 2)}${summary}`))
  const cells = verbs.map(({ name, summary }) => `${name.padEnd(summaryAt - 2)}${summary}`)
  const left = Math.max(...cells.filter((_, index) => index % 2 === 0).map((cell) => cell.length)) + 3
  return cells.flatMap((cell, index) => (index % 2 === 0 ? [`  ${cell.padEnd(left)}${cells[index + 1] ?? ''}`.trimEnd()] : []))
}

function listed(verbs: readonly VerbHelp[], { width }: Screen): readonly string[] {
  return wrapped(verbs.map(({ name }) => name).join(', '), width - 2).map((line) => `  ${line}`)
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
    ...wrapped(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, screen.width),
    ...(positionals.length > 0 ? ['', ...positionals.flatMap((place) => option(wordOf(place), place, screen))] : []),
    ...(flags.length > 0 ? ['', ...flags.flatMap((flag) => option(syntaxOf(flag), flag, screen))] : []),
    '',
    screen.paint.strong('For example'),
    ...[verb.example, ...(verb.more ?? [])].flatMap((example) =>
      example.length + 2 <= screen.width ? [`  ${example}`] : wrapped(example, screen.width - 2).map((line) => `  ${line}`),
    ),
    '',
    ...hanging('Always', globals.map(syntaxOf).join(', '), screen),
  ]
}

function option(left: string, { help, choices, repeat }: OptionHelp, { width, plain }: Screen): readonly string[] {
  const text = `${help}${choices && choices.length < 30 ? `: ${choices.join(', ')}` : ''}${repeat ? ' (may be repeated)' : ''}`
  if (plain) return [`${left}: ${text}`]
  if (width < 60) return [`  ${left}`, ...wrapped(text, width - 6).map((line) => `      ${line}`)]
  const lines = wrapped(text, width - optionAt)
  return lines.map((line, index) => `${index === 0 ? `  ${left}`.padEnd(optionAt - 1) : ' '.repeat(optionAt - 1)} ${line}`)
}

function entries(rows: readonly (Entry | string)[], screen: Screen): readonly string[] {
  return rows.flatMap((entry) => (typeof entry === 'string' ? wrapped(entry, screen.width) : hanging(entry[0], entry[1], screen)))
}

function hanging(label: string, text: string, { width, plain }: Screen): readonly string[] {
  if (plain) return [`${label}: ${text}`]
  return wrapped(text, width - summaryAt).map(
    (line, index) => `${index === 0 ? label.padEnd(summaryAt - 1) : ' '.repeat(summaryAt - 1)} ${line}`,
  )
}

function wordOf({ name }: OptionHelp): string {
  return name.toUpperCase()
}

function syntaxOf({ name, value }: OptionHelp): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
