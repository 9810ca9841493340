import { letterKinds } from '../model/act.js'
import { states } from '../model/standing.js'
import { on, opportunity } from './flags.js'
import type { Verbs } from './table.js'
import { pair, talking, whichOne } from './table.js'

/** What changes nothing. */
export const lookingVerbs: Verbs = {
  due: () => ({
    name: 'due',
    group: 'Every day',
    summary: 'whose move it is today',
    example: 'followup',
    positionals: [],
    flags: [
      on,
      { name: 'days', value: 'N', help: 'how many days ahead "Coming up" looks' },
      { name: 'all', help: 'every row, and those at rest too' },
      { name: 'count', help: 'only the number of things to do, up to 1000' },
      { name: 'exit-code', help: 'exit 10 when something is due' },
      { name: 'since-last-run', help: 'only what became due since you last asked so' },
      { name: 'format', value: 'TEMPLATE', help: 'told by a Liquid template over what --json prints' },
    ],
    writes: 'never',
    load: async () => pair((await import('../commands/due/format.js')).dueOrFormatted, (await import('../views/due.js')).dueView),
    exit: (result: { readonly due?: readonly unknown[] } | number, args) => {
      const count = typeof result === 'number' ? result : (result.due?.length ?? 0)
      return args['exitCode'] && count > 0 ? 10 : 0
    },
  }),
  do: () => ({
    name: 'do',
    group: 'Every day',
    summary: 'the acts of today, one by one',
    example: 'followup do',
    more: ['followup do acme'],
    positionals: [{ name: 'opp', help: `${opportunity.help}; its next act, even if it comes later` }],
    flags: [{ name: 'nothing-heard', help: 'nothing came from anyone: do not ask' }],
    writes: 'sometimes',
    load: async () => {
      const { doPage: page, doView: view } = await import('../views/do.js')
      return talking((await import('../commands/do.js')).doDue, { view, page })
    },
  }),
  check: () => ({
    name: 'check',
    group: 'Reaching out',
    summary: 'is this text calm enough to send',
    example: 'followup check note.txt',
    more: ['followup check note.txt --for acme --kind love-letter', 'followup check - --company "Acme Controls" --contact "Dana Reyes"'],
    positionals: [
      { name: 'file', names: ['file'], help: 'the letter; a first line "Subject: ..." is its subject; - reads standard input' },
    ],
    flags: [
      { name: 'for', value: 'OPP', names: ['opportunity'], help: 'what is recorded of this opportunity: names, role, hooks, offer' },
      { name: 'kind', value: 'KIND', choices: letterKinds, help: 'the kind of letter, for its length and what it must hold' },
      { name: 'company', value: 'NAME', help: 'the company it goes to' },
      { name: 'contact', value: 'NAME', help: 'the person it goes to' },
      { name: 'strict', help: 'taste counts too' },
      { name: 'all', help: 'every finding, not the first three' },
    ],
    writes: 'never',
    load: async () => pair((await import('../commands/check.js')).check, (await import('../views/check.js')).checkView),
    exit: (result: { readonly verdict: string }) => (result.verdict === 'send' ? 0 : 1),
  }),
  why: () => ({
    name: 'why',
    group: 'Understanding',
    summary: 'the rule and the arithmetic',
    example: 'followup why acme',
    positionals: [opportunity],
    flags: [on],
    writes: 'never',
    load: async () => pair((await import('../commands/why.js')).why, (await import('../views/why.js')).whyView),
    guide: whichOne,
  }),
  plan: () => ({
    name: 'plan',
    group: 'Understanding',
    summary: 'every touch to come',
    example: 'followup plan acme',
    positionals: [opportunity],
    flags: [on],
    writes: 'never',
    load: async () => pair((await import('../commands/plan.js')).plan, (await import('../views/plan.js')).planView),
    guide: whichOne,
  }),
  list: () => ({
    name: 'list',
    group: 'Understanding',
    summary: 'all of them, a line each',
    example: 'followup list',
    positionals: [],
    flags: [
      { name: 'state', value: 'STATE', repeat: true, choices: states, help: 'only those in this state' },
      { name: 'tag', value: 'WORD', help: 'only those with this tag' },
      {
        name: 'sort',
        value: 'BY',
        choices: ['next', 'handle', 'company', 'silent', 'priority', 'opened'],
        help: 'the order (default: next)',
      },
      { name: 'columns', value: 'NAMES', help: 'which columns, with commas between' },
      { name: 'closed', help: 'only those that ended' },
      { name: 'all', help: 'every row, and those that ended too' },
    ],
    writes: 'never',
    load: async () => pair((await import('../commands/list.js')).list, (await import('../views/list.js')).listView),
  }),
  show: () => ({
    name: 'show',
    group: 'Understanding',
    summary: 'one page about one opportunity',
    example: 'followup show acme',
    positionals: [opportunity],
    flags: [on],
    writes: 'never',
    load: async () => pair((await import('../commands/show.js')).show, (await import('../views/show.js')).showView),
    guide: whichOne,
  }),
  search: () => ({
    name: 'search',
    group: 'Understanding',
    summary: 'names, roles, notes and hooks',
    example: 'followup search whiteboard',
    positionals: [{ name: 'text', required: true, rest: true, help: 'the words to look for' }],
    flags: [],
    writes: 'never',
    load: async () => pair((await import('../commands/search.js')).search, (await import('../views/search.js')).searchView),
  }),
  history: () => ({
    name: 'history',
    group: 'Understanding',
    summary: 'what was recorded, in order',
    example: 'followup history acme',
    positionals: [{ name: 'opp', names: ['opportunity'], help: opportunity.help }],
    flags: [],
    writes: 'never',
    load: async () => pair((await import('../commands/history.js')).history, (await import('../views/history.js')).historyView),
  }),
  stats: () => ({
    name: 'stats',
    group: 'Understanding',
    summary: 'what your records come to',
    example: 'followup stats',
    more: ['followup stats --since "1 mar"', 'followup stats --json'],
    positionals: [],
    flags: [{ name: 'since', value: 'DAY', help: 'only what began on that day or later' }],
    writes: 'never',
    load: async () => pair((await import('../commands/stats.js')).stats, (await import('../views/stats.js')).statsView),
  }),
}
