import type { PlanResult, PlanTouch } from '../commands/plan.js'
import type { Day } from '../model/day.js'
import { columnOfDays, fullDay, hoursText, shortDay } from './day-words.js'
import { capital, sentences, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph, widthOf } from './layout.js'
import { actPhrase, cityOf, counted, isInMyNight, numberWords, sinceDay } from './phrases.js'
import { inOneWith } from '../model/in-one.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** Every future touch, so that none is a surprise. */
export function planView(result: PlanResult, screen: Screen): string {
  const { touches, handle } = result
  if (touches.length === 0) return page([...title(handle, 'nothing is planned', screen)])
  const rows = rowsOf(result)
  const columns = columnsFor(rows, screen)
  return page([
    ...title(`${handle}, if nothing is heard`, `from ${fullDay(touches[0] ? dayOf(touches[0]) : result.asOf)}`, screen),
    '',
    ...[...rows].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).flatMap((one) => rowLines(one, columns, screen)),
    '',
    ...paragraph(`${clockWords(result)}${nightWords(result)}The numbers count business days.`, screen),
    ...(isOffered(result) || isAfterNo(result)
      ? []
      : paragraph(`Never more than ${mostWords(result.most)}. A word from them replaces it.`, screen)),
  ])
}

/** The budget is none for who has their offer. */
function isOffered({ answerBy, touches }: PlanResult): boolean {
  return answerBy !== null || touches.some(({ step }) => step === 'decide-offer')
}

/** Nor for lines that keep a door open after a no. */
function isAfterNo({ touches }: PlanResult): boolean {
  return touches.every(({ from }) => from === 'no')
}

/** A line of the plan. */
interface Row {
  readonly on: Day
  readonly day: string
  readonly hours: string
  readonly act: string
  readonly reason: string
  /** Whom it is one message with. */
  readonly below: string
}

function rowsOf(result: PlanResult): readonly Row[] {
  const { touches, answerBy, asOf } = result
  const deadline = answerBy === null ? [] : [answerBy]
  const dayWords = columnOfDays([...touches.map(dayOf), ...deadline], asOf)
  return [
    ...touches.map((touch, index) => ({ ...rowOf(touch, index, result), day: dayWords(dayOf(touch)) })),
    ...deadline.map((on) => ({ on, day: dayWords(on), hours: '', act: 'their day for your answer', reason: '', below: '' })),
  ]
}

function rowOf(touch: PlanTouch, index: number, result: PlanResult): Omit<Row, 'day'> {
  return {
    on: dayOf(touch),
    hours: touch.window ? hoursText(touch.window.here ?? touch.window) : '',
    act: touchWords(touch, result),
    reason: reasonWords(touch, index, result),
    below: inOneWith(touch.step, touch.together),
  }
}

/** Where the hours end, and where the acts and the reasons begin. */
interface Columns {
  readonly hours: number
  readonly act: number
  readonly reason: number
}

/** The same columns for all lines: further right where a day is of another year, or an act is long. */
function columnsFor(rows: readonly Row[], screen: Screen): Columns {
  const day = Math.max(...rows.map((one) => one.day.length))
  const hours = day > 10 ? 2 + day + 2 + 11 : 26
  const act = day > 10 ? hours + 2 : 29
  const widest = Math.min(29, Math.max(...rows.map((one) => widthOf(safe(one.act), screen))))
  return { hours, act, reason: Math.max(59, act + widest + 2) }
}

function rowLines({ day, hours, act, reason, below }: Row, columns: Columns, screen: Screen): readonly string[] {
  if (screen.plain) return [sentences([day.replace('  ', ' '), capital(act), hours, capital(reason), capital(below)])]
  const total = columnsOf(screen)
  const whole = (at: number, text: string): readonly string[] => beside([{ at, columns: total - at, text }], screen)
  if (isNarrow(screen))
    return [...whole(2, `${day.replace('  ', ' ')} ${hours}`), ...whole(4, act), ...whole(4, reason), ...whole(4, below)]
  const cells = [
    { at: 2, columns: 15, text: day },
    { at: columns.hours - hours.length, columns: 13, text: hours },
  ]
  if (total < columns.reason + 17)
    return [
      ...beside([...cells, { at: columns.act, columns: total - columns.act, text: act }], screen),
      ...whole(columns.act, reason),
      ...whole(columns.act, below),
    ]
  const acts = { at: columns.act, columns: columns.reason - columns.act - 1, text: act }
  const reasons = { at: columns.reason, columns: total - columns.reason, text: reason }
  return [...beside([...cells, acts, reasons], screen), ...whole(columns.act, below)]
}

/** My day of it: the next one where today's hours are over. */
function dayOf({ window, on }: PlanTouch): Day {
  return window?.here?.on ?? window?.on ?? on
}

/** The one who is chased goes without a name; only a thank-you has several readers. */
function touchWords(touch: PlanTouch, { asOf, touches, letters }: PlanResult): string {
  if (touch.step === 'find-number')
    return `${touch === touches.find(({ step }) => step === 'find-number') ? 'find a number, ' : ''}call ${touch.attempt}`
  if (touch.step === 'call') return `call ${touch.attempt}${voicemailWords(touch, letters)}`
  const contact = touch.step === 'thank-you' ? touch.contact : null
  return actPhrase({ ...touch, contact, since: touch.on }, asOf)
}

function voicemailWords({ voicemail, attempt }: PlanTouch, letters: boolean): string {
  if (!voicemail) return ''
  return attempt > 3 ? ', last voicemail' : letters ? ', voicemail and mail' : ', voicemail'
}

function reasonWords({ from, plus }: PlanTouch, index: number, { silentSince, asOf }: PlanResult): string {
  if (index === 0 && silentSince) return `silent since ${sinceDay(silentSince, asOf)}`
  return from === null ? '' : plus === null || plus === 0 ? from : `${from} + ${plus}`
}

/** 'Hours are yours, London is six ahead, five from Mon 15 Mar. '; nothing where both clocks show the same. */
function clockWords({ clocks, zone, asOf }: PlanResult): string {
  if (clocks.every(({ ahead }) => ahead === 0)) return ''
  const stretches = clocks.map(({ from, ahead }, index) => {
    const before = clocks[index - 1]
    const words = before && Math.sign(before.ahead) === Math.sign(ahead) ? sizeWords(ahead) : apartWords(ahead)
    return before ? `${words} from ${shortDay(from, asOf)}` : words
  })
  return `Hours are yours, ${cityOf(zone)} is ${stretches.join(', ')}. `
}

function nightWords({ touches, asOf }: PlanResult): string {
  return touches.some((one) => isInMyNight(one, asOf)) ? 'What is to be sent in your night may leave the evening before. ' : ''
}

function apartWords(ahead: number): string {
  return ahead === 0 ? 'the same' : `${sizeWords(ahead)} ${ahead < 0 ? 'behind' : 'ahead'}`
}

function sizeWords(ahead: number): string {
  const hours = Math.abs(ahead) / 60
  return Number.isInteger(hours) ? numberWords(hours) : String(hours)
}

function mostWords({ messages, calls, voicemails }: PlanResult['most']): string {
  const parts = [
    counted(messages, 'message'),
    ...(calls > 0 ? [counted(calls, 'call')] : []),
    ...(voicemails > 0 ? [counted(voicemails, 'voicemail')] : []),
  ]
  return parts.join(', ')
}
