import { letterChannels, letterKinds, outcomes } from '../model/act.js'
import { anyway, nothingHeard, opportunity, promise, recording } from './flags.js'
import { letterNames, outcomeNames } from './other-words.js'
import type { Flag, Verbs } from './table.js'
import { lacks, pair, talking } from './table.js'

/** A letter or a call to one person may be about several opportunities, and is one message. */
const also: Flag = {
  name: 'also',
  value: 'OPP',
  repeat: true,
  names: ['opportunity'],
  help: 'another opportunity with the same person that it is about',
}

/** Letters and calls. */
export const reachingVerbs: Verbs = {
  letter: () => ({
    name: 'letter',
    group: 'Reaching out',
    summary: 'draft it, check it, hand it over',
    example: 'followup letter acme',
    more: ['followup letter acme thank-you --hook 2', 'followup letter acme --eml note.eml', 'followup letter acme --send'],
    positionals: [
      opportunity,
      { name: 'kind', choices: letterKinds, also: letterNames, help: 'the kind of letter (default: the one that is due)' },
    ],
    flags: [
      { name: 'to', value: 'PERSON', names: ['person'], help: 'to whom, when it is not the one it is due to' },
      { name: 'hook', value: 'N', help: 'which of the things you talked about it uses, by its number' },
      also,
      { name: 'alone', help: 'about this opportunity alone, where one letter would do for several' },
      { name: 'say', value: 'TEXT', help: 'your own words for it: the answer, the news, the point' },
      { name: 'day', value: 'DAY', help: 'the day it asks for or names' },
      { name: 'another', value: 'N', help: 'the n-th other version of it' },
      { name: 'edit', help: 'open it in your editor first' },
      { name: 'out', value: 'FILE', names: ['file'], help: 'write it into a file' },
      { name: 'copy', help: 'put it on the clipboard' },
      { name: 'mailto', help: 'open it in your mail program' },
      { name: 'eml', value: 'FILE', names: ['file'], help: 'write it as a mail that your mail program opens as a draft' },
      { name: 'drafts', help: 'put it into the drafts of your mailbox' },
      { name: 'send', help: 'send it, after your yes; in a script with --yes, and --nothing-heard where it reminds them' },
      { name: 'anyway', value: 'REASON', help: 'although the check or a rule advises against it, with your reason' },
      nothingHeard,
    ],
    writes: 'sometimes',
    load: async () => {
      const { letterView: view, letterPage: page } = await import('../views/letter.js')
      return talking((await import('../commands/letter.js')).letter, { view, page })
    },
    guide: {
      when: (args) => !['out', 'copy', 'mailto', 'eml', 'drafts', 'yes'].some((way) => args[way] !== undefined),
      load: async () => (await import('../commands/guide/letter.js')).letterGuide,
    },
  }),
  sent: () => ({
    name: 'sent',
    group: 'Reaching out',
    summary: 'you wrote to them',
    example: 'followup sent acme thank-you',
    positionals: [opportunity, { name: 'kind', choices: letterKinds, also: letterNames, help: 'the kind of letter' }],
    flags: [
      { name: 'kind', value: 'KIND', choices: letterKinds, also: letterNames, help: 'the kind of letter' },
      { name: 'channel', value: 'CHANNEL', choices: letterChannels, help: 'how it went (default: email)' },
      { name: 'to', value: 'PERSON', names: ['person'], help: 'to whom, when it is not the one you chase' },
      { name: 'message-id', value: 'ID', help: 'the Message-ID of the mail' },
      { name: 'subject', value: 'TEXT', help: 'its subject; a letter that follows keeps it' },
      { name: 'hook', value: 'TEXT', help: 'which of the things you talked about it used' },
      also,
      anyway,
      nothingHeard,
      ...recording,
    ],
    writes: 'always',
    load: async () => pair((await import('../commands/sent.js')).sent, (await import('../views/written.js')).writtenView),
    guide: {
      when: (args) =>
        lacks('opp', 'kind')(args) || (args['yes'] === undefined && (args['kind'] === 'accept' || args['kind'] === 'decline')),
      load: async () => (await import('../commands/guide/sent.js')).sentGuide,
    },
  }),
  call: () => ({
    name: 'call',
    group: 'Reaching out',
    summary: 'the card, then what came of it',
    example: 'followup call acme no-answer',
    more: ['followup call acme --card', 'followup call acme spoke --promise fri', 'followup call acme booked --callback "tue 11:00"'],
    positionals: [opportunity, { name: 'outcome', choices: outcomes, also: outcomeNames, help: 'what came of it' }],
    flags: [
      { name: 'outcome', value: 'OUTCOME', choices: outcomes, also: outcomeNames, help: 'what came of it' },
      promise,
      { name: 'callback', value: 'WHEN', help: 'when you are to call again, or when the booked interview is' },
      { name: 'with', value: 'PERSON', names: ['person'], help: 'whom you called, when it is not the one you chase' },
      { name: 'gatekeeper', value: 'NAME', help: 'who answered instead' },
      also,
      { name: 'card', help: 'only show the card: whom, when, and what to say; looking is not a call' },
      { name: 'scripts', help: 'show the card and the words for every turn of the talk' },
      anyway,
      nothingHeard,
      ...recording,
    ],
    writes: 'sometimes',
    load: async () => {
      const { callView: view, callPage: page } = await import('../views/call.js')
      return talking((await import('../commands/call.js')).call, { view, page })
    },
    guide: {
      when: (args) =>
        args['opp'] === undefined || (args['outcome'] === undefined && args['card'] === undefined && args['scripts'] === undefined),
      load: async () => (await import('../commands/guide/call.js')).callGuide,
    },
  }),
}
