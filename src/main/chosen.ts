import { numberWord } from '../model/number-word.js'
import type { Choice, Lining } from '../model/question.js'

/**
 * What was typed may mean these answers: one where it is clear, by its words or value in full, by a whole word that only it has, as the only one
 * that begins so, by another word for it, or by the beginning of any of its words; several where it is not, none where it is no answer. '?' is 'help'.
 */
export function fitting<T extends string>(typed: string, choices: readonly Choice<T>[]): readonly Choice<T>[] {
  const wanted = /^\?+$/.test(typed) ? 'help' : typed.toLowerCase().replace(/[.,\s]+$/, '')
  const begins = (text: string): boolean => text.toLowerCase().startsWith(wanted)
  const tiers: readonly (readonly Choice<T>[])[] = [
    [called(wanted, choices) ?? []].flat(),
    onlyOne(choices.filter((one) => wordsOf(one).includes(wanted))),
    choices.filter((one) => begins(one.words) || begins(one.value)),
    choices.filter((one) => one.also?.includes(wanted)),
    [yesOrNo(wanted, choices) ?? []].flat(),
    choices.filter((one) => begins(one.value) || ` ${one.words.toLowerCase()}`.includes(` ${wanted}`)),
  ]
  return tiers.find((some) => some.length === 1) ?? tiers.find((some) => some.length > 1) ?? []
}

function onlyOne<T>(some: readonly T[]): readonly T[] {
  return some.length === 1 ? some : []
}

function wordsOf({ words }: Choice<string>): readonly string[] {
  return words.toLowerCase().split(' ')
}

/** Why an answer is not taken, and what can be answered. */
export function notTaken(typed: string, choices: readonly Choice<string>[]): string {
  const several = fitting(typed, choices)
  const listed = (some: readonly Choice<string>[]): string => some.map((one) => one.words).join(', ')
  return several.length > 1
    ? `"${typed.slice(0, 40)}" fits ${numberWord(several.length)}: ${listed(several)}.`
    : `That is none of the answers: ${listed(choices)}.`
}

/** Whether they ask what the answers mean. */
export function asksForHelp(typed: string): boolean {
  return /^(?:\?+|h|help)$/i.test(typed)
}

/** Whether they want the question before. */
export function isBack(typed: string): boolean {
  return /^(?:<|back)$/i.test(typed)
}

/** What can be answered, where nothing more is known of it. */
export function answersInWords([first, ...others]: readonly [Choice<string>, ...Choice<string>[]]): string {
  const words = [`"${first.words}", which Enter takes`, ...others.map((one) => `"${one.words}"`)]
  return `The answers: ${words.join('; ')}. The first letters of an answer will do.`
}

/** What a line of text may be, where nobody knows more. */
export function helpOnLine({ offer, hint, help }: Lining): string {
  const enter = offer === undefined || offer === '' ? 'Enter skips.' : `Enter takes "${offer}".`
  return help ?? hint ?? `A few words of your own. ${enter}`
}

const yes: ReadonlySet<string> = new Set(['sure', 'ok', 'okay', 'yep', 'yeah', 'yup', 'of course', 'please'])
const no: ReadonlySet<string> = new Set(['nope', 'nah', 'no thanks', 'no, thanks'])

/** A yes or a no in other words, where both can be answered. */
function yesOrNo<T extends string>(wanted: string, choices: readonly Choice<T>[]): Choice<T> | undefined {
  const [agrees, declines] = [called('yes', choices), called('no', choices)]
  if (!agrees || !declines) return undefined
  return yes.has(wanted) ? agrees : no.has(wanted) ? declines : undefined
}

function called<T extends string>(wanted: string, choices: readonly Choice<T>[]): Choice<T> | undefined {
  return choices.find((one) => one.words.toLowerCase() === wanted || one.value === wanted)
}
