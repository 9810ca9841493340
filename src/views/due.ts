import type { DueFormatted, DueLists, DuePage, DueRow } from '../commands/due.js'
import type { Seen, SeenAct } from '../commands/standing/seen.js'
import type { Day } from '../model/day.js'
import { clock, fullDay, hoursText, longDay, sentenceDay } from './day-words.js'
import { aligned, capital, fact, sentences, title } from './grids.js'
import type { Row } from './grids.js'
import { isNarrow, page, paragraph } from './layout.js'
import {
  besideHandle,
  comingWords,
  overWords,
  owedWords,
  restWords,
  rowPhrase,
  sinceWords,
  stillWords,
  windowWords,
  withReasons,
  yoursFrom,
} from './phrases.js'
import type { Screen } from './screen.js'
import { inOneWith } from '../model/in-one.js'

/** The morning's page; a quiet day is one line, an empty store a welcome, and a count only the number. */
export function dueView(result: DueLists | DuePage | DueFormatted | number, screen: Screen): string {
  if (typeof result === 'number') return `${result}\n`
  if ('formatted' in result) return result.formatted.replace(/[^\n]$/, (last) => `${last}\n`)
  if ('empty' in result && result.empty) return welcome(screen)
  if ('quiet' in result && result.quiet) return page(paragraph(quietLine(result, screen.today), screen))
  return screen.plain ? plainPage(result, screen) : fullPage(result, screen)
}

function quietLine({ asOf, ahead, counts }: DuePage, today: Day): string {
  const day = sentenceDay(asOf, { asOf, today })
  if (ahead?.on === asOf) return `${day}. Nothing from you yet. Later today: ${laterWords(ahead.acts, asOf)}.`
  const meeting = ahead?.acts.find(({ step }) => step === 'interview')
  const then = ahead
    ? `The next day with anything in it: ${sentenceDay(ahead.on, { asOf, today })}${meeting ? `, ${appointmentWords(meeting, asOf)}` : ''}.`
    : counts.open > 0 && counts.waiting === 0
      ? 'What is open is at rest.'
      : 'Nothing is planned.'
  return `${day}. Nothing from you today. ${then}`
}

/** 'the note to Dana Reyes 17:00-20:00', on my clock; the first and how many more. */
function laterWords([first, ...more]: readonly SeenAct[], asOf: DueLists['asOf']): string {
  if (!first) return ''
  const hours = first.window ? ` ${hoursText(first.window.here ?? first.window)}` : ''
  const act = first.at === null ? `${rowPhrase(first, asOf)}${hours}` : appointmentWords(first, asOf)
  return more.length === 0 ? act : `${act}, and ${String(more.length)} more`
}

function appointmentWords(next: SeenAct, asOf: DueLists['asOf']): string {
  const time = next.atHere?.time ?? next.at
  return `${rowPhrase(next, asOf)}${time === null ? '' : ` ${clock(time)}`}`
}

function fullPage(result: DueLists, screen: Screen): string {
  const { asOf } = result
  const { counts, more } = told(result)
  const groups: readonly Group[] = [
    { name: 'Your move', rows: result.due.map((one) => dueRow(one, result, screen)), hidden: more.due },
    { name: 'Coming up', rows: result.upcoming.map((one) => comingRow(one, result)), hidden: more.upcoming },
    ...waitingGroups(result, more.waiting),
    {
      name: 'At rest',
      rows: (result.resting ?? []).map((one) => rowOf(one, { act: restWords(one, asOf), reason: comingWords(one, asOf) })),
      hidden: none,
    },
  ]
  const { rows } = aligned(
    groups.flatMap((group) => group.rows),
    screen,
  )
  const next = result.due.length > 0 ? ['', ...fact('Next', 'followup do', screen)] : []
  return page([
    ...title(isNarrow(screen) ? fullDay(asOf) : longDay(asOf), `${counts.due} to do, ${counts.silent} silent, ${counts.open} open`, screen),
    ...groups.flatMap((group, index) => {
      const above = groups.slice(0, index).reduce((sum, one) => sum + one.rows.length, 0)
      return groupLines(group, rows.slice(above, above + group.rows.length), screen)
    }),
    ...restLine(more.resting, screen),
    ...next,
  ])
}

