import type { Stats } from '../commands/stats.js'
import { endingWords, letterWords } from '../model/vocabulary.js'
import { counted } from './phrases.js'

type PathStep = keyof Stats['reached']
type Spread = Stats['silences']['ended']
type Followed = Stats['calls']['voicemails']

/** A label, what is counted, and what belongs to it. */
export type FigureLine = readonly [name: string, figure: string, aside: string]

/** Figures of one kind, none of them empty. */
export interface FigureSection {
  readonly name: string
  readonly lines: readonly FigureLine[]
}

/** How far an opportunity came, in words. */
const stepWords: Readonly<Record<PathStep, string>> = {
  interviewed: 'interviewed',
  heard: 'heard again',
  again: 'another round',
  offered: 'an offer',
  accepted: 'your yes',
}

/** What there is to tell, in order; a section without figures is left out. */
export function figureSections(stats: Stats): readonly FigureSection[] {
  const sections: readonly FigureSection[] = [
    { name: 'How far they came', lines: ladder(stats) },
    { name: 'How they ended', lines: stats.endings.flatMap(({ as, count }) => some(endingWords[as], count)) },
    { name: 'Business days until they answered', lines: answers(stats) },
    { name: `Answered within ${String(stats.within)} business days of`, lines: letters(stats) },
    { name: 'On the phone', lines: calls(stats) },
    { name: 'Days they named', lines: promises(stats) },
    { name: 'Silence', lines: silences(stats) },
    { name: 'How it may have landed', lines: landings(stats) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

/** What is to be borne in mind, a sentence or two each. */
export function figureNotes({ reached, letters: written, calls: { voicemails } }: Stats): readonly string[] {
  const followed = [...written, voicemails].some((one) => one.followed > 0)
  return [
    ...(reached.interviewed < few ? ['These are few: one more answer would change any of them.'] : []),
    ...(followed ? ['That an answer came after a letter does not say that it came because of it.'] : []),
    // NACE 2012: 24.2 business days, docs/coaching.md; never a prediction.
    'Elsewhere: US employers of graduates took 24 business days on average from interview to offer (NACE 2012). It says nothing about you.',
  ]
}
const few = 10

function ladder({ reached, opportunities }: Stats): readonly FigureLine[] {
  const asides: Readonly<Partial<Record<PathStep, string>>> = { heard: 'a person there spoke after it' }
  const names = Object.keys(stepWords) as PathStep[]
  return [
    ...names.flatMap((step) => some(stepWords[step], reached[step], asides[step])),
    ...some('no interview', opportunities.before, 'so far'),
  ]
}

function answers({ answers: { afterInterview, toOffer } }: Stats): readonly FigureLine[] {
  return [...spread('an interview', afterInterview, ''), ...spread('the offer', toOffer, 'from the first interview')]
}

function letters({ letters: written }: Stats): readonly FigureLine[] {
  return written.map((one) => followed(`the ${letterWords[one.letter]}`, one))
}

function calls({ calls: { dials, conversations, tries, hours, voicemails } }: Stats): readonly FigureLine[] {
  if (dials === 0) return []
  const through = hours.filter((one) => one.conversations > 0)
  return [
    ['tries', String(dials), counted(conversations, 'conversation')],
    ...(tries.count === 0 ? [] : [['got through', triesWords(tries), ''] as const]),
    ...through.map(
      ({ from, dials: all, conversations: some }) =>
        [hoursWords(from), `${String(some)} of ${String(all)} got through`, 'on their clock'] as const,
    ),
    ...(voicemails.count + voicemails.early === 0 ? [] : [followed('voicemails', voicemails)]),
  ]
}

function promises({ promises: { count, kept, late, none, ahead } }: Stats): readonly FigureLine[] {
  if (count === 0) return []
  const over = count - ahead
  return [
    ...(over === 0 ? [] : [['news by then', `${String(kept)} of ${String(over)}`, ''] as const]),
    ...(late.count === 0 ? [] : [['later', String(late.count), spreadWords(late, 'by')] as const]),
    ...some('no news so far', none),
    ...some('still ahead', ahead),
  ]
}

function silences({ silences: { count, ended, lasting, otherwise } }: Stats): readonly FigureLine[] {
  if (count === 0) return []
  const after = ended.count === 0 ? '' : spreadWords(ended, 'after')
  return [
    ['spoke again', `${String(ended.count)} of ${String(count)}`, after],
    ...some('it lasts', lasting),
    ...some('left at that', otherwise),
  ]
}

function landings({ landings: told, labels }: Stats): readonly FigureLine[] {
  return told.map(({ code, count, heard, again, offered }) => {
    const after = [
      heard > 0 ? `${String(heard)} heard again` : '',
      again > 0 ? `${String(again)} another round` : '',
      offered > 0 ? counted(offered, 'offer') : '',
    ].filter((part) => part !== '')
    return [String(count), labels[code] ?? code, after.length === 0 ? 'nothing heard so far' : after.join(', ')]
  })
}

function some(name: string, count: number, aside = ''): readonly FigureLine[] {
  return count === 0 ? [] : [[name, String(count), aside]]
}

function followed(name: string, { count, followed: some, early }: Followed): FigureLine {
  const aside = early === 0 ? '' : count === 0 ? '' : `${String(early)} more too early to tell`
  return [name, count === 0 ? 'too early to tell' : `${String(some)} of ${String(count)}`, aside]
}

function spread(name: string, { count, median, shortest, longest, values }: Spread, aside: string): readonly FigureLine[] {
  if (count === 0) return []
  const half = `half within ${String(Math.floor(median ?? 0))}; ${String(shortest)} to ${String(longest)}, of ${String(count)}`
  return [[name, median === null ? listed(values) : half, aside]]
}

/** 'after 2 and 5 business days', or 'half within 4 business days'. */
function spreadWords({ count, median, longest, values }: Spread, word: 'by' | 'after'): string {
  if (median === null) return `${word} ${listed(values)} business day${count === 1 && longest === 1 ? '' : 's'}`
  const half = Math.floor(median)
  return half === 0 ? 'half of them on the day' : `half within ${counted(half, 'business day')}`
}

function triesWords(tries: Spread): string {
  if (tries.median === null) return `on try ${listed(tries.values)}`
  return `half by try ${String(Math.floor(tries.median))}, the last on try ${String(tries.longest)}`
}

function listed(values: readonly number[]): string {
  const words = values.map(String)
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

function hoursWords(from: string): string {
  const start = Number(from.slice(0, 2))
  return `${String(start)}:00-${String(start + 2)}:00`
}
