import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LetterBook, LetterTemplate } from '../model/letter.js'

/** Where letters lie: `dataDir` is data/, `built` is dist/ of a built program (null: read the sources), a person's own are in `own`. */
export interface LetterPlaces {
  readonly dataDir: string
  readonly built: string | null
  readonly own: string
}

/** All letters, the person's own first; `fault` says what is wrong with a template. A file that cannot be used is left out, with a sentence. */
export async function loadLetters(
  { dataDir, built, own }: LetterPlaces,
  fault: (one: LetterTemplate) => string | null,
): Promise<LetterBook> {
  const shipped = built === null ? (await import('./letter-files.js')).readShippedLetters(dataDir) : readBuilt(built)
  if (!existsSync(own)) return { ...shipped, notices: [] }
  const { readOwnLetters } = await import('./letter-files.js')
  const { templates, notices } = readOwnLetters(own, fault)
  return { templates: [...templates, ...shipped.templates], repairs: shipped.repairs, notices }
}

/** The letters of the build, whose heads were read when it was made. */
function readBuilt(dist: string): Pick<LetterBook, 'templates' | 'repairs'> {
  return JSON.parse(readFileSync(join(dist, 'letters.json'), 'utf8')) as Pick<LetterBook, 'templates' | 'repairs'>
}
