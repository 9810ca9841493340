import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../outside/programs.js'
import type { Hooks } from '../world.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** The person's own executables, in `hooks/` beside the file of settings. */
export function hooksPort({ paths }: Pick<Machine, 'paths'>, env: Surroundings['env']): Hooks {
  return {
    run: (name, told) => {
      const path = join(paths.configDir, 'hooks', name)
      if (!existsSync(path)) return null
      const ended = runProgram(path, [], { env, input: `${JSON.stringify(told)}\n`, timeoutMs: 10_000 })
      if (ended === null) return `The hook ${path} is not executable: chmod +x makes it so.`
      if (ended.status === 0) return null
      const why = ended.status === null ? 'it took longer than ten seconds, or was stopped' : `it ended with ${String(ended.status)}`
      return `The hook ${name} did not do well: ${why}.`
    },
  }
}
