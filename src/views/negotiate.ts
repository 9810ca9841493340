import type { NegotiateResult } from '../commands/negotiate.js'
import type { LetterKind } from '../model/act.js'
import { amount } from '../model/amount.js'
import { shortDay } from './day-words.js'
import { offerWords } from './fact-words.js'
import { fact, sentences, title } from './grids.js'
import { beside, columnsOf, page } from './layout.js'
import { counted } from './phrases.js'
import { said } from './said.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** The talk about an offer on one screen of 80 by 24: where it stands, the order of moves, the words; below, what was just recorded. */
export function negotiateView(result: NegotiateResult, screen: Screen): string {
  const brief = movesInBrief(result, screen)
  const pages = [
    pageOf(result, moveLines(result, screen), { screen, odds: true }),
    pageOf(result, brief, { screen, odds: true }),
    pageOf(result, brief, { screen, odds: false }),
  ]
  const lines = pages.find((one) => one.length <= mostLines) ?? pages.at(-1) ?? []
  return page(lines) + (result.noted === null ? '' : `\n${writtenView(result.noted, screen)}`)
}

/** A line less than the screen has, for the prompt after it. */
const mostLines = 23

interface Look {
  readonly screen: Screen
  /** The figures on how such talks end, and what to do at the end of one. */
  readonly odds: boolean
}

function pageOf(result: NegotiateResult, moves: readonly string[], { screen, odds }: Look): readonly string[] {
  const { company, role, offer, pay, words, handle } = result
  const by = offer.respondBy ? `answer by ${shortDay(offer.respondBy, screen.today)}` : 'no day named'
  const { respondBy: _, written: __, ...terms } = offer
  const own = result.private
  const termWords = offerWords(terms, screen.today).replace(/^an offer(?:, )?/, '') || 'no terms on record yet'
  return [
    ...title([company, role].filter((part) => part !== null).join(', '), by, screen),
    ...fact('On offer', [termWords, paperWords[result.paper]].filter((part) => part !== '').join(', '), screen),
    ...(pay === null ? [] : fact('Said then', amount(pay), screen)),
    ...(result.standpoint ? fact('So', soWords(result.standpoint), screen) : []),
    ...(own
      ? fact('Yours alone', amount(`hoped ${own.hoped ?? '-'}, fine ${own.fine ?? '-'}, walk away ${own.floor ?? '-'}`), screen)
      : []),
    ...moves,
    ...readyLines(result, screen),
    ...said('Say', { words: result.say, then: result.answered ? null : 'now wait' }, screen),
    ...(result.answered ? [] : theirAnswers(result, screen)),
    ...(odds ? fact('If final', words.final, screen) : []),
    ...fact('Leave out', words.leaveOut, screen),
    ...(odds ? fact('Odds', words.odds, screen) : []),
    ...fact('Letter', `followup letter ${handle} ${letterOf(result)}`, screen),
  ]
}

/** The letter that the talk has come to: it opens it, asks for the change on paper, or says yes. */
function letterOf({ answered, paper }: NegotiateResult): LetterKind {
  if (!answered) return 'negotiation-opener'
  return paper === 'all' ? 'accept' : 'offer-thanks'
}

/** What to say to each answer they may give. */
function theirAnswers({ words }: NegotiateResult, screen: Screen): readonly string[] {
  return [
    ...said('If yes', { words: words.yes, then: null }, screen),
    ...fact('If partly', words.partly, screen),
    ...said('If no', { words: words.no, then: null }, screen),
  ]
}

/** How to make ready what is missing for the talk, while it is still ahead. */
function readyLines({ moves, preparation, reasons, handle }: NegotiateResult, screen: Screen): readonly string[] {
  const { figures = [], wishes = [] } = preparation
  const missing = [
    ...(figures.length === 0 ? ['--figure "72 to 80 (BLS)"'] : []),
    ...(reasons === 0 ? ['--because "..."'] : []),
    ...(wishes.length === 0 ? ['--wish "..."'] : []),
  ]
  const isAhead = moves[3]?.state === 'open' || moves[3]?.state === 'now'
  return isAhead && missing.length > 0 ? fact('Make ready', ['followup negotiate', handle, ...missing].join(' '), screen) : []
}

/** Of an offer that was on paper, a change may still have to follow. */
const paperWords = { all: 'on paper', unchanged: 'the change not on paper yet', said: 'not on paper yet', unknown: '' } as const

/** The moves that are made in one line, those to come a line each. */
function movesInBrief(result: NegotiateResult, screen: Screen): readonly string[] {
  const made = result.moves.filter((one) => one.state === 'done')
  const first = made.length === 0 ? [] : fact('  done', made.map(({ words }) => words).join('; '), screen)
  return [...first, ...moveLines(result, screen, false)]
}

function moveLines({ moves, preparation, reasons, changed }: NegotiateResult, screen: Screen, all = true): readonly string[] {
  const { figures = [], wishes = [] } = preparation
  const wished = wishes.length === 1 ? '1 wish' : `${String(wishes.length)} wishes`
  const count = [counted(figures.length, 'figure'), counted(reasons, 'reason'), wished].join(', ')
  const paper = changed?.paper ? `the paper came ${shortDay(changed.paper, screen.today)}` : ''
  return moves.flatMap(({ words, on, state }, index) => {
    if ((state === 'done' || state === 'passed') && !all) return []
    const aside = on !== null ? shortDay(on, screen.today) : index === 3 ? count : index === 6 ? paper : ''
    const mark = marks[state]
    if (screen.plain) return [sentences([`${String(index + 1)}`, words, mark, aside])]
    return beside(
      [
        { at: 2, columns: 5, text: mark },
        { at: 8, columns: 2, text: String(index + 1) },
        { at: 12, columns: columnsOf(screen) - 12, text: aside === '' ? words : `${words}; ${aside}` },
      ],
      screen,
    )
  })
}

const marks = { done: 'done', passed: 'past', now: 'now', open: '' } as const

function soWords({ where, whose, base, from, to }: NonNullable<NegotiateResult['standpoint']>): string {
  const [offered, low, high] = [base, from, to].map((one) => amount(String(one))) as [string, string, string]
  if (whose === 'theirs') {
    if (where === 'below') return `${offered} is below what they named: ${low} is only their word kept`
    if (where === 'inside' && base < to) return `inside what they named: ${high} is their word, and easy to ask`
    return `${offered} is ${where === 'above' ? 'above' : 'the most of'} what they named: ask for more with a good reason`
  }
  if (where === 'inside') return `inside your own range: ${high} is easy to ask, more needs news`
  return where === 'below'
    ? `${offered} is below what you said: ${low} is only your word kept`
    : `${offered} is above what you said: ask for something other than the base`
}
