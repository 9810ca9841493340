import type { LetterKind } from '../model/act.js'
import type { Want } from '../model/opportunity.js'
import { capital, greeting, job, salutation, slot } from './slots.js'

/** What a letter may say: recorded facts only. What is null or does not fit leaves its sentence out. */
export interface LetterFacts {
  /** The reader's full name. */
  readonly reader: string | null
  /** The reader decides: the team is theirs. */
  readonly decides: boolean
  readonly company: string
  readonly role: string | null
  readonly want: Want
  /** When we met, as the end of a sentence: 'yesterday', 'on Tuesday', 'on 2 March'. */
  readonly met: string | null
  /** What we talked about and no letter has used yet, and what they want; as recorded. */
  readonly hooks: readonly string[]
  readonly cares: readonly string[]
  /** The day they named: 'Friday 5 March'. */
  readonly promised: string | null
  /** When I will try by phone: 'on Friday morning'. */
  readonly callOn: string | null
  /** When I left a voicemail: 'this morning'. */
  readonly rang: string | null
}

/** A letter without its signature, ready to be read; `hook` is the one it used, as recorded. */
export interface Draft {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly hook: string | null
  /** Words of the paragraphs. */
  readonly words: number
}

/** One plain letter of a kind, the same for the same facts; null for kinds that only the person can write. */
export function plainDraft(kind: LetterKind, facts: LetterFacts): Draft | null {
  const hook = firstFitting(facts.hooks, facts.reader)
  const written = writers[kind]?.({
    ...facts,
    job: job(facts.role),
    hook: hook?.text ?? null,
    care: firstFitting(facts.cares, facts.reader)?.text ?? null,
  })
  if (!written) return null
  const paragraphs = written.paragraphs.map((sentences) => sentences.filter((one) => one !== null).join(' ')).filter((one) => one !== '')
  const used = hook !== null && paragraphs.some((one) => one.includes(hook.text))
  return {
    subject: written.subject,
    greeting: greeting(facts.reader),
    paragraphs,
    hook: used ? hook.recorded : null,
    words: paragraphs.join(' ').split(/\s+/).length,
  }
}

/** Facts made ready: the job as a noun, and the clauses that fit. */
interface Slots extends LetterFacts {
  readonly job: string
  readonly hook: string | null
  readonly care: string | null
}
interface Written {
  readonly subject: string
  readonly paragraphs: readonly (readonly (string | null)[])[]
}

const writers: Readonly<Partial<Record<LetterKind, (slots: Slots) => Written>>> = {
  'thank-you': thankYou,
  'love-letter': note,
  'check-in': checkIn,
  'after-voicemail': afterVoicemail,
  'close-the-loop': closeTheLoop,
  'rejection-reply': rejectionReply,
  reconnect,
}

function thankYou({ reader, met, hook, care, job, want }: Slots): Written {
  const name = salutation(reader)
  return {
    subject: name === null ? 'Thank you' : `Thank you, ${name}`,
    paragraphs: [
      [
        `Thank you for your time${after(met)}.`,
        hook && `I especially enjoyed our talk about ${hook}.`,
        hook === null ? keptInMind(care) : null,
      ],
      [
        want === 'yes'
          ? `${capital(job)} interests me very much, and I would be glad to take the next step whenever it suits you.`
          : `I would be glad to hear more about ${job} whenever it suits you.`,
        'If there is anything more you would like to know from me, I am happy to answer.',
      ],
    ],
  }
}

function note({ met, hook, care, job, company, want, decides, callOn }: Slots): Written {
  const plainly = `I would like to say it plainly: I want this job, and I would ${decides ? 'love to be part of your team' : `be glad to join ${company}`}.`
  return {
    subject: job === 'the role' ? `The role at ${company}` : capital(job),
    paragraphs: [
      [`Thank you again for our conversation${after(met)}.`, hook && `Our talk about ${hook} has stayed with me.`, keptInMind(care)],
      [
        want === 'yes'
          ? plainly
          : `I am seriously interested in ${job}, and I would like to hear more about the work and the people in it.`,
        callOn === null
          ? 'Is there anything more you would like to know from me?'
          : `I will try you by phone ${callOn}; if a mail suits you better, one line is plenty.`,
      ],
    ],
  }
}

function checkIn({ promised, job, want }: Slots): Written {
  return {
    subject: `${capital(job)}: timing`,
    paragraphs: [
      [
        promised === null
          ? `May I ask how things stand with ${job}, and roughly when you expect to decide?`
          : `You had named ${promised} for news about ${job}. Has that moved?`,
      ],
      [
        want === 'yes' ? 'I am as interested as before.' : 'I am still interested.',
        'If it is taking longer than planned, that is no trouble; a rough idea of when to look up again would help me. One line is plenty, and thank you.',
      ],
    ],
  }
}

function afterVoicemail({ rang, job, callOn }: Slots): Written {
  return {
    subject: 'My voicemail',
    paragraphs: [
      [
        `That was me on your voicemail${after(rang)}, about ${job}.`,
        callOn && `I will try once more ${callOn}.`,
        'If another time suits you better, or a mail is easier for you, one line is plenty.',
        'There is no need to ring me back. Thank you for your time.',
      ],
    ],
  }
}

function closeTheLoop({ met, hook, job, decides, company }: Slots): Written {
  return {
    subject: `Closing the loop on ${job}`,
    paragraphs: [
      [
        `This is the last letter from me about ${job} for now.`,
        `Thank you for the time you gave me${after(met)}.`,
        hook && `I enjoyed our talk about ${hook}.`,
      ],
      [
        `I would still be glad to work ${decides ? 'with you' : `at ${company}`}, so if things change on your side, I would be happy to hear from you.`,
        'Otherwise no answer is needed. I wish you and your team well.',
      ],
    ],
  }
}

function rejectionReply({ met, hook, job, decides, company }: Slots): Written {
  return {
    subject: 'Thank you for telling me',
    paragraphs: [
      [`Thank you for letting me know, and for the time you gave me${after(met)}.`, hook && `I enjoyed our talk about ${hook}.`],
      [
        `I would have liked to work ${decides ? 'with you' : `at ${company}`}.`,
        `If ${job}, or something near it, is open again one day, I would be glad to hear from you. I wish you and your team well.`,
      ],
    ],
  }
}

function reconnect({ met, hook, job, decides, company }: Slots): Written {
  return {
    subject: 'Since we spoke',
    paragraphs: [
      [`We spoke ${met ?? 'some time ago'} about ${job} at ${company}.`, hook && `I remember our talk about ${hook} well.`],
      [
        `I would still like to work ${decides ? 'with you' : `at ${company}`} one day.`,
        'If you expect to need someone in the coming months, would there be a good moment for ten minutes on the phone? If not, no answer is needed, and I wish you well.',
      ],
    ],
  }
}

/** What they want fits whether it is a thing, a person or something to be done. */
function keptInMind(care: string | null): string | null {
  return care && `I have kept in mind that you want ${care}.`
}

function after(words: string | null): string {
  return words === null ? '' : ` ${words}`
}

function firstFitting(recorded: readonly string[], reader: string | null): { readonly recorded: string; readonly text: string } | null {
  for (const one of recorded) {
    const text = slot(one, reader)
    if (text !== null) return { recorded: one, text }
  }
  return null
}