/** What is theirs to do, and last in that list what waits for nobody. */
function waitingGroups(result: DueLists, hidden: string): readonly Group[] {
  const { waiting, asOf } = result
  const rows = (list: readonly DueRow[]): readonly Row[] =>
    list.map((one) => rowOf(one, { act: owedWords(one, asOf), reason: yoursFrom(one, asOf), below: togetherWords(one, result) }))
  const nobodys = waiting.filter(({ court }) => court === null)
  const theirs = { name: theirMove, rows: rows(waiting.filter(({ court }) => court !== null)) }
  if (nobodys.length === 0) return [{ ...theirs, hidden }]
  return [
    { ...theirs, hidden: none },
    { name: nobodysMove, rows: rows(nobodys), hidden },
  ]
}
const theirMove = 'Their move'
const nobodysMove = "Nobody's move"

/** Rows under a heading; `hidden` are not shown, '0' when all are. */
interface Group {
  readonly name: string
  readonly rows: readonly Row[]
  readonly hidden: string
}
const none = '0'

/** The numbers of a page as they are told: '100+' for one whose count stopped there. */
function told(result: DueLists): {
  readonly counts: Readonly<Record<'due' | 'silent' | 'open', string>>
  readonly more: Readonly<Record<'due' | 'upcoming' | 'waiting' | 'resting', string>>
} {
  const { counts } = result
  const { more, countedTo } =
    'more' in result ? (result as DuePage) : { more: { due: 0, upcoming: 0, waiting: 0, resting: 0 }, countedTo: Infinity }
  const words = (count: number, total = count): string => `${String(count)}${total >= countedTo ? '+' : ''}`
  return {
    counts: { due: words(counts.due), silent: words(counts.silent), open: words(counts.open) },
    more: {
      due: words(more.due, counts.due),
      upcoming: words(more.upcoming, more.upcoming + result.upcoming.length),
      waiting: words(more.waiting, counts.waiting),
      resting: words(more.resting),
    },
  }
}

function groupLines({ name, hidden }: Group, rows: readonly (readonly string[])[], screen: Screen): readonly string[] {
  if (rows.length === 0 && hidden === none) return []
  return ['', screen.paint.strong(name), ...rows.flat(), ...moreLine(hidden, rows.length === 0, screen)]
}

function dueRow(one: DueRow, result: DueLists, screen: Screen): Row {
  const { asOf } = result
  const hours = one.next && showsHours(one.next) ? windowWords(one.next, asOf) : ''
  const when = isNarrow(screen) ? (hours.split(' on your clock')[0] ?? '') : hours
  const together = togetherWords(one, result)
  const below = together === '' || when === '' ? together || when : `${together}; ${when}`
  return rowOf(one, { act: dueAct(one, result), reason: sinceWords(one, asOf), below })
}

function comingRow(one: DueRow, result: DueLists): Row {
  const { asOf } = result
  return rowOf(one, { act: act(one, asOf), reason: comingWords(one, asOf), below: togetherWords(one, result) })
}

/** 'in one letter with acme-2'; '' for one that is done by itself, and of a panel, where only one of the letters is. */
function togetherWords({ handle, next, together }: DueRow, result: DueLists): string {
  return 'thanks' in result && (result as DuePage).thanks[handle] ? '' : inOneWith(next?.step, together)
}

function rowOf(one: Seen, { act, reason, below = '' }: Omit<Row, 'name'>): Row {
  return { name: one.handle, act: besideHandle(one, act), reason, below }
}

/** Calls have their hour, and what crosses zones; for thanks and answers any hour of the day will do, while there is one. */
function showsHours(next: SeenAct): boolean {
  if (overWords(next) !== '') return true
  return next.window !== null && (next.step === 'call' || (next.window.here !== null && !anyHour.has(next.step)))
}
const anyHour: ReadonlySet<string> = new Set(['thank-you', 'answer', 'confirm'])

