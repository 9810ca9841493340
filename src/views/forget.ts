import type { ForgetResult } from '../commands/forget.js'
import { fact } from './grids.js'
import { page } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What is gone, what a person should know of what is not, and what to do about it. */
export function forgetView(result: ForgetResult, screen: Screen): string {
  const { kind, name, people, removed, packed, takenBack } = result
  const lines = (label: string, text: string): readonly string[] => fact(label, text, screen)
  return page([
    ...lines('Forgotten', `${name}${takenBackWords[takenBack]}`),
    ...(people.length > 0 ? lines('With it', `${people.join(', ')}: in nothing else`) : []),
    ...lines('Removed', `${counted(removed, 'fact')}, and what was kept ready of them for look-ups`),
    ...(kind === 'contact' ? lines('', partlyNamed) : []),
    ...(packed
      ? []
      : lines('', 'What was removed is overwritten; the file keeps its size, for want of room or because another followup reads it.')),
    ...lines('Backups', backups(result)),
    ...lines('Undo', 'there is none'),
  ])
}

const takenBackWords: Readonly<Record<ForgetResult['takenBack'], string>> = {
  all: ', which was taken back before',
  more: ', and what was taken back under that name',
  none: '',
}

const partlyNamed =
  'Wherever their full name stood, other opportunities too, it says "someone". A note that only says one of their names is as it was: followup search shows them.'

function backups({ backups: held, backupsUnread: unread, backupsRemoved, folder }: ForgetResult): string {
  if (backupsRemoved > 0) return `${counted(backupsRemoved, 'backup')} removed, and a new one made`
  if (held + unread === 0) return 'none beside the store holds it; copies you made elsewhere may'
  const kept = [
    ...(held > 0 ? [`${counted(held, 'backup')} still ${held === 1 ? 'holds' : 'hold'} it`] : []),
    ...(unread > 0 ? [`${counted(unread, 'backup')} cannot be read and may hold it`] : []),
  ].join(', ')
  return `${kept}; they go as newer ones come, but the newest of each month stays. "followup forget" with --backups removes them at once (they are in ${folder})`
}
