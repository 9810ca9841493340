import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Puts a program into `bin` of a session's folder: a shell script. */
export function putProgram(folder: string, name: string, script: string): void {
  const path = join(folder, 'bin', name)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

/** The table kept by the crontab of `putCrontab`. */
export function crontabOf(folder: string): string {
  return join(folder, 'crontab')
}

/** A crontab(1) that keeps its table in a file of the session, as the real one does elsewhere. */
export function putCrontab(folder: string): void {
  putProgram(folder, 'crontab', crontabScript(folder))
}

/** What it does. */
export function crontabScript(folder: string): string {
  return `T="${crontabOf(folder)}"
case "$1" in
-l) if [ -f "$T" ]; then /bin/cat "$T"; else echo "no crontab for me" >&2; exit 1; fi ;;
-r) /bin/rm "$T" ;;
-) /bin/cat > "$T" ;;
esac`
}
