import { inARow } from '../model/in-a-row.js'
import type { CallCard } from '../commands/call/card.js'
import type { SeenAct } from '../commands/standing/seen.js'
import { outcomeWords, roleWords } from '../model/vocabulary.js'
import { clock, hoursText, nearDay } from './day-words.js'
import { fact, sentences } from './grids.js'
import { beside, columnsOf, isNarrow, page, widthOf } from './layout.js'
import type { Cell } from './layout.js'
import { actPhrase, cityOf, whenWords, whereColleaguesAre, whereNumbersAre } from './phrases.js'
import { safe } from '../model/safe.js'
import { said } from './said.js'
import type { Screen } from './screen.js'

/** One call on one screen: who, when, what to say, what to keep in mind. What finds no room is among the `moreWords`. */
export function callCardPage(card: CallCard, screen: Screen): string {
  return page(fitted(card, screen).flatMap((block) => block.lines))
}

/** The words for the turns that the card had no room for, all of them. */
export function moreWords(card: CallCard, screen: Screen): string {
  const missing = card.hints.flatMap((hint) => fact('Missing', hint, screen))
  return page([...turnsLeft(card, screen).flat(), ...(missing.length > 0 ? ['', ...missing] : [])])
}

/** A screenful of them; the first is 0, and after the last comes the first again. */
export function moreWordsPage(card: CallCard, turn: number, screen: Screen): string {
  const pages: string[][] = [[]]
  for (const lines of turnsLeft(card, screen)) {
    const last = pages.at(-1) ?? []
    if (last.length > 0 && last.length + lines.length > mostLines(screen)) pages.push([...lines])
    else last.push(...lines)
  }
  return page(pages[turn % pages.length] ?? [])
}

function turnsLeft(card: CallCard, screen: Screen): readonly (readonly string[])[] {
  const shown = new Set(fitted(card, screen).map((block) => block.name))
  const silent = card.unasked === null && !card.voicemail
  return card.scripts
    .filter((one) => !shown.has(one.turn) && !(silent && one.turn === 'voicemail'))
    .map((one) => said(one.label, { words: one.words, then: one.then }, screen))
}

/** Lines above a blank one, a question of two lines (or three, where it is narrow), and its answer. */
function mostLines({ rows, plain, width }: Screen): number {
  return plain ? Infinity : Math.max(12, (rows ?? 24) - (width < 72 ? 5 : 4))
}

/** A part of the card. Of those that find no room the ones with the highest `rank` go first. */
interface Block {
  readonly name: string
  readonly rank: number
  readonly lines: readonly string[]
}

/** The parts in order, as far as they fit. */
function fitted(card: CallCard, screen: Screen): readonly Block[] {
  const most = mostLines(screen)
  let blocks = [...head(card, screen), ...talk(card, screen), ...others(card, screen), ...mind(card, screen)].filter(
    (one) => one.lines.length > 0,
  )
  const rows = (): number => blocks.reduce((sum, one) => sum + one.lines.length, 0)
  while (rows() > most) {
    const last = blocks.reduce((worst, one) => (one.rank >= worst.rank ? one : worst))
    if (last.rank === 0) break
    blocks = blocks.filter((one) => one !== last)
  }
  return blocks
}

function head(card: CallCard, screen: Screen): readonly Block[] {
  const { person, attempt, of } = card
  const name = person ? `${person.name}${person.say === null ? '' : ` (${person.say})`}` : card.company
  const second = [
    of === 0 || uncounted.has(card.unasked) ? '' : `try ${String(attempt)} of ${String(of)}`,
    person?.role ? roleWords[person.role] : '',
    isWide(screen) ? aboutNumber(card) : '',
  ]
  const notNow = unaskedWords(card)
  return [
    { name: 'name', rank: 0, lines: pair([name, second.filter((part) => part !== '').join('; ')], screen) },
    { name: 'number', rank: 0, lines: numberLines(card, screen) },
    {
      name: 'find',
      rank: 1,
      lines: person && !person.phone ? fact('Find it', card.house ? whereColleaguesAre : whereNumbersAre, screen) : [],
    },
    { name: 'together', rank: 3, lines: card.also.length === 0 ? [] : fact('Together', togetherWords(card), screen) },
    { name: 'unasked', rank: 0, lines: notNow === null ? [] : fact('Not now', notNow, screen) },
    { name: 'gap-1', rank: 11, lines: gap(screen) },
  ]
}

function togetherWords({ handle, also }: CallCard): string {
  return `one call for ${inARow([handle, ...also])}: ask about ${also.length === 1 ? 'both' : 'all of them'}`
}

/** Where no further try is made, none is counted. */
const uncounted: ReadonlySet<CallCard['unasked']> = new Set<CallCard['unasked']>(['stopped', 'never', 'spent'])

