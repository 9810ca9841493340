import { heardKinds, letterKinds } from '../model/act.js'
import { meetingForms, stages } from '../model/opportunity.js'
import { debrief, job, opportunity, person, promise, recording } from './flags.js'
import { heardNames } from './other-words.js'
import type { Flag, Verbs } from './table.js'
import { lacks, lacksAll, pair } from './table.js'

/** What a line of `log` is about, when it is no further round. */
const which: readonly Flag[] = [
  { name: 'new', help: 'a second opportunity at a company you know' },
  { name: 'reschedule', help: 'the booked interview moves to --at' },
  { name: 'cancel', help: 'the booked interview is off' },
  { name: 'correct', help: 'no interview: the role, place or pay given now is the right one; with --at, the day of the last one' },
  { name: 'name', value: 'NAME', help: 'with --correct: the right name of the company' },
]

const moreOfLog: readonly string[] = [
  'followup log "Acme Controls" --role "Operations Director" --with "Dana Reyes <dana@acme.example>" --contact-role boss',
  'followup log acme-controls --at "fri 10:00" --kind final',
  'followup log acme-controls --at "mon 14:00" --reschedule',
  'followup log acme-controls --role "Operations Director" --correct',
  'followup log acme-controls --name "Acme Controls Ltd" --correct',
  'followup log acme-controls --at "3 mar" --correct',
]

