import type { PlanResult, PlanTouch } from '../commands/plan.js'
import type { Day } from '../model/day.js'
import { columnDay, fullDay, hoursText, shortDay } from './day-words.js'
import { capital, sentences, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { actPhrase, cityOf, counted, numberWords, sinceDay } from './phrases.js'
import type { Screen } from './screen.js'

/** Every future touch, so that none is a surprise. */
export function planView(result: PlanResult, screen: Screen): string {
  const { touches, handle } = result
  if (touches.length === 0) return page([...title(handle, 'nothing is planned', screen)])
  const rows = [...touches.map((touch, index) => rowOf(touch, index, result)), ...deadlineOf(result)]
  return page([
    ...title(`${handle}, if nothing is heard`, `from ${fullDay(touches[0] ? dayOf(touches[0]) : result.asOf)}`, screen),
    '',
    ...rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).flatMap((one) => rowLines(one, result.asOf, screen)),
    '',
    ...paragraph(`${clockWords(result)}The numbers count business days.`, screen),
    ...(isOffered(result) ? [] : paragraph(`Never more than ${mostWords(result.most)}. A word from them replaces it.`, screen)),
  ])
}

/** The budget is none for who has their offer. */
function isOffered({ answerBy, touches }: PlanResult): boolean {
  return answerBy !== null || touches.some(({ step }) => step === 'decide-offer')
}

/** A line of the plan. */
interface Row {
  readonly on: Day
  readonly hours: string
  readonly act: string
  readonly reason: string
}

function rowOf(touch: PlanTouch, index: number, result: PlanResult): Row {
  const hours = touch.window ? hoursText(touch.window.here ?? touch.window) : ''
  return { on: dayOf(touch), hours, act: touchWords(touch, result), reason: reasonWords(touch, index, result) }
}

function deadlineOf({ answerBy }: PlanResult): readonly Row[] {
  return answerBy === null ? [] : [{ on: answerBy, hours: '', act: 'their day for your answer', reason: '' }]
}

function rowLines({ on, hours, act, reason }: Row, asOf: Day, screen: Screen): readonly string[] {
  const day = columnDay(on, asOf)
  if (screen.plain) return [sentences([day.replace('  ', ' '), capital(act), hours, capital(reason)])]
  const total = columnsOf(screen)
  const whole = (at: number, text: string): readonly string[] => beside([{ at, columns: total - at, text }], screen)
  if (isNarrow(screen)) return [...whole(2, `${day.replace('  ', ' ')} ${hours}`), ...whole(4, act), ...whole(4, reason)]
  const clock = { at: (day.length > 12 ? 17 : 15) + Math.max(0, 11 - hours.length), columns: 13, text: hours }
  const cells = [{ at: 2, columns: 15, text: day }, clock]
  if (total >= 76) return beside([...cells, { at: 29, columns: 29, text: act }, { at: 59, columns: total - 59, text: reason }], screen)
  return [...beside([...cells, { at: 29, columns: total - 29, text: act }], screen), ...whole(29, reason)]
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
  return from === null ? '' : plus === null ? from : `${from} + ${plus}`
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
