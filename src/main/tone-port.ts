import { join } from 'node:path'
import { loadTone } from '../catalog/tone.js'
import type { Tone } from '../model/tone.js'
import type { Machine } from './machine.js'
import { isBuilt } from './version.js'

/** The rules of the composure check, the person's own `tone/` beside the settings among them. */
export function tonePort({ paths }: Pick<Machine, 'paths'>): Promise<Tone> {
  const root = join(import.meta.dirname, '..', '..')
  return loadTone({
    dataDir: join(root, 'data'),
    built: isBuilt ? join(root, 'dist') : null,
    own: join(paths.configDir, 'tone'),
  })
}
