import type { Verbs } from './table.js'
import { lineNames } from './other-words.js'
import { pair } from './table.js'

/** What leaves the store, and what comes from another one. */
export const exchangingVerbs: Verbs = {
  export: () => ({
    name: 'export',
    group: 'Keeping house',
    summary: 'a table of it all, or every fact for another machine',
    example: 'followup export --out jobs.csv',
    more: ['followup export --as jsonl', 'followup export --as vcf --out people.vcf', 'followup export --facts --out facts.jsonl'],
    positionals: [],
    flags: [
      { name: 'facts', help: 'everything on record, a fact a line: for "followup merge" on another machine' },
      {
        name: 'as',
        value: 'FORM',
        choices: ['csv', 'jsonl', 'vcf'],
        also: { ...lineNames, vcard: 'vcf', vcards: 'vcf' },
        help: 'the table for a spreadsheet (default), the same as lines of JSON, or the people as vCards',
      },
      {
        name: 'out',
        value: 'FILE',
        names: ['file'],
        help: 'write it to a new file, for you alone: it holds names, addresses and numbers of others',
      },
      { name: 'raw', help: 'of csv: cells exactly as they are, also where a spreadsheet would take one for a formula' },
    ],
    writes: 'never',
    isPutAway: ({ file }: { readonly file: string | null }) => file !== null,
    load: async () => pair((await import('../commands/export.js')).exportAll, (await import('../views/export.js')).exportView),
  }),
  merge: () => ({
    name: 'merge',
    group: 'Keeping house',
    summary: 'adds what is on record on another machine',
    example: 'followup merge facts.jsonl',
    more: ['followup merge facts.jsonl --dry-run', 'followup merge -'],
    positionals: [
      { name: 'file', required: true, names: ['file'], help: 'what "followup export --facts" wrote there, or - for standard input' },
    ],
    flags: [{ name: 'dry-run', help: 'only say how much is new' }],
    writes: 'sometimes',
    load: async () => pair((await import('../commands/merge.js')).merge, (await import('../views/merge.js')).mergeView),
  }),
}