/** Whether it is time for a call, if only there were a number: else no hour is called fair. */
function isAsked({ unasked, next }: CallCard): boolean {
  return unasked === null || (unasked === 'no-number' && (next?.step === 'call' || next?.step === 'find-number'))
}

function numberLines(card: CallCard, screen: Screen): readonly string[] {
  const { person, zone, there, here, fair, sameHour, next, today, unasked } = card
  const kind = !person?.phone || person.phoneKind === 'unknown' ? '' : `, ${person.phoneKind}`
  const number = person?.phone ? `${person.phone}${kind}` : 'no number on record'
  const time = here === null ? clock(there) : `${clock(there)} in ${cityOf(zone)}`
  const agreed = unasked === null && next?.at ? agreedWords(next, { zone, today }) : null
  const fairness = fair ? `fair till ${clock(fair.to)}` : sameHour ? 'the hour of your last try' : 'not a fair hour'
  const hour = agreed ?? (isAsked(card) ? `${time}, ${fairness}` : time)
  const tel = person?.tel ?? ''
  if (isWide(screen)) return pair([tel === '' ? number : `${number}   ${tel}`, hour], screen)
  return [...pair([number, hour], screen), ...pair([tel, aboutNumber(card)], screen, screen.paint.quiet)]
}

/** An hour they named, on both clocks where they differ: 'agreed for today 15:00, 14:00 in Chicago'. */
function agreedWords(next: SeenAct, { zone, today }: Pick<CallCard, 'zone' | 'today'>): string {
  return `agreed for ${whenWords(next, today)}${next.at && next.atHere ? `, ${clock(next.at)} in ${cityOf(zone)}` : ''}`
}

/** Who may answer, or what a mobile does. */
function aboutNumber({ person }: CallCard): string {
  if (person?.assistant) return `${person.assistant} may answer`
  return person?.phoneKind === 'mobile' ? 'it shows who rang' : ''
}

/** Where number and `tel:` stand side by side. */
function isWide(screen: Screen): boolean {
  return !screen.plain && columnsOf(screen) >= 72
}

/** Two texts, the second at 49 where there is room, else behind the first, else below. */
function pair([first, second]: readonly [string, string], screen: Screen, paint = screen.paint.strong): readonly string[] {
  if (screen.plain) return first === '' && second === '' ? [] : [sentences([first, second])]
  const total = columnsOf(screen)
  const name: Cell = { at: 0, columns: total, text: first, paint }
  if (first === '' || second === '') return beside([{ ...name, text: first || second }], screen)
  const width = widthOf(safe(first), screen)
  const left = total >= 72 ? Math.min(49, total - widthOf(safe(second), screen)) : 0
  const at = Math.max(left, width + 3)
  if (at + widthOf(safe(second), screen) > total)
    return [...beside([name], screen), ...beside([{ at: 0, columns: total, text: second }], screen)]
  return beside(
    [
      { ...name, columns: at },
      { at, columns: total - at, text: second },
    ],
    screen,
  )
}

function unaskedWords({ unasked, next, today, person, of }: CallCard): string | null {
  switch (unasked) {
    case null:
    case 'no-number':
      return null
    case 'early':
      return next ? `due ${whenWords(next, today)}; nothing needs doing before` : 'nothing needs doing'
    case 'other':
      if (next?.step === 'park') return `no call is due; all is at rest from ${whenWords(next, today)}, and still open`
      return next ? `no call is due; next is ${actPhrase(next, today)}, ${whenWords(next, today)}` : 'no call is due'
    case 'stopped':
      return `no calls to ${person?.name ?? 'them'}: they are on your stop list`
    case 'wrong-number':
      return `this number was not theirs; the right one: followup contact edit "${person?.name ?? 'NAME'}" --phone NUMBER`
    case 'never':
      return 'your settings leave the phone alone (calls = "never")'
    case 'spent':
      return `all ${String(of)} calls are made; a letter is kinder now`
  }
}

/** What is said when they answer themselves. */
function talk(card: CallCard, screen: Screen): readonly Block[] {
  if (card.bargain)
    return [...scripted(card, { open: 1 }, screen), ...bargaining(card.bargain, screen), { name: 'gap-2', rank: 11, lines: gap(screen) }]
  const repaired = card.repair === null && card.advice !== null
  const question = card.scripts.some((one) => one.turn === 'ask') ? { ask: 1, close: 5 } : { offer: 1 }
  return [
    ...scripted(card, { open: 1, why: 3, repair: 2 }, screen),
    { name: 'advice', rank: 2, lines: repaired ? fact('Repair', card.advice ?? '', screen) : [] },
    ...scripted(card, question, screen),
    { name: 'gap-2', rank: 11, lines: gap(screen) },
  ]
}

