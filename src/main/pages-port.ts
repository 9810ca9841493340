import { resolve } from 'node:path'
import { saveFile } from '../config/save.js'
import { openPage } from '../outside/mail-program.js'
import { requireNoOtherPage } from '../outside/text-file.js'
import type { Pages } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** Pages in files, and the desktop's own way to open them. */
export function pagesPort({ env, isTerminal }: Pick<Surroundings, 'env' | 'isTerminal'>): Pages {
  return {
    shown: isTerminal.output(),
    save: (path, text) => {
      const file = resolve(path)
      requireNoOtherPage(file)
      saveFile(file, text, 'replaces a link')
      return file
    },
    open: (path) => openPage(path, env),
  }
}
