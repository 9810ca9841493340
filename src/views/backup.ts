import type { BackupList, BackupMade } from '../commands/backup.js'
import type { Day } from '../model/day.js'
import { shortDay } from './day-words.js'
import { fact, row, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** The copy that was made, or those there are. */
export function backupView(result: BackupMade | BackupList, screen: Screen): string {
  if ('backups' in result) return page(listLines(result, screen))
  return page([
    ...fact('Copied', `${counted(result.facts, 'fact')}, opened and checked`, screen),
    ...fact('To', result.path, screen),
    ...fact('Put back', `followup restore ${result.path} --yes`, screen),
  ])
}

function listLines({ backups }: BackupList, screen: Screen): readonly string[] {
  if (backups.length === 0) return paragraph('There are no backups yet; "followup backup" makes one.', screen)
  return backups.flatMap(({ path, bytes, at }) => {
    const when = `${shortDay(at.slice(0, 10) as Day, screen.today)} ${at.slice(11, 16)} UTC`
    const size = `${Math.ceil(bytes / 1024)} KB`
    const name = path.slice(path.search(/[^/\\]*$/))
    return screen.plain ? [sentences([when, size, name])] : row({ name: when, act: name, reason: size, plainName: true }, screen)
  })
}
