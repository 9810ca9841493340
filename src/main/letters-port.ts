import { join } from 'node:path'
import { loadLetters } from '../catalog/letters.js'
import { faultIn } from '../letters/fault.js'
import type { LetterBook } from '../model/letter.js'
import type { Machine } from './machine.js'
import { isBuilt } from './version.js'

/** The letters of the build or of the source tree, and the person's own in `letters/` beside the configuration. */
export function lettersPort({ paths }: Pick<Machine, 'paths'>): Promise<LetterBook> {
  const root = join(import.meta.dirname, '..', '..')
  const places = { dataDir: join(root, 'data'), built: isBuilt ? join(root, 'dist') : null, own: join(paths.configDir, 'letters') }
  return loadLetters(places, faultIn)
}
