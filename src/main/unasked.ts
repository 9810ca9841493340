import { Problem } from '../problem.js'
import type { Ask } from '../world.js'

/** Nobody to ask: no terminal, or --no-input. */
export const unasked: Ask = {
  able: false,
  line: ({ ask }) => Promise.reject(nobody(ask)),
  choice: ({ ask }) => Promise.reject(nobody(ask)),
  say: () => undefined,
  note: () => undefined,
  understood: () => undefined,
  numbered: () => undefined,
}

function nobody(question: string): Problem {
  return new Problem('usage', `There is nobody here to ask: ${question}`, {
    hint: 'Give the answer as a flag; "followup help" shows them.',
  })
}
