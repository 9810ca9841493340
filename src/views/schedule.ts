import type { ScheduleStatus, ScheduleText, Standing } from '../commands/schedule.js'
import type { Day } from '../model/day.js'
import { weekdaysText } from '../model/weekdays.js'
import { clock, shortDay } from './day-words.js'
import { fact } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** How the daily reminder stands, or the text that would be written, as it is. */
export function scheduleView(result: ScheduleStatus | ScheduleText, screen: Screen): string {
  if ('texts' in result) return textView(result)
  const { standing, unread, last } = result
  return page([
    ...headline(result, screen),
    ...standing.flatMap((one) => standingLines(one, screen)),
    ...unread.flatMap((where) =>
      paragraph(`The reminder in ${where} was changed by hand and cannot be read. "followup schedule remove" takes it away.`, screen),
    ),
    ...(last === null ? [] : fact('Last run', lastWords(last, screen.today), screen)),
  ])
}

// To be copied or piped: nothing is wrapped.
function textView({ texts }: ScheduleText): string {
  return texts.map(({ name, text }) => (texts.length > 1 ? `# ${name}\n${text}` : text)).join('\n')
}

function headline({ done, standing, unread }: ScheduleStatus, screen: Screen): readonly string[] {
  if (done === 'removed') return paragraph('Removed; nothing of it is left.', screen)
  if (standing.length + unread.length > 0) return []
  return paragraph('No reminder is set up. "followup schedule install" sets one for 8:30, Monday to Friday.', screen)
}

function standingLines({ ringer, where, at, days, next, words, faults }: Standing, screen: Screen): readonly string[] {
  const how = words.includes('--notify') ? 'a notice' : words.includes('--command') ? 'your command' : 'printed, so cron mails it'
  return [
    ...fact('Reminder', `${clock(at)}, ${weekdaysText(days)}: ${how}`, screen),
    ...fact('By', where === ringer || ringer === 'cron' ? where : `${ringer}, ${where}`, screen),
    ...fact('Next run', `${shortDay(next.day, screen.today)} ${clock(next.time)}`, screen),
    ...faults.flatMap((fault) => fact('Not ok', `${fault} "followup schedule install" mends what moved.`, screen)),
  ]
}

function lastWords({ here, said, ended, fault }: NonNullable<ScheduleStatus['last']>, today: Day): string {
  const what =
    fault !== null ? `did not work: ${fault}` : ended ? (said === 0 ? 'nothing to say' : `said ${counted(said, 'thing')}`) : 'was cut off'
  return `${shortDay(here.day, today)} ${clock(here.time)}: ${what}`
}
