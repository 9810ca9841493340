import type { Finding } from '../model/finding.js'
import type { Letter } from './letter.js'

/** The name of the language that a letter is clearly written in, where that is not English; null where it is, or nobody can tell. */
export function foreignLanguage({ tokens }: Pick<Letter, 'tokens'>): string | null {
  const counts = (words: ReadonlySet<string>): number => tokens.filter(({ form }) => words.has(form)).length
  const english = counts(englishWords)
  const [name = '', most = 0] = foreignWords.map(([one, words]) => [one, counts(words)] as const).reduce((a, b) => (b[1] > a[1] ? b : a))
  return most >= 3 && most > 2 * english && most * 7 > tokens.length ? name : null
}

/** That a letter in this language was not judged. */
export function languageFinding(language: string): Finding {
  return {
    ...{ rule: 'vague', severity: 'warning', line: null, column: null, length: null, text: null },
    why: `${reads} ${language}, and the check knows only English: it cannot tell whether the letter is calm.`,
    instead: `Let somebody calm who reads ${language} look at it before it leaves.`,
  }
}

/** Whether a finding says that the letter is in another language. */
export function isOfLanguage({ why }: Finding): boolean {
  return why.startsWith(reads)
}

const reads = 'This reads like'

/** Small words that letters of a language cannot do without; those that are English words too are left out. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const englishWords = wordsOf('the and to you of for i with that is my your we it have would be this was are at as from will not')
const foreignWords = [
  [
    'German',
    wordsOf('ich und der das nicht eine einen einer mir mich sie ihnen ihre ihr ist fur mit auf bitte zu habe wir dass sehr von dem den'),
  ],
  ['French', wordsOf('je vous le la les et pour est une des votre mon ma que qui dans avec pas nous sur au du ce cette merci suis de')],
  ['Spanish', wordsOf('yo el la los las y que de en un una por para con su usted mi es muy gracias se del al como esta le')],
  ['Italian', wordsOf('io il la lo gli le che di e un una per con non mi sono del della grazie molto ho vorrei questo alla nel')],
  ['Dutch', wordsOf('ik het een en van de niet dat voor met mijn uw u zijn heb graag deze op bij aan wij ons mij ben naar te')],
] as const
