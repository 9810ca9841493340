import type { HeardKind } from '../../model/act.js'
import { heardWords } from '../../model/vocabulary.js'

/** What a mail is taken for, as a question names it: 'Is this …, about Acme Controls?' */
export function readingWords(kind: HeardKind): string {
  return words[kind] ?? heardWords[kind]
}

const words: Partial<Record<HeardKind, string>> = {
  question: 'a question to you',
  holding: '"not decided yet"',
  courtesy: 'a friendly word',
  invite: 'an invitation',
  rejection: 'a no',
  offer: 'an offer',
  'on-hold': 'word that the role is on hold',
  'out-of-office': 'a notice that they are away',
  left: 'news that they left',
  bounce: 'a letter that came back',
}
