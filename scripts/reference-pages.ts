import { settingNames, settingsTable, variableOf } from '../src/config/table.js'
import { program } from '../src/program.js'
import { globals, groups } from '../src/program/table.js'
import type { Flag, Positional, Verb } from '../src/program/table.js'

/** The pages of docs/ that are made from tables in the sources, by their paths. */
export function referencePages(): Readonly<Record<string, string>> {
  return { 'docs/commands.md': commandsPage(), 'docs/settings.md': settingsPage() }
}

const MADE = '<!-- Made by "npm run docs"; do not edit. -->'

function settingsPage(): string {
  const rows = settingNames.map((name) => {
    const { takes, help, default: usual } = settingsTable[name]
    return `| \`${name}\` | ${cell(takes)} | ${usual === null ? 'not set' : `\`${usual}\``} | \`${variableOf(name)}\` | ${cell(help)} |`
  })
  return page([
    MADE,
    '',
    '# Settings',
    '',
    'A setting is taken from the environment, else from the file, else it is the default. `followup config` shows each with where it came from.',
    'The file is `followup/config.toml` in the XDG configuration folder (usually `~/.config`), or the one that `FOLLOWUP_CONFIG` names;',
    '`followup config path` says where it is. It is TOML, and `config set` changes one line of it and leaves all others as they are:',
    '',
    '    country = "US"   # whose holidays count',
    '',
    '| setting | takes | default | in the environment | what it does |',
    '|---|---|---|---|---|',
    ...rows,
  ])
}

function commandsPage(): string {
  const verbs = program().filter((verb) => !verb.hidden)
  const sections = groups.flatMap((group) => [
    `## ${group}`,
    '',
    ...verbs.filter((verb) => verb.group === group).flatMap((verb) => sectionOf(verb)),
  ])
  return page([MADE, '', '# Commands', '', '## Always', '', ...tableOf(globals.map(flagRow)), ...sections])
}

function sectionOf(verb: Verb): readonly string[] {
  const words = verb.positionals.map((place) => (place.required ? wordOf(place) : `[${wordOf(place)}]`))
  const rows = [...verb.positionals.map(wordRow), ...verb.flags.map(flagRow)]
  return [
    `### ${[verb.name, ...words].join(' ')}`,
    '',
    `${verb.summary.charAt(0).toUpperCase()}${verb.summary.slice(1)}.`,
    '',
    ...tableOf(rows),
    ...[verb.example, ...(verb.more ?? [])].map((line) => `    ${line}`),
    '',
  ]
}

function tableOf(rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : ['| word or option | meaning |', '|---|---|', ...rows, '']
}

function wordRow(place: Positional): string {
  return `| ${wordOf(place)} | ${meaning(place)} |`
}

function flagRow(flag: Flag): string {
  return `| \`--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}\` | ${meaning(flag)}${flag.repeat ? '; more than once' : ''} |`
}

function meaning({ help, choices }: { readonly help: string; readonly choices?: readonly string[] }): string {
  return cell(choices ? `${help}: ${choices.join(', ')}` : help)
}

function wordOf(place: Positional): string {
  return `${place.name.toUpperCase()}${place.many ? '...' : ''}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`
}
