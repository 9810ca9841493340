import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editFile } from './editor.js'
import type { Env } from './programs.js'

/** The text as the person leaves it in their editor, in a file only they can read; the file is removed, and stays only where the editor fails. */
export function editText(text: string, name: string, env: Env): string {
  const folder = mkdtempSync(join(tmpdir(), 'followup-letter-'))
  const file = join(folder, name)
  writeFileSync(file, `${text}\n`, { mode: 0o600 })
  editFile(file, env)
  const edited = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true, force: true })
  return edited.replaceAll('\r\n', '\n').trimEnd()
}
