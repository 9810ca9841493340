import type { Ask } from '../world.js'

/**
 * Holds questions that do nothing but ask, and lets the person go back: they are run anew, without a word, with the answers that were given
 * before the last question, which is asked again as it was asked at first. Returns what `run` returns.
 */
export async function goingBack<T>(ask: Ask, run: (ask: Ask) => Promise<T>): Promise<T> {
  const wentBack = new Error('went back')
  let known: readonly Given[] = []
  for (;;) {
    const given: Given[] = []
    try {
      return await run(replaying(ask, { known, given, wentBack }))
    } catch (error) {
      if (error !== wentBack) throw error
      if (given.length === 0) ask.note('This is the first question.')
      known = given.slice(
        0,
        given.findLastIndex((one) => !one.again),
      )
    }
  }
}

/** An answer; `again`, to a question that was asked once more. */
interface Given {
  readonly value: unknown
  readonly again: boolean
}

/** The answers known before, and those given in this run so far. */
interface Tape {
  readonly known: readonly Given[]
  readonly given: Given[]
  /** Thrown out of a question to which the answer was to go back. */
  readonly wentBack: Error
}

function replaying(ask: Ask, { known, given, wentBack }: Tape): Ask {
  const isLive = (): boolean => given.length >= known.length
  const answer = async <T>(asked: () => Promise<T>, again = false): Promise<T> => {
    const value = isLive() ? await asked() : (known[given.length]?.value as T)
    given.push({ value, again })
    return value
  }
  const back = (): never => {
    throw wentBack
  }
  return {
    able: ask.able,
    line: (question) => answer(() => ask.line({ ...question, back }), question.again),
    choice: (question) => answer(() => ask.choice({ ...question, back })),
    say: (text) => void (isLive() && ask.say(text)),
    note: (text) => void (isLive() && ask.note(text)),
    understood: (lines) => void (isLive() && ask.understood(lines)),
    numbered: (rows, first) => void (isLive() && ask.numbered(rows, first)),
  }
}
