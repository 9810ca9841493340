import { dirname, join } from 'node:path'

/** Where things lie on this machine. All absolute, or relative to the working folder where a person named them so. */
export interface Paths {
  readonly store: string
  /** True when a person named the store: its folder is then not created. */
  readonly storeNamed: boolean
  /** The store as `--db` names it on this line; null where it does not. */
  readonly db: string | null
  readonly configFile: string
  /** The folder of the settings file; own playbooks lie in `playbooks/` below it. */
  readonly configDir: string
}

/** Paths by the XDG conventions; `--db` wins over FOLLOWUP_DB, which wins over the default. */
export function pathsOf(env: Readonly<Record<string, string | undefined>>, home: string, db: string | null): Paths {
  const named = db ?? nonEmpty(env['FOLLOWUP_DB'])
  const configHome = absolute(env['XDG_CONFIG_HOME']) ?? join(home, '.config')
  const dataHome = absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share')
  const configFile = nonEmpty(env['FOLLOWUP_CONFIG']) ?? join(configHome, 'followup', 'config.toml')
  return {
    store: named ?? join(dataHome, 'followup', 'followup.db'),
    storeNamed: named !== null,
    db,
    configFile,
    configDir: dirname(configFile),
  }
}

// The XDG specification: a path that is not absolute is to be ignored.
function absolute(path: string | undefined): string | null {
  return path?.startsWith('/') ? path : null
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
