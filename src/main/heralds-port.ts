import { noDesktop, notify } from '../outside/notify.js'
import { findProgram } from '../outside/programs.js'
import { runLine } from '../outside/shell.js'
import type { Heralds } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** Ways to reach the person from here. */
export function heraldsPort(env: Surroundings['env']): Heralds {
  return {
    notify: (title, body) => notify({ title, body }, env),
    command: (line, input) => runLine(line, input, env),
    noDesktop: () => noDesktop(env, (name) => findProgram(name, env) !== null),
  }
}
