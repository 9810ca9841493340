import { shellWord } from '../formats/shell-words.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { reportPage } from './report/page.js'
import type { ReportResult } from './report/page.js'

export interface ReportArgs {
  readonly since?: string
  readonly open?: true
  /** A file, or - for standard output. */
  readonly out?: string
  readonly json?: true
}

/** Where it is written when nobody says. */
const usualFile = 'followup-report.html'

/**
 * One page on all that is on record: printed where no person reads what is printed, else written to a file that only the person can read, and opened on request.
 * Throws Problem('failed') where another file is in the way, Problem('outside') where nothing here opens it.
 */
export async function report(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store' | 'pages' | 'drawn'>,
  { since, open, out, json }: ReportArgs,
): Promise<ReportResult> {
  const isPrinted = out === '-' || (json && out === undefined)
  if (open && isPrinted)
    throw new Problem('usage', 'What is printed cannot be opened.', {
      hint: 'Name a file: followup report --open --out FILE',
      code: 'flags',
    })
  const page = await reportPage(world, since)
  const pages = await world.pages()
  if (isPrinted || (out === undefined && !open && !pages.shown)) return { page }
  const file = pages.save(out ?? usualFile, await world.drawn({ page } satisfies ReportResult, { plain: false }))
  if (open) await pages.open(file)
  const named = out === undefined ? '' : ` --out ${shellWord(out)}`
  return { file, next: open ? null : `followup report --open${named}` }
}
