import type { Choice } from '../world.js'

/** The answer that was typed: its words or value in full, else the only one that begins so, else another word for it; undefined when it is none. */
export function chosen<T extends string>(typed: string, choices: readonly Choice<T>[]): Choice<T> | undefined {
  const wanted = typed.toLowerCase().replace(/[.,\s]+$/, '')
  const begun = choices.filter((one) => one.words.toLowerCase().startsWith(wanted) || one.value.startsWith(wanted))
  return (
    called(wanted, choices) ??
    (begun.length === 1 ? begun[0] : undefined) ??
    choices.find((one) => one.also?.includes(wanted)) ??
    yesOrNo(wanted, choices)
  )
}

/** Whether they ask what the answers mean. */
export function asksForHelp(typed: string): boolean {
  return /^(?:\?+|help)$/i.test(typed)
}

/** What can be answered, where nothing more is known of it. */
export function answersInWords([first, ...others]: readonly [Choice<string>, ...Choice<string>[]]): string {
  const words = [`"${first.words}", which Enter takes`, ...others.map((one) => `"${one.words}"`)]
  return `The answers: ${words.join('; ')}. The first letters of an answer will do.`
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
