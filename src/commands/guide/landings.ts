import { Problem } from '../../problem.js'
import type { Needs } from '../../world.js'
import { askAgain } from '../asking/again.js'
import type { Understood } from '../typed/moments.js'

type Landing = ReturnType<Needs<'catalog'>['catalog']['landings']>[number]

/** The answer that opens the rest of the list. */
const others = 'others'

/** Asks how it may have landed: the likely doubts in the interviewer's voice first, the rest behind "something else". At most two codes. */
export async function askLandings(world: Needs<'ask' | 'catalog'>, count: string): Promise<readonly string[]> {
  const all = world.catalog.landings()
  const likely = all.filter((one) => one.order !== undefined)
  const rest = all.filter((one) => one.order === undefined && one.doubt !== null)
  world.ask.note(`${count}If they have a doubt about you, which?`)
  world.ask.numbered([...likely.map(rowOf), { words: 'something else', aside: `${String(rest.length)} more` }])
  const first = await askCodes(world, { shown: [...likely.map((one) => one.code), others], all })
  if (!first.includes(others)) return first
  // The numbers go on, so that those of the first list still hold.
  world.ask.numbered(rest.map(rowOf), likely.length + 2)
  const second = await askCodes(world, { shown: [...likely.map((one) => one.code), '', ...rest.map((one) => one.code)], all })
  return [...first.filter((code) => code !== others), ...second.filter((code) => code !== 'none-known')].slice(0, 2)
}

function rowOf({ doubt, label }: Landing): { readonly words: string; readonly aside: string } {
  return { words: `"${doubt ?? label}"`, aside: label }
}

interface Shown {
  /** Codes in the order of their numbers; '' where a number is none. */
  readonly shown: readonly string[]
  readonly all: readonly Landing[]
}

async function askCodes(world: Needs<'ask'>, list: Shown): Promise<readonly string[]> {
  const codes = await askAgain(world.ask, {
    ask: 'One number, or two. "well" if it simply went well.',
    offer: 'none I know of',
    read: (text) => readCodes(text, list),
  })
  return codes ?? []
}

function readCodes(text: string, { shown, all }: Shown): Understood<readonly string[]> {
  const numbers = /^[\d\s,;&+]+$|^\d.*\band\b/.test(text) ? (text.match(/\d+/g) ?? []) : null
  const words = (numbers ?? text.split(/\s*[,;]\s*/)).filter((word) => word !== '')
  const plain = words.map((word) => landingNamed(word, { shown, all }))
  const unread = plain.indexOf(undefined)
  const within = unread < 0 ? [] : codesWithin(text, all)
  if (unread >= 0 && within.length === 0) throw noneOfThese(words[unread] ?? text, shown.length)
  const codes = [...new Set(within.length > 0 ? within : plain.filter((code) => code !== undefined))]
  if (codes.length > 2)
    throw new Problem('usage', 'Two are the most a letter and a call can carry.', { hint: 'Take the likeliest one or two.' })
  return { value: codes, lines: codes.filter((code) => code !== others).map((code) => landingWords(code, all)) }
}

function landingNamed(word: string, { shown, all }: Shown): string | undefined {
  const numbered = /^\d+$/.test(word) ? shown[Number(word) - 1] : undefined
  if (numbered !== undefined && numbered !== '') return numbered
  const wanted = word.toLowerCase()
  const fitting = all.filter(({ code, label }) => code.startsWith(wanted) || label.toLowerCase().startsWith(wanted))
  const found = all.find(({ code }) => code === wanted) ?? (fitting.length === 1 ? fitting[0] : undefined)
  if (found) return found.code
  return 'something else'.startsWith(wanted) && shown.includes(others) ? others : undefined
}

/** The landings that a sentence names in their own words, but for those it says were not so: 'I oversold myself, I am worried'. */
function codesWithin(text: string, all: readonly Landing[]): readonly string[] {
  const said = ` ${wordsOf(text)} `.replace(/ (?:not|never|\w+n't)(?: [\w']+){0,4}/g, '')
  const names = ({ code, label, doubt }: Landing): boolean =>
    [label.replace(/^I /, ''), ...(doubt === null ? [] : [code])].some((name) => said.includes(` ${wordsOf(name)} `))
  return all.filter(names).map((one) => one.code)
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}

function noneOfThese(word: string, most: number): Problem {
  return new Problem('usage', `"${word.slice(0, 40)}" is none of these.`, { hint: `Take a number from 1 to ${String(most)}.` })
}

function landingWords(code: string, all: readonly Landing[]): string {
  if (code === 'none-known') return 'none you know of; the note needs no repair'
  if (code === 'well') return 'well; the note needs no repair'
  const label = all.find((one) => one.code === code)?.label ?? code
  return `${label.replaceAll(' ', '-') === code ? label : `${code}: ${label}`}. The note turns it round, in half a sentence`
}
