import { person } from './flags.js'
import type { Verb } from './table.js'
import { pair } from './table.js'

/** People, playbooks, the file itself, and help. */
export const keepingVerbs: readonly Verb[] = [
  {
    name: 'contact', group: 'Keeping house', summary: 'people: list, add, edit', example: 'followup contact add "Lou Ortiz <lou@acme.example>" --for acme',
    positionals: [
      { name: 'action', choices: ['list', 'add', 'edit'], help: 'list (default), add or edit' },
      { name: 'person', help: 'to add: "Name <mail>"; else a name or mail address' },
    ],
    flags: [
      { name: 'for', value: 'OPP', help: 'the opportunity in which you know them' },
      { name: 'name', value: 'TEXT', help: 'their name, when it changes' },
      { name: 'email', value: 'MAIL', help: 'their mail address' },
      ...person,
      { name: 'assistant', value: 'NAME', help: 'who answers their phone' },
      { name: 'lead', help: 'the one you chase' },
    ],
    writes: 'record',
    load: async () => pair((await import('../commands/contact.js')).contact, (await import('../views/contact.js')).contactView),
  },
  {
    name: 'playbook', group: 'Keeping house', summary: 'the order of steps: list, show, check, use', example: 'followup playbook use gentle acme',
    positionals: [
      { name: 'action', choices: ['list', 'show', 'check', 'use'], help: 'list (default), show, check or use' },
      { name: 'name', help: 'a playbook; to check: a file' },
      { name: 'opp', help: 'to use: the opportunity that should follow it' },
    ],
    flags: [],
    writes: 'record',
    load: async () => pair((await import('../commands/playbook.js')).playbook, (await import('../views/playbook.js')).playbookView),
  },
  {
    name: 'undo', group: 'Keeping house', summary: 'take the last record back', example: 'followup undo',
    positionals: [{ name: 'id', help: 'what to take back, as undo --list names it (default: the last)' }],
    flags: [{ name: 'list', help: 'what could be taken back' }],
    writes: 'record',
    load: async () => pair((await import('../commands/undo.js')).undo, (await import('../views/undo.js')).undoView),
  },
  {
    name: 'backup', group: 'Keeping house', summary: 'a copy of the store now', example: 'followup backup',
    positionals: [],
    flags: [{ name: 'to', value: 'FILE', help: 'where to (default: with the daily ones)' }],
    writes: 'keep',
    load: async () => pair((await import('../commands/backup.js')).backup, (await import('../views/backup.js')).backupView),
  },
  {
    name: 'restore', group: 'Keeping house', summary: 'put a copy back', example: 'followup restore followup-backup.db --yes',
    positionals: [{ name: 'file', required: true, help: 'the copy' }],
    flags: [],
    writes: 'keep',
    load: async () => pair((await import('../commands/restore.js')).restore, (await import('../views/restore.js')).restoreView),
  },
  {
    name: 'doctor', group: 'Keeping house', summary: 'is everything in order', example: 'followup doctor',
    positionals: [],
    flags: [{ name: 'rebuild', help: 'work out everything again from the facts' }],
    writes: 'keep',
    load: async () => pair((await import('../commands/doctor.js')).doctor, (await import('../views/doctor.js')).doctorView),
    exit: (result: { readonly ok?: boolean }) => (result.ok === false ? 1 : 0),
  },
  {
    name: 'demo', group: 'Keeping house', summary: 'one story, from interview to offer', example: 'followup demo',
    positionals: [],
    flags: [],
    writes: 'no',
    load: async () => pair((await import('../commands/demo.js')).demo, (await import('../views/demo.js')).demoView),
  },
  {
    name: 'help', group: 'Keeping house', summary: 'this page, or one verb', example: 'followup help call',
    positionals: [{ name: 'topic', help: 'a verb, words, days or exit-codes' }],
    flags: [],
    writes: 'no',
    load: async () => pair((await import('../commands/help.js')).help, (await import('../views/help.js')).helpView),
  },
  {
    name: 'start', group: 'Keeping house', summary: 'the story the first time, then today', example: 'followup start', hidden: true,
    positionals: [],
    flags: [],
    writes: 'no',
    load: async () => pair((await import('../commands/start.js')).start, (await import('../views/start.js')).startView),
  },
]
