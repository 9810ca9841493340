import type { Schedule } from '../model/schedule.js'
import { stampOf } from './schedule-stamp.js'
import { shellLine } from './shell-words.js'

/** What a crontab holds of ours: nothing, one block, or something that somebody else must look at first. */
export type Block = { readonly kind: 'none' } | { readonly kind: 'whole'; readonly text: string } | { readonly kind: 'broken' }

/** The one line of a crontab (crontab(5)) that runs a schedule: there '%' means a line break unless a backslash stands before it. */
export function cronLine(schedule: Schedule): string {
  const [hour, minute] = schedule.at.split(':').map(Number)
  const days = schedule.days.length === 7 ? '*' : schedule.days.join(',')
  const command = shellLine([schedule.node, schedule.program, ...schedule.words], schedule.env)
  return `${String(minute)} ${String(hour)} * * ${days} ${command.replaceAll('%', '\\%')}`
}

/** The block a schedule becomes, with the marks around it; ends with a line end. */
export function cronBlock(schedule: Schedule): string {
  return `${begin}\n# ${stampOf(schedule)}\n${cronLine(schedule)}\n${end}\n`
}

/** A crontab with the schedule in it: in the place of an earlier block, else at the end; every other byte stays. */
export function withBlock(crontab: string, schedule: Schedule): string {
  const found = blockAt(crontab)
  if (found) return crontab.slice(0, found.from) + markedLike(found.text, cronBlock(schedule)) + crontab.slice(found.to)
  if (crontab === '' || crontab.endsWith('\n')) return crontab + cronBlock(schedule)
  return `${crontab}\n${cronBlock(schedule).replace(begin, beginAfterBreak)}`
}

/** A crontab as it was before `withBlock`, byte for byte, whatever was changed outside the block meanwhile. */
export function withoutBlock(crontab: string): string {
  const found = blockAt(crontab)
  if (!found) return crontab
  const atEnd = found.to === crontab.length
  const from = atEnd && found.text.startsWith(beginAfterBreak) ? found.from - 1 : found.from
  return crontab.slice(0, from) + crontab.slice(found.to)
}

/** What of ours a crontab holds; broken when a mark has no partner or stands there twice. */
export function blockIn(crontab: string): Block {
  const marks = crontab.split('\n').filter((line) => line.startsWith(begin) || line === end)
  if (marks.length === 0) return { kind: 'none' }
  const found = blockAt(crontab)
  return found && marks.length === 2 ? { kind: 'whole', text: found.text } : { kind: 'broken' }
}

const begin = '# >>> followup: what is due (followup schedule remove takes this away)'
const beginAfterBreak = `${begin}, and the line break before`
const end = '# <<< followup'

function markedLike(before: string, block: string): string {
  return before.startsWith(beginAfterBreak) ? block.replace(begin, beginAfterBreak) : block
}

function blockAt(crontab: string): { readonly from: number; readonly to: number; readonly text: string } | null {
  const start = crontab.startsWith(begin) ? 0 : crontab.indexOf(`\n${begin}`) + 1
  if (start === 0 && !crontab.startsWith(begin)) return null
  const last = crontab.indexOf(`\n${end}\n`, start)
  const to = last < 0 ? -1 : last + end.length + 2
  return to < 0 ? null : { from: start, to, text: crontab.slice(start, to) }
}
