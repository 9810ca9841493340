import { endings } from '../model/opportunity.js'
import { opportunity, reason, recording } from './flags.js'
import type { Verb } from './table.js'
import { pair } from './table.js'

/** Waiting, resting, ending, and taking it back. */
export const pausingVerbs: readonly Verb[] = [
  {
    name: 'snooze',
    group: 'Pausing and ending',
    summary: 'you wait',
    example: 'followup snooze acme "next mon"',
    positionals: [
      { ...opportunity, unless: 'all' },
      { name: 'day', required: true, help: 'the day you want to be reminded' },
    ],
    flags: [{ name: 'all', help: 'every open one: a holiday' }, reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/snooze.js')).snooze, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'hold',
    group: 'Pausing and ending',
    summary: 'that person is away',
    example: 'followup hold "Dana Reyes" --until "mon"',
    positionals: [{ name: 'contact', required: true, help: 'a name or mail address' }],
    flags: [{ name: 'until', value: 'DAY', help: 'the day they are back' }, reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/hold.js')).hold, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'retire',
    group: 'Pausing and ending',
    summary: 'stop chasing, keep it open',
    example: 'followup retire acme',
    positionals: [opportunity],
    flags: [reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/retire.js')).retire, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'resume',
    group: 'Pausing and ending',
    summary: 'start again',
    example: 'followup resume acme',
    positionals: [opportunity],
    flags: [reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/resume.js')).resume, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'close',
    group: 'Pausing and ending',
    summary: 'it ended',
    example: 'followup close acme --as rejected',
    positionals: [opportunity, { name: 'as', choices: endings, help: 'how it ended' }],
    flags: [{ name: 'as', value: 'ENDING', choices: endings, help: 'how it ended' }, reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/close.js')).close, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'reopen',
    group: 'Pausing and ending',
    summary: 'it had not ended',
    example: 'followup reopen acme',
    positionals: [opportunity],
    flags: [reason, ...recording],
    writes: 'always',
    load: async () => pair((await import('../commands/reopen.js')).reopen, (await import('../views/written.js')).writtenView),
  },
  {
    name: 'stop',
    group: 'Pausing and ending',
    summary: 'never call or write them',
    example: 'followup stop "Dana Reyes" --calls',
    positionals: [{ name: 'who', required: true, help: 'a person, or a company' }],
    flags: [
      { name: 'calls', help: 'no calls (default: neither calls nor letters)' },
      { name: 'letters', help: 'no letters' },
      { name: 'lift', help: 'take the stop away again' },
      reason,
      ...recording,
    ],
    writes: 'always',
    load: async () => pair((await import('../commands/stop.js')).stop, (await import('../views/written.js')).writtenView),
  },
]
