import type { ExportResult } from '../commands/export.js'
import { fact } from './grids.js'
import { page } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What was written where; nothing where the text itself went to standard output. */
export function exportView({ file, as, count }: ExportResult, screen: Screen): string {
  if (file === null) return ''
  const what =
    as === 'facts'
      ? counted(count, 'fact')
      : as === 'vcf'
        ? counted(count, 'person', 'people')
        : counted(count, 'opportunity', 'opportunities')
  return page([
    ...fact('Written', `${what}, to ${file}`, screen),
    ...fact('Private', 'it holds names and numbers of others; only you can read it', screen),
    ...(as === 'facts' ? fact('Next', `on the other machine: followup merge ${file}`, screen) : []),
  ])
}
