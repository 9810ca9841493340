import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { saveFile } from '../disk/save-file.js'
import { Problem } from '../problem.js'
import type { Completions } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** Where each shell looks for completions, in the person's own folders. */
export function completionsPort({ env, home }: Pick<Surroundings, 'env' | 'home'>): Completions {
  return {
    shell: env['SHELL'] ? basename(env['SHELL']) : null,
    install: (shell, script) => {
      const { file, startup } = placesOf(shell, env, home)
      saveFile(file, script)
      return { file, startup: startup === null ? null : { file: startup, added: addLine(startup, lineFor(file)) } }
    },
  }
}

function placesOf(
  shell: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): { readonly file: string; readonly startup: string | null } {
  const data = env['XDG_DATA_HOME']?.startsWith('/') ? env['XDG_DATA_HOME'] : join(home, '.local', 'share')
  const config = env['XDG_CONFIG_HOME']?.startsWith('/') ? env['XDG_CONFIG_HOME'] : join(home, '.config')
  if (shell === 'fish') return { file: join(config, 'fish', 'completions', 'followup.fish'), startup: null }
  // The folder in which bash-completion looks by itself; without it the line does.
  if (shell === 'bash') return { file: join(data, 'bash-completion', 'completions', 'followup'), startup: join(home, '.bashrc') }
  return { file: join(data, 'followup', 'completion.zsh'), startup: join(env['ZDOTDIR'] || home, '.zshrc') }
}

function lineFor(file: string): string {
  const quoted = `'${file.replaceAll("'", "'\\''")}'`
  return `[ -r ${quoted} ] && . ${quoted} # completion of followup`
}

function addLine(startup: string, line: string): boolean {
  try {
    const before = existsSync(startup) ? readFileSync(startup, 'utf8') : ''
    if (before.split('\n').includes(line)) return false
    appendFileSync(startup, `${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`)
    return true
  } catch (error) {
    throw new Problem('failed', `${startup} cannot be changed.`, {
      hint: `Add this line to it: ${line}`,
      code: 'not-written',
      cause: error,
    })
  }
}