/** 'thank-yous to Dana Reyes and Priya Nair': of a panel all are named, or counted. */
function dueAct(one: Seen, result: DueLists): string {
  const thanked = 'thanks' in result ? (result as DuePage).thanks[one.handle] : undefined
  if (thanked === undefined) return act(one, result.asOf)
  const [first, second, ...more] = thanked
  if (first === undefined || second === undefined) return act(one, result.asOf)
  return `thank-yous to ${first} and ${more.length === 0 ? second : `${String(more.length + 1)} more`}`
}

function act(one: Seen, asOf: DueLists['asOf']): string {
  return one.next ? rowPhrase(withReasons(one.next, one), asOf) : stillWords(one)
}

function moreLine(hidden: string, alone: boolean, screen: Screen): readonly string[] {
  const words = alone ? `${hidden} later` : `and ${hidden} more`
  return hidden !== none ? [`  ${screen.paint.quiet(`${words}: followup due --all`)}`] : []
}

/** What is open and in no list, for it is counted. */
function restLine(resting: string, screen: Screen): readonly string[] {
  return resting === none ? [] : ['', `  ${screen.paint.quiet(`${resting} at rest: followup due --all`)}`]
}

function plainPage(result: DueLists, screen: Screen): string {
  const { asOf, due } = result
  const { counts, more } = told(result)
  const rest = (name: string, hidden: string): readonly string[] =>
    hidden !== none ? [sentences([name, `And ${hidden} more`, 'followup due --all'])] : []
  return page([
    sentences([longDay(asOf), `To do: ${counts.due}`, `Silent: ${counts.silent}`, `Open: ${counts.open}`]),
    ...due.map((one, index) => {
      const hours = one.next && showsHours(one.next) ? windowWords(one.next, asOf) : ''
      return sentences([
        `To do ${index + 1} of ${counts.due}`,
        one.handle,
        capital(dueAct(one, result)),
        capital(sinceWords(one, asOf)),
        capital(togetherWords(one, result)),
        capital(hours),
      ])
    }),
    ...rest('To do', more.due),
    ...result.upcoming.map((one) =>
      sentences(['Coming up', capital(comingWords(one, asOf)), one.handle, capital(act(one, asOf)), capital(togetherWords(one, result))]),
    ),
    ...rest('Coming up', more.upcoming),
    ...result.waiting.map((one) =>
      sentences([one.court === null ? nobodysMove : theirMove, one.handle, capital(owedWords(one, asOf)), capital(yoursFrom(one, asOf))]),
    ),
    ...rest(theirMove, more.waiting),
    ...(result.resting ?? []).map((one) =>
      sentences(['At rest', one.handle, capital(restWords(one, asOf)), capital(comingWords(one, asOf))]),
    ),
    ...(more.resting === none ? [] : [sentences(['At rest', more.resting, 'followup due --all'])]),
    ...(due.length > 0 ? fact('Next', 'followup do', screen) : []),
  ])
}

function welcome(screen: Screen): string {
  const commands = [
    ['followup log', 'you had an interview, or have one coming', 'one minute'],
    ['followup demo', 'one story, from interview to offer', 'one minute'],
  ] as const
  return page([
    ...paragraph('Nothing here yet. What you tell followup stays in one file on this machine.', screen),
    '',
    ...paragraph(
      'It remembers your interviews, notices when silence has become silence, says whose move it is, and walks you through the next act: the note, the call, the offer. It never sends anything by itself.',
      screen,
    ),
    '',
    ...commands.flatMap(([command, what, long]) =>
      screen.plain || isNarrow(screen)
        ? [`  ${command}`, `    ${what}`]
        : [`  ${command.padEnd(17)}${what.padEnd(45)}${long}`.slice(0, Math.max(60, screen.width)).trimEnd()],
    ),
  ])
}
