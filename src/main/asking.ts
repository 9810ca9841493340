import type { Ask } from '../world.js'

/** An Ask that is made when the first question is asked; until `settle` or that question, what is said waits. */
export interface LazyAsk {
  readonly ask: Ask
  /** Says what still waits. */
  readonly settle: () => Promise<void>
}

/** Puts off the making of an Ask: loading a line editor costs more than most commands do. */
export function lazyAsk(make: () => Promise<Ask>): LazyAsk {
  let made: Ask | null = null
  const waiting: ((ask: Ask) => void)[] = []
  const ready = async (): Promise<Ask> => {
    const ask = (made ??= await make())
    for (const tell of waiting.splice(0)) tell(ask)
    return ask
  }
  const tell = (how: (ask: Ask) => void): void => {
    if (made) how(made)
    else waiting.push(how)
  }
  return {
    ask: {
      able: true,
      line: async (question) => (await ready()).line(question),
      choice: async (question) => (await ready()).choice(question),
      say: (text) => tell((ask) => ask.say(text)),
      note: (text) => tell((ask) => ask.note(text)),
      understood: (lines) => tell((ask) => ask.understood(lines)),
      numbered: (rows, first) => tell((ask) => ask.numbered(rows, first)),
    },
    settle: async () => {
      if (waiting.length > 0) await ready()
    },
  }
}
