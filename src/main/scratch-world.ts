import { join } from 'node:path'
import { scratchFolder } from '../outside/scratch-folder.js'
import type { ScratchWorld } from '../world.js'
import type { Run, Surroundings } from './surroundings.js'

/** A throw-away store in a temporary folder, for command lines run by `run` in surroundings of their own. */
export function scratchWorld(here: Surroundings, run: Run): ScratchWorld {
  const { path: folder, remove } = scratchFolder()
  const columns = here.columns()
  const env = {
    ...(columns === null ? {} : { COLUMNS: String(columns) }),
    TZ: here.env['TZ'],
    FOLLOWUP_DB: join(folder, 'followup.db'),
    FOLLOWUP_BACKUP: 'off',
    FOLLOWUP_MY_NAME: 'Robin Vale',
    FOLLOWUP_MY_NUMBER: '+1 574 555 0119',
    XDG_CONFIG_HOME: folder,
    NO_COLOR: '1',
  }
  return {
    run: async (at, argv) => {
      await new Promise((resolve) => setImmediate(resolve)) // Signals are heard between two turns of the loop, and nothing else here waits for one.
      const said: string[] = []
      const write = (_stream: 'out' | 'err', text: string): void => void said.push(text)
      const isTerminal = { input: () => false, output: () => false }
      await run(argv, { ...here, env: { ...env, FOLLOWUP_NOW: at }, isTerminal, write, person: undefined })
      return said.join('')
    },
    remove,
  }
}
