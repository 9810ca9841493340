import type { HeardKind } from '../../model/act.js'
import { heardWords } from '../../model/vocabulary.js'
import type { Ask } from '../../world.js'
import { choicesOf } from './again.js'

/** What a person may say, as answers to 'What do they say?'. */
export const fromPerson = {
  holding: heardWords.holding,
  question: 'they ask for something',
  invite: heardWords.invite,
  courtesy: heardWords.courtesy,
  rejection: heardWords.rejection,
  offer: heardWords.offer,
  'on-hold': heardWords['on-hold'],
} satisfies Partial<Record<HeardKind, string>>

/** Asks what a mail says in which nothing was recognised. */
export function askWhatItSays(ask: Ask, company: string): Promise<keyof typeof fromPerson | 'later' | 'none'> {
  return ask.choice({
    ask: `What does the whole mail say, about ${company}?`,
    choices: choicesOf({ later: 'later', ...fromPerson, none: 'it is no answer' }),
  })
}

/** What a mail is taken for, as a question names it: 'Is this …, about Acme Controls?' */
export function readingWords(kind: HeardKind): string {
  return inQuestion[kind] ?? heardWords[kind]
}

// Where the answer alone would not fit the question.
const inQuestion: Partial<Record<HeardKind, string>> = {
  question: 'a question to you',
  holding: '"not decided yet"',
  'on-hold': 'word that the role is on hold',
  'out-of-office': 'a notice that they are away',
  left: 'news that they left',
}
