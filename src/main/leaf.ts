import { Problem } from '../problem.js'
import type { Surroundings } from './surroundings.js'

const asked = 'Enter goes on, q stops '

/** Writes pages one after the other, each when a key asks for it; q leaves out the rest. Throws Problem('interrupted') at Ctrl-C. */
export async function leaf(pages: readonly string[], here: Surroundings, key: (listening: () => void) => Promise<string>): Promise<void> {
  for (const [index, text] of pages.entries()) {
    if (index > 0 && !(await goesOn(here, key))) return
    here.write('out', text)
  }
}

async function goesOn(here: Surroundings, key: (listening: () => void) => Promise<string>): Promise<boolean> {
  const pressed = await key(() => here.write('err', asked))
  here.write('err', `\r${' '.repeat(asked.length)}\r`)
  if (pressed.startsWith(interrupt)) throw new Problem('interrupted', 'Stopped')
  return pressed !== '' && !['q', 'Q', endOfInput].includes(pressed)
}

const endOfInput = '\u0004'
const interrupt = '\u0003'
