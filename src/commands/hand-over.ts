import type { Outgoing } from '../model/letter.js'
import type { Choice, Needs } from '../world.js'

/** One way a letter can leave this program: it does it, and says what was done, as a sentence. Further ways are rows of `routes`. */
export interface Route extends Choice<string> {
  readonly help: string
  /** Whether this letter can go that way. */
  readonly fits: (letter: Outgoing) => boolean
  readonly hand: (world: Needs<'copyText'>, letter: Outgoing) => Promise<string>
}

/** The ways out, the usual one first. */
export const routes: readonly Route[] = [
  {
    value: 'copy',
    words: 'copy',
    help: 'puts it on the clipboard',
    fits: () => true,
    hand: async ({ copyText }, { text }) => {
      await copyText(`${text}\n`)
      return 'Copied.'
    },
  },
]
