import type { BackupList, BackupMade } from '../commands/backup.js'
import { alteredNames } from '../model/altered.js'
import { command, fact, rows, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** The copy that was made, or those there are. */
export function backupView(result: BackupMade | BackupList, screen: Screen): string {
  if ('backups' in result) return page(listLines(result, screen))
  const { path, facts, altered, putBack, look } = result
  return page([
    ...fact('Copied', `${counted(facts, 'fact')}, opened and checked`, screen),
    ...fact('To', path, screen),
    ...(altered.length === 0 ? [] : damageLines(altered, screen)),
    ...(look === null ? [] : command('To mend', look, screen)),
    ...(putBack === null ? [] : command('Put back', putBack, screen)),
  ])
}

function damageLines(altered: BackupMade['altered'], screen: Screen): readonly string[] {
  const words = `${counted(altered.length, 'fact')} in it, as in the store, ${altered.length === 1 ? 'is' : 'are'} not what was recorded: ${alteredNames(altered)}`
  return [
    ...fact('Not whole', words, screen),
    ...fact('', 'All else is safe in it, and it takes the place of no whole backup; doctor names one.', screen),
  ]
}

function listLines({ backups }: BackupList, screen: Screen): readonly string[] {
  if (backups.length === 0) return paragraph('There are no backups yet; "followup backup" makes one.', screen)
  const parts = backups.map(({ path, bytes, when, whole, replaced }) => ({
    name: when,
    act: `${Math.ceil(bytes / 1024)} KB`,
    // The name last, where there is room for it: it is to be copied.
    reason: `${path.slice(path.search(/[^/\\]*$/))}${whole ? '' : ' (not whole)'}${replaced ? ' (what a restore replaced)' : ''}`,
    plainName: true as const,
  }))
  return screen.plain ? parts.map(({ name, act, reason }) => sentences([name, act, reason])) : rows(parts, screen)
}
