import { inARow } from '../model/in-a-row.js'
import type { WhyResult } from '../commands/why.js'
import { columnOfDays, dateOf, fullDay, nearDay, withDays } from './day-words.js'
import { capital, fact, sentences, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { leftWords, spends } from './left.js'
import { awayWords, cityOf, isAgreedCall, moveWords, numberWords, overWords, whatIsNext } from './phrases.js'
import { paperLines } from './paper.js'
import type { Screen } from './screen.js'
import { heardWords, letterWords, outcomeWords, stateWords } from '../model/vocabulary.js'

/** Whose move it is, the ledger of days, the rule, what is left, and what silence of this length means. */
export function whyView(result: WhyResult, screen: Screen): string {
  const calm = calmWords(result)
  return page([
    ...title(`${result.handle} on ${fullDay(result.asOf)}${whoseDay(result)}`, standingWords(result), screen),
    '',
    ...fact('Whose move', moveLine(result), screen),
    ...fact('Next', whatIsNext(result, 'with their hours'), screen),
    '',
    ...paragraph(`Counted in business days of ${cityOf(result.zone)}, ${holidayWords(result.country)}`, screen),
    ...ledger(gathered(result.trace), result, screen),
    ...(result.state === 'closed' && result.rule === null ? [] : ['', ...fact('Rule', ruleWords(result), screen)]),
    ...(result.together.length > 0 ? fact('Together', togetherWords(result), screen) : []),
    ...(spends(result.state) ? fact('Left', leftWords(result.left), screen) : []),
    ...(isChase(result) ? fact('Ends when', 'they answer, they name a day, or you stop it', screen) : []),
    ...paperLines(result, screen),
    ...(calm === null ? [] : ['', ...paragraph(calm, screen)]),
  ])
}

function togetherWords({ together, next }: WhyResult): string {
  return `one ${next?.step === 'call' ? 'call' : 'letter'} for this and ${inARow(together)}: both are due within a day or two, to the same person`
}

/** Where it is that day, when it is another one here. */
function whoseDay({ asOf, today, zone }: WhyResult): string {
  return asOf === today ? '' : ` in ${cityOf(zone)}`
}

/** The ledger with what happened several times in a row, and moved nothing, in one line on its first day. */
function gathered(trace: WhyResult['trace']): WhyResult['trace'] {
  const runs: WhyResult['trace'][number][][] = []
  for (const line of trace) {
    const last = runs.at(-1)
    if (last?.[0]?.what === line.what && last[0].effect === line.effect && line.effect === 'moves nothing') last.push(line)
    else runs.push([line])
  }
  return runs.flatMap(([first, ...more]) =>
    first ? [more.length === 0 ? first : { ...first, what: `${first.what}, ${more.length + 1} times` }] : [],
  )
}

function standingWords(result: WhyResult): string {
  const { state, silentSince, asOf, court, next, promise } = result
  if (silentSince) return `silent since ${nearDay(silentSince, asOf)}`
  if (next?.step === 'interview') return 'an interview is booked'
  const away = awayWords(result, asOf)
  if (away !== null) return away
  if (state === 'promised' && promise === null) return isAgreedCall(result) ? 'a call is agreed' : 'they said they would call'
  return state === 'waiting' && court !== 'theirs' ? 'not silent' : stateWords[state]
}

/** Whose move it is, and from when where that is a day to come. */
function moveLine({ court, next, today, asOf }: WhyResult): string {
  if (court === 'mine' && next && next.on <= asOf) return `${moveWords(court)}${overWords(next)}`
  const day = next && (next.atHere?.on ?? next.window?.here?.on ?? next.window?.on ?? next.on)
  return court === 'mine' && day && day > today ? `${moveWords(court)}, from ${nearDay(day, today)}` : moveWords(court)
}

/** Whether the plan is one of letters and calls into silence, that a word from them would end. */
function isChase({ court, state }: WhyResult): boolean {
  return court !== null && state !== 'answered' && state !== 'offer' && state !== 'closed'
}

function holidayWords(country: string): string {
  if (country === 'none') return 'weekends left out'
  return country === 'unknown' ? 'weekends and the turn of the year left out' : `${country} holidays left out`
}

function ledger(trace: WhyResult['trace'], { asOf }: WhyResult, screen: Screen): readonly string[] {
  const dayWords = columnOfDays(
    trace.map(({ day }) => day),
    asOf,
  )
  return trace.flatMap((line) => ledgerLine(line, dayWords(line.day), screen))
}

/** The days in its words have a year where it is another than that of the line. */
function ledgerLine(line: WhyResult['trace'][number], day: string, screen: Screen): readonly string[] {
  const sum = line.counted.length > 0 ? `   (${line.counted.map(dateOf).join(' ')})` : ''
  const what = `${withDays(saidIn(line.what), line.day)}${sum}`
  const effect = withDays(line.effect, line.day)
  if (screen.plain) return [sentences([day.replace('  ', ' '), capital(what), capital(effect)])]
  const total = columnsOf(screen)
  if (isNarrow(screen)) {
    return [
      { at: 2, text: day },
      { at: 4, text: what },
      { at: 4, text: effect },
    ].flatMap(({ at, text }) => beside([{ at, columns: total - at, text }], screen))
  }
  const last = total >= 72
  const from = day.length > 12 ? 18 : 15
  const cells = [
    { at: 2, columns: 16, text: day },
    { at: from, columns: last ? 48 - from : total - from, text: what },
  ]
  const under = last ? [] : beside([{ at: from + 2, columns: total - from - 2, text: effect }], screen)
  return [...beside(last ? [...cells, { at: 49, columns: total - 49, text: effect }] : cells, screen), ...under]
}

/** The ledger's codes of letters, calls and what came in, as a person says them. */
const saidWords: ReadonlyMap<string, string> = new Map([
  ...Object.entries(letterWords).map(([code, words]) => [`your ${code}`, `your ${words}`] as const),
  ...Object.entries(outcomeWords).map(([code, words]) => [`your call: ${code}`, `your call: ${words}`] as const),
  ...Object.entries(heardWords).map(([code, words]) => [`heard: ${code}`, `heard: ${words}`] as const),
])

/** What happened as a person says it, after the name of the other role where it was there. */
function saidIn(what: string): string {
  const [place = ''] = /^in \S+: /.exec(what) ?? []
  const rest = what.slice(place.length)
  return `${place}${saidWords.get(rest) ?? rest}`
}

/** NACE 2012: 24.2 business days from interview to offer, US employers of graduates; never a prediction. */
function calmWords({ state, quietBusinessDays: days }: WhyResult): string | null {
  if ((state !== 'silent' && state !== 'waiting') || days === null || days < 1) return null
  const source = 'US employers of graduates took 24 on average from interview to offer (NACE 2012).'
  const count = `${capital(numberWords(days))} business day${days === 1 ? '' : 's'} without a word`
  return days <= 24
    ? `${count} is ordinary. ${source} It says nothing about you.`
    : `${count}. ${source} Some take longer, and it says nothing about you.`
}

function ruleWords({ playbook, rule }: WhyResult): string {
  if (rule === 'unsettled') return 'a letter that may have left comes first: look in your Sent folder'
  if (rule === 'unconfirmed') return 'a mail that may be an answer comes first'
  if (rule === 'no-show') return 'they did not come, and a line asks for another time'
  if (rule === 'call-back') return 'they rang, and are rung back first'
  if (rule === 'call-named') return `${playbook}; a call was named, and a number is missing`
  return rule === null ? playbook : `${playbook}, step ${rule}`
}