/** What happened: interviews, answers, offers. */
export const recordingVerbs: Verbs = {
  log: () => ({
    name: 'log',
    group: 'After an interview',
    summary: 'an interview, over or booked',
    example: 'followup log "Acme Controls"',
    more: moreOfLog,
    positionals: [{ name: 'company', required: true, names: ['company'], help: 'the full name of the company, or a handle' }],
    flags: [
      { name: 'role', value: 'TEXT', help: 'the job' },
      { name: 'kind', value: 'KIND', choices: stages, help: 'what kind of interview; each has its own patience' },
      { name: 'by', value: 'FORM', choices: meetingForms, help: 'how it was held' },
      {
        name: 'with',
        value: 'PERSON',
        repeat: true,
        names: ['person'],
        help: '"Name <mail>" of someone you met; the next four are about the first',
      },
      ...person,
      { name: 'country', value: 'CODE', help: 'whose holidays count: an ISO code, or none' },
      ...debrief,
      ...job,
      { name: 'playbook', value: 'NAME', names: ['playbook'], help: 'the playbook to follow' },
      { name: 'confidential', help: 'their search is confidential' },
      ...which,
      ...recording,
    ],
    writes: 'always',
    load: async () => pair((await import('../commands/log.js')).log, (await import('../views/written.js')).writtenView),
    guide: {
      when: (args) => !args['reschedule'] && !args['cancel'] && !args['correct'] && lacksAll('company', 'at', 'with')(args),
      load: async () => (await import('../commands/guide/log.js')).logGuide,
    },
  }),
  debrief: () => ({
    name: 'debrief',
    group: 'After an interview',
    summary: 'the look back, now or later',
    example: 'followup debrief acme',
    more: [
      'followup debrief acme --landing oversold --hook "restarting the line by hand"',
      'followup debrief acme --again --hook none --cares "fewer surprises"',
    ],
    positionals: [opportunity],
    flags: [
      ...debrief,
      { name: 'phone', value: 'NUMBER', help: 'the number of the one you chase' },
      { name: 'again', help: 'what is said now replaces what was said to the same question; "none" takes it out' },
      ...recording,
    ],
    writes: 'always',
    load: async () => pair((await import('../commands/debrief.js')).debrief, (await import('../views/written.js')).writtenView),
    guide: {
      when: lacksAll('opp', 'again', 'landing', 'hook', 'cares', 'want', 'pay', 'reach', 'assistant', 'phone', 'promise', 'note'),
      load: async () => (await import('../commands/guide/debrief.js')).debriefGuide,
    },
  }),
  heard: () => ({
    name: 'heard',
    group: 'Something came in',
    summary: 'a reply, a machine, a no',
    example: 'followup heard acme holding',
    more: [
      'followup heard acme --eml reply.eml --dry-run',
      'followup heard acme holding --promise "end of next week"',
      'followup heard acme out-of-office --until "mon 15 mar"',
      'followup heard acme on-hold --until "early june"',
    ],
    positionals: [opportunity, { name: 'kind', choices: heardKinds, also: heardNames, help: 'what came in' }],
    flags: [
      { name: 'kind', value: 'KIND', choices: heardKinds, also: heardNames, help: 'what came in' },
      { name: 'automated', help: 'a machine wrote it' },
      { name: 'from', value: 'PERSON', names: ['person'], help: 'from whom, when it is not the one you chase' },
      promise,
      { name: 'until', value: 'DAY', help: 'the day they are back, or until when the role is on hold' },
      { name: 'of', value: 'KIND', choices: letterKinds, help: 'the letter that bounced' },
      {
        name: 'eml',
        value: 'FILE',
        names: ['file'],
        help: 'the mail itself, as a file or - for standard input: it is read and recognised',
      },
      { name: 'dry-run', help: 'with --eml: only say what the mail is' },
      ...recording,
    ],
    writes: 'always',
    load: async () => pair((await import('../commands/heard/mail.js')).heardOrMail, (await import('../views/heard.js')).heardView),
    guide: {
      when: (args) => args['eml'] === undefined && lacksAll('opp', 'kind', 'promise')(args),
      load: async () => (await import('../commands/guide/heard.js')).heardGuide,
    },
  }),
  promise: () => ({
    name: 'promise',
    group: 'Something came in',
    summary: 'they named a day',
    example: 'followup promise acme fri',
    positionals: [opportunity, { name: 'day', required: true, help: 'the day they named' }],
    flags: recording,
    writes: 'always',
    load: async () => pair((await import('../commands/promise.js')).promise, (await import('../views/written.js')).writtenView),
    guide: { when: lacks('opp', 'day'), load: async () => (await import('../commands/guide/days.js')).promiseGuide },
  }),
  offer: () => ({
    name: 'offer',
    group: 'Something came in',
    summary: 'terms and the day they need you',
    example: 'followup offer acme',
    more: ['followup offer acme --base 145000 --respond-by fri --written', 'followup offer compare'],
    positionals: [{ ...opportunity, help: `${opportunity.help}; or "compare": the open offers side by side` }],
    flags: [
      { name: 'base', value: 'MONEY', help: 'base pay' },
      { name: 'bonus', value: 'MONEY', help: 'bonus' },
      { name: 'equity', value: 'TEXT', help: 'equity' },
      { name: 'sign-on', value: 'MONEY', help: 'what is paid once: signing, moving' },
      { name: 'leave', value: 'TEXT', help: 'days of leave' },
      { name: 'hours', value: 'TEXT', help: 'hours, days at home, travel' },
      { name: 'from', value: 'TEXT', help: 'who made it, and how' },
      { name: 'condition', value: 'TEXT', repeat: true, help: 'what it hangs on: references, checks' },
      { name: 'question', value: 'TEXT', repeat: true, help: 'what you still have to ask them' },
      { name: 'start', value: 'DAY', help: 'the day you would start' },
      { name: 'location', value: 'TEXT', help: 'where the job is' },
      { name: 'respond-by', value: 'DAY', help: 'the day they want your answer' },
      { name: 'written', help: 'you have it in writing' },
      { name: 'by-voice', help: 'you heard it, nothing in writing yet' },
      { name: 'hoped', value: 'MONEY', help: 'what you hoped for; private' },
      { name: 'fine', value: 'MONEY', help: 'what would be fine; private' },
      { name: 'floor', value: 'MONEY', help: 'below which you walk away; private' },
      { name: 'show-floor', help: 'when comparing: what is private, too' },
      ...recording,
    ],
    writes: 'sometimes',
    load: async () => pair((await import('../commands/offer.js')).offer, (await import('../views/offer.js')).offerView),
    guide: {
      when: (args) => args['opp'] !== 'compare' && asksTerms(args),
      load: async () => (await import('../commands/guide/offer.js')).offerGuide,
    },
  }),
  negotiate: () => ({
    name: 'negotiate',
    group: 'Something came in',
    summary: 'the order of moves, the words',
    example: 'followup negotiate acme',
    more: [
      'followup negotiate acme --figure "145 to 158 (three job boards)" --because "two plants through a new shift plan" --wish "one day a week at home" --ask 150,000',
    ],
    positionals: [opportunity],
    flags: [
      { name: 'figure', value: 'TEXT', repeat: true, help: 'what such posts pay, and where you found it' },
      { name: 'because', value: 'TEXT', repeat: true, help: 'a reason that is about the work' },
      { name: 'wish', value: 'TEXT', repeat: true, help: 'a wish, the dearest first' },
      { name: 'ask', value: 'MONEY', help: 'the figure you will say' },
      { name: 'anyway', value: 'REASON', help: 'ask for less than they offer, or for more than twice as much, and why' },
      { name: 'hoped', value: 'MONEY', help: 'what you hoped for; private' },
      { name: 'fine', value: 'MONEY', help: 'what would be fine; private' },
      { name: 'floor', value: 'MONEY', help: 'below which you walk away; private' },
      { name: 'show-floor', help: 'show what is private, too' },
    ],
    writes: 'sometimes',
    load: async () => pair((await import('../commands/negotiate.js')).negotiate, (await import('../views/negotiate.js')).negotiateView),
    guide: {
      when: lacksAll('figure', 'because', 'wish', 'ask', 'anyway', 'hoped', 'fine', 'floor', 'showFloor'),
      load: async () => (await import('../commands/guide/negotiate.js')).negotiateGuide,
    },
  }),
}

/** An offer of which nothing was said yet. */
const asksTerms = lacksAll(
  'opp',
  'base',
  'bonus',
  'equity',
  'start',
  'location',
  'respondBy',
  'written',
  'byVoice',
  'hoped',
  'floor',
  'note',
)
