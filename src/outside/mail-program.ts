import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import { Problem } from '../problem.js'
import { environmentForOthers, findProgram } from './programs.js'
import type { Env } from './programs.js'

/** How long a program may take to say that it cannot. */
const momentMs = 1500

/** Gives a mailto: address to the person's mail program, as one word and never through a shell. Throws Problem('outside') where none takes it. */
export async function openMailto(address: string, program: string | null, env: Env): Promise<void> {
  const [name, words] = opener(program)
  const path = findProgram(name, env)
  if (path === null) throw nobody(program === null ? 'There is no mail program here.' : `There is no program ${program}.`)
  const opened = spawn(path, [...words, address], { env: environmentForOthers(env), detached: true, stdio: 'ignore' })
  const status = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), momentMs)
    const ended = (code: number | null): void => {
      clearTimeout(timer)
      resolve(code ?? 1)
    }
    opened.once('exit', ended)
    opened.once('error', () => ended(1))
  })
  opened.unref()
  if (status !== null && status !== 0) throw nobody(`${name} found no mail program.`)
}

function opener(program: string | null): readonly [string, readonly string[]] {
  if (program !== null) return [program, []]
  if (platform() === 'darwin') return ['open', []]
  return platform() === 'win32' ? ['rundll32.exe', ['url.dll,FileProtocolHandler']] : ['xdg-open', []]
}

function nobody(says: string): Problem {
  return new Problem('outside', says, {
    hint: 'Use --copy, or --eml FILE and open that; or name one: followup config set mail-program thunderbird',
    code: 'mail-program',
  })
}