/** The talk about an offer, as `negotiate` has it. */
function bargaining({ say, yes, partly, no, final, answered }: NonNullable<CallCard['bargain']>, screen: Screen): readonly Block[] {
  if (answered) return [{ name: 'offer', rank: 0, lines: said('Say', { words: say, then: null }, screen) }]
  return [
    { name: 'offer', rank: 0, lines: said('Say', { words: say, then: 'now wait' }, screen) },
    { name: 'yes', rank: 2, lines: said('If yes', { words: yes, then: null }, screen) },
    { name: 'partly', rank: 4, lines: fact('If partly', partly, screen) },
    { name: 'if-no', rank: 3, lines: said('If no', { words: no, then: null }, screen) },
    { name: 'final', rank: 5, lines: fact('If final', final, screen) },
  ]
}

/** What is said to somebody else, and to a machine. */
function others(card: CallCard, screen: Screen): readonly Block[] {
  const direct = card.person?.phoneKind === 'mobile'
  const machine = card.unasked === null && !card.voicemail
  return [
    ...scripted(card, { assistant: direct ? 9 : card.person?.assistant ? 7 : 8 }, screen),
    ...(machine
      ? [{ name: 'machine', rank: 8, lines: fact('A machine', 'no message this time; hang up kindly and try another hour', screen) }]
      : scripted(card, { voicemail: card.voicemail ? 6 : 10 }, screen)),
    { name: 'gap-3', rank: 11, lines: gap(screen) },
  ]
}

function scripted(card: CallCard, ranks: Readonly<Record<string, number>>, screen: Screen): readonly Block[] {
  return Object.entries(ranks).flatMap(([turn, rank]) => {
    const script = card.scripts.find((one) => one.turn === turn)
    return script
      ? [{ name: turn, rank, lines: said(script.label, { words: script.words, then: beneath.has(turn) ? script.then : null }, screen) }]
      : []
  })
}

/** Turns whose next move is said on the card too. */
const beneath: ReadonlySet<string> = new Set(['ask'])

/** What to keep in mind. */
function mind(card: CallCard, screen: Screen): readonly Block[] {
  const { cares, open, leaveOut, confidential, tried, normal, hook, hints } = card
  const held = `${leaveOut.join(', ')}${confidential ? '; the role, to anyone but them' : ''}`
  const optional = (label: string, text: string, rank: number): Block => ({
    name: label,
    rank,
    lines: text === '' ? [] : fact(label, text, screen),
  })
  return [
    optional('Ask', open.join('; '), 1),
    optional('They want', cares.join('; '), 3),
    optional('Hook', card.scripts.some((one) => one.turn === 'why') ? '' : (hook ?? ''), 6),
    optional('Leave out', held, 4),
    optional('In house', card.house ? 'walking over is as good; never through your own boss without saying so' : '', 3),
    optional('So far', triedWords(card), tried.length > 0 ? 3 : 9),
    card.fair && isAsked(card) ? optional('Or later', hoursWords(card), 6) : optional('Fair hours', otherHours(card), 2),
    optional('Third try', normal ? `${normal.text} (${normal.source} ${String(normal.year)}).` : '', 2),
    optional('Missing', hints[0] ?? '', 9),
  ]
}

function triedWords({ tried, today }: CallCard): string {
  const last = tried.slice(-3)
  const before = tried.length - last.length
  const each = last.map(({ on, time, outcome }) => `${nearDay(on, today)}${time ? ` ${clock(time)}` : ''}, ${outcomeWords[outcome]}`)
  return [...(before > 0 ? [`${String(before)} before`] : []), ...each].join('; ')
}

/** The hours for another time; none where no call is meant to be. */
function otherHours(card: CallCard): string {
  const isIdle = card.of === 0 || uncounted.has(card.unasked) || (card.fair !== null && card.unasked === 'other')
  return isIdle ? '' : hoursWords(card)
}

/** The next hours, on my clock first: 'today 17:00-18:30 (16:00-17:30 there), tomorrow 9:00-10:00 (8:00-9:00)'. */
function hoursWords({ hours, fair, today }: CallCard): string {
  return hours
    .filter((one) => one.on !== fair?.on || one.from !== fair.from)
    .slice(0, 2)
    .map((one, index) => {
      const mine = one.here ?? one
      const theirs = one.here ? ` (${hoursText(one)}${index === 0 ? ' there' : ''})` : ''
      return `${nearDay(mine.on, today)} ${hoursText(mine)}${theirs}`
    })
    .join(', ')
}

function gap(screen: Screen): readonly string[] {
  return screen.plain || isNarrow(screen) ? [] : ['']
}
