import { resolve } from 'node:path'
import { openPage } from '../outside/mail-program.js'
import { newFile } from '../outside/new-file.js'
import { requireNoOtherPage } from '../outside/text-file.js'
import type { Pages } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** Pages in files, and the desktop's own way to open them. */
export function pagesPort({ env, isTerminal }: Pick<Surroundings, 'env' | 'isTerminal'>): Pages {
  return {
    shown: isTerminal.output(),
    save: (path, text) => {
      const file = resolve(path)
      const page = newFile(file, true)
      try {
        requireNoOtherPage(file)
        page.write(text)
        page.done()
      } finally {
        page.drop()
      }
      return file
    },
    open: (path) => openPage(path, env),
  }
}
