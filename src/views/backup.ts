import type { BackupList, BackupMade } from '../commands/backup.js'
import { command, fact, rows, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** The copy that was made, or those there are. */
export function backupView(result: BackupMade | BackupList, screen: Screen): string {
  if ('backups' in result) return page(listLines(result, screen))
  return page([
    ...fact('Copied', `${counted(result.facts, 'fact')}, opened and checked`, screen),
    ...fact('To', result.path, screen),
    ...command('Put back', result.putBack, screen),
  ])
}

function listLines({ backups }: BackupList, screen: Screen): readonly string[] {
  if (backups.length === 0) return paragraph('There are no backups yet; "followup backup" makes one.', screen)
  const parts = backups.map(({ path, bytes, when }) => ({
    name: when,
    act: path.slice(path.search(/[^/\\]*$/)),
    reason: `${Math.ceil(bytes / 1024)} KB`,
    plainName: true as const,
  }))
  return screen.plain ? parts.map(({ name, act, reason }) => sentences([name, reason, act])) : rows(parts, screen)
}
