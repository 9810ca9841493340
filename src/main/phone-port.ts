import { join } from 'node:path'
import { loadPhone } from '../catalog/phone.js'
import type { PhoneWords } from '../model/phone.js'
import type { Machine } from './machine.js'
import { isBuilt } from './version.js'

/** The words for the phone: those of the build or of the source tree, and the person's own in `phone/` beside the configuration. */
export function phonePort({ paths }: Machine): Promise<PhoneWords> {
  const root = join(import.meta.dirname, '..', '..')
  return loadPhone({
    shipped: isBuilt ? join(root, 'dist', 'phone.json') : join(root, 'data', 'phone'),
    own: join(paths.configDir, 'phone'),
  })
}
