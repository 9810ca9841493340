import type { ToneWords } from '../../model/tone.js'
import type { Letter } from '../letter.js'
import { nameForms } from '../names.js'
import type { Token } from '../passage.js'
import { oneOf } from '../one-of.js'
import type { Hit } from '../search.js'

/** Words in capitals that are neither short, nor on the list, nor a name on file: 2 each. */
export function capitalHits(letter: Letter, { acronyms }: ToneWords): readonly Hit[] {
  const { company, contact, role, known } = letter.about
  const spared = new Set([...acronyms, ...[company, contact, role, ...known].flatMap((name) => (name === null ? [] : nameForms(name)))])
  const loud = letter.tokens.filter((token) => isLoud(token) && !spared.has(token.form.replace(/'?s$/, '')) && !spared.has(token.form))
  const plain = loud.filter((token) => everyday(token.form))
  const run = loud.filter((token, index) => loud[index - 1]?.sentence === token.sentence || loud[index + 1]?.sentence === token.sentence)
  const words = new Set(plain.map(({ form }) => form))
  const counted = words.size >= 2 || beside(plain, letter) ? loud : run.length >= 4 ? run : plain.slice(0, 1)
  return counted.map(({ start, end, sentence }) => ({
    points: 2,
    span: { start, end },
    sentence,
    family: 'capitals',
    instead: smallLetters,
  }))
}

const smallLetters = 'Write it in small letters; the sentence is enough.'

/** Whether one of the words stands right beside another in capitals. */
function beside(words: readonly Token[], { tokens }: Letter): boolean {
  return words.some((word) => {
    const at = tokens.indexOf(word)
    return [tokens[at - 1], tokens[at + 1]].some((next) => next?.sentence === word.sentence && isLoud(next))
  })
}

// Four letters and more; codes hold digits. What is quoted was somebody else's.
function isLoud({ raw, quoted }: Token): boolean {
  return !quoted && /^\p{Lu}{4,}(?:['’](?:S|T|RE|VE|LL|M|D))?$/u.test(raw)
}

// What is a word in anybody's mouth, not a certificate or a society.
const everyday = oneOf(
  'very really please want need needs great love loved amazing best perfect never always must know call this that just still soon back now urgent immediately important thank thanks hello hire decided decision stalled anything everything nothing waiting excited absolutely definitely awesome totally only your will with when what have ever time today tomorrow reply read answer help interested interview follow following position extremely truly exactly most more much even also right wrong sure yes dream passion passionate incredible fantastic brilliant wonderful opportunity update asap attention final last first here ready available work team job were wow super such both every free deserve serious seriously asking long weeks days again sorry desperate desperately chance hope hoping believe before after could would should them they some enough everyone nobody zero huge loud exact simply literally completely entirely finally anyone anywhere cannot dont does been over late hear heard tell told promise promised news response respond offer offered salary money honour honor favourite favorite thrilled delighted keen mine ours myself yourself months hours true real good better favour favor away stop start started like come came make made than then there their from forward look looking well done down once twice thousand million whole entire application interviewed candidate role',
)

/** Marks in strings 3 each, single exclamation marks 1 each. */
export function markHits({ text, parts, about }: Letter): readonly Hit[] {
  const own = [parts.subject, parts.greeting, ...parts.core, parts.signOff].filter((span) => span !== null)
  const names = [about.company, about.contact, about.role, ...about.known].filter((name) => name !== null && name.includes('!'))
  return own.flatMap((span) => {
    const words = blanked(text.slice(span.start, Math.min(span.end, span.start + 20_000)), names)
    return [...words.matchAll(/[!?！？]+(?:\s?[!?！？])*/g)]
      .filter((found) => /[!！]|.{2}/.test(found[0]))
      .map((found) => {
        const start = span.start + found.index
        const strung = /[!?！？]\s?[!?！？]/.test(found[0])
        return {
          points: strung ? 3 : 1,
          span: { start, end: start + found[0].length },
          sentence: -2 - start,
          family: strung ? 'strings' : 'marks',
          ...(strung && !/[!！]/.test(found[0]) ? questionMarks : {}),
        }
      })
  })
}

const questionMarks = { why: 'Question marks in a row sound impatient.', instead: 'One is enough.' }

function blanked(text: string, names: readonly (string | null)[]): string {
  const known = names.reduce<string>((rest, name) => rest.replaceAll(name ?? '', ' '.repeat((name ?? '').length)), text)
  return known.replace(/["“][^"”\n]{1,300}["”]/g, (words) => ' '.repeat(words.length))
}
