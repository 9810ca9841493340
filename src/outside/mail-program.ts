import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import { Problem } from '../problem.js'
import { environmentForOthers, findProgram } from './programs.js'
import type { Env } from './programs.js'

/** How long a program may take to say that it cannot. */
const momentMs = 1500

/** Gives a mailto: address to the person's mail program, as one word and never through a shell. Throws Problem('outside') where none takes it. */
export async function openMailto(address: string, program: string | null, env: Env): Promise<void> {
  const came = await opened(address, program, env)
  if (came === 'missing') throw nobody(program === null ? 'There is no mail program here.' : `There is no program ${program}.`)
  if (came === 'refused') throw nobody(`${opener(program)[0]} found no mail program.`)
}

/** Opens a file in the person's browser, in the same way. Throws Problem('outside') where there is none. */
export async function openPage(path: string, env: Env): Promise<void> {
  const came = await opened(path, null, env)
  if (came === 'opened') return
  throw new Problem(
    'outside',
    came === 'missing' ? 'There is no program here that opens pages.' : `${opener(null)[0]} could not open the page.`,
    {
      hint: `It is written; open it yourself: ${path}`,
      code: 'browser',
    },
  )
}

async function opened(what: string, program: string | null, env: Env): Promise<'opened' | 'missing' | 'refused'> {
  const [name, words] = opener(program)
  const path = findProgram(name, env)
  if (path === null) return 'missing'
  const child = spawn(path, [...words, what], { env: environmentForOthers(env), detached: true, stdio: 'ignore' })
  const status = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), momentMs)
    const ended = (code: number | null): void => {
      clearTimeout(timer)
      resolve(code ?? 1)
    }
    child.once('exit', ended)
    child.once('error', () => ended(1))
  })
  child.unref()
  return status === null || status === 0 ? 'opened' : 'refused'
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
