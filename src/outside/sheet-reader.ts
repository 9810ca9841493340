import type { Sheet, SheetForm } from '../model/sheet.js'
import { cage } from './cage.js'
import type { ReadingBounds } from './cage.js'

const usual: ReadingBounds = { ms: 20_000, megabytes: 256 }

/** Reads one file of rows within bounds of time and memory. Throws Problem('failed') for what cannot be read within them. */
export async function readSheetCaged(bytes: Uint8Array, form: SheetForm, bounds: ReadingBounds = usual): Promise<Sheet> {
  const { ask, close } = cage<{ readonly bytes: Uint8Array; readonly form: SheetForm }, Sheet>({
    ...bounds,
    file: 'sheet-worker.cjs',
    subject: 'This table',
    largest: 'table of a job search',
    hint: 'Save the rows that matter in a file of their own, and import that.',
    code: 'sheet',
  })
  try {
    return await ask({ bytes, form })
  } finally {
    close()
  }
}
