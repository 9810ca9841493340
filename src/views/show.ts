import type { ShowResult } from '../commands/show.js'
import type { ToldFact } from '../model/result.js'
import type { Contact } from '../model/opportunity.js'
import { columnOfDays, fullDay, nearDay } from './day-words.js'
import { dayOfFact, factWords, fateWords, givesWay, isSent, offerWords } from './fact-words.js'
import { capital, fact, rows, sentences, title } from './grids.js'
import { page } from './layout.js'
import { leftWords, spends } from './left.js'
import { counted, moveWords, overWords, stillWords, stopWords, whatIsNext, yoursFrom } from './phrases.js'
import { paperLines } from './paper.js'
import type { Screen } from './screen.js'
import { letterWords, roleWords } from '../model/vocabulary.js'

/** One page about one opportunity. */
export function showView(result: ShowResult, screen: Screen): string {
  const { company, role, handle, left, today } = result
  const asked = today === screen.today ? '' : ` on ${fullDay(today)}`
  return page([
    ...title([company, role].filter((part) => part !== null).join(', '), `${handle}${asked}`, screen),
    '',
    ...fact('Whose move', moveLine(result), screen),
    ...fact('Next', whatIsNext(result, 'my hours only'), screen),
    ...paperLines(result, screen),
    ...section('Three clocks', clocks(result), screen),
    ...section(
      'People',
      result.people.flatMap((one) => personLines(one, result)),
      screen,
    ),
    ...section('What you know', knowledge(result), screen),
    ...section('History', historyLines(result), screen),
    ...(spends(result.state) ? ['', ...fact('Left', leftWords(left), screen)] : []),
  ])
}

/** Label, text and second text of one row. */
type Line = readonly [name: string, act: string, reason: string]

/** What stands for a whole answer in --pay, said. */
const payWords: Readonly<Record<string, string>> = { they: 'they named it', me: 'you named it' }

function section(name: string, lines: readonly Line[], screen: Screen): readonly string[] {
  if (lines.length === 0) return []
  if (screen.plain)
    return lines.map(([label, act, reason]) =>
      sentences([name, capital(label), capital(act), reason.includes('@') ? reason : capital(reason)]),
    )
  return [
    '',
    screen.paint.strong(name),
    ...rows(
      lines.map(([label, act, reason]) => ({ name: label, act, reason, plainName: true })),
      screen,
    ),
  ]
}

function moveLine(result: ShowResult): string {
  const { court, state, asOf, today, next } = result
  if (court === null) return `nobody's; ${stillWords(result)}`
  if (court === 'theirs') return next ? `theirs; ${yoursFrom(result, asOf)}` : 'theirs'
  const ended = state === 'closed' ? '; it has ended' : ''
  if (next && next.on <= asOf) {
    const here = next.window?.here?.on ?? today
    return `${moveWords(court)}${overWords(next) || (here > today ? `, from ${nearDay(here, today)}` : ', today')}${ended}`
  }
  const day = next && (next.window?.here?.on ?? next.window?.on ?? next.on)
  return `${moveWords(court)}${day ? `, from ${nearDay(day, asOf)}` : ''}${ended}`
}

function clocks(result: ShowResult): readonly Line[] {
  const { state, silentSince, silentBusinessDays, lastInbound, lastTouch, touch, asOf } = result
  // An offer or an end is the word they promised.
  const promise = state === 'offer' || state === 'closed' ? null : result.promise
  const silence: Line = silentSince
    ? ['their silence', `since ${nearDay(silentSince, asOf)}`, counted(silentBusinessDays ?? 0, 'business day')]
    : ['their silence', uncounted.has(state) ? 'not counted' : 'none', lastInbound ? `last word ${nearDay(lastInbound, asOf)}` : '']
  const mine: Line = ['your last touch', touch ? factWords(touch, asOf) : 'none', lastTouch ? nearDay(lastTouch, asOf) : '']
  return [silence, mine, ['their promise', promise ? nearDay(promise, asOf) : 'none', '']]
}

/** While I wait or all is at rest, nobody asks how long they have been silent. */
const uncounted: ReadonlySet<string> = new Set(['snoozed', 'parked', 'retired'])

function personLines(person: Contact, { lead, stops, gone }: ShowResult): readonly Line[] {
  const who = [
    gone.includes(person.id) ? 'has left' : person.role ? roleWords[person.role] : '',
    person.title ?? '',
    person.say ? `said ${person.say}` : '',
    person.assistant ? `${person.assistant} answers` : '',
    person.id === lead && person.role !== 'boss' ? 'you write to them' : '',
  ]
  const [first = '', ...rest] = [person.phone, person.email].filter((one) => one !== null)
  const about = who.filter((part) => part !== '').join(', ')
  const stopped = stops.filter(({ contact }) => contact === null || contact === person.id).map((one): Line => ['', stopWords(one), ''])
  return [[person.name, about, first], ...rest.map((one): Line => ['', '', one]), ...stopped]
}

function knowledge(result: ShowResult): readonly Line[] {
  const { cares, hooks, doubts, want, pay, offer, asOf } = result
  const extra: readonly (readonly [string, string | null])[] = [
    ['where', result.location],
    ['found through', result.source],
    ['by way of', result.via],
    ['pay named', result.salary],
    ['tags', result.tags.join(', ')],
  ]
  return [
    ...labelled(
      'they want',
      cares.map((text) => [text, '']),
    ),
    ...labelled(
      'you clicked on',
      hooks.map(({ text, used }) => [text, used ? `${letterWords[used.letter]}, ${nearDay(used.on, asOf)}` : '']),
    ),
    ...labelled(
      'their doubt',
      doubts.map(({ label, code }) => [label, label.replaceAll(' ', '-') === code ? '' : code]),
    ),
    ...(pay === null || pay === 'no' ? [] : [['pay', payWords[pay] ?? pay, 'kept for the offer'] as const]),
    ...(want === null || want === 'yes' ? [] : [['you want it', want, ''] as const]),
    ...(offer === null ? [] : [['the offer', offerWords(offer, asOf).replace(/^an offer(?:, )?/, ''), ''] as const]),
    ...extra.flatMap(([label, text]): readonly Line[] => (text ? [[label, text, '']] : [])),
  ]
}

function labelled(label: string, lines: readonly (readonly [string, string])[]): readonly Line[] {
  return lines.map(([act, reason], index) => [index === 0 ? label : '', act, reason])
}

function historyLines({ asOf, history }: ShowResult): readonly Line[] {
  const told = history.filter((one) => !isName(one) && !givesWay(one, history) && !isSent(one, history))
  const dayWords = columnOfDays(told.map(dayOfFact), asOf)
  return told.map((one) => {
    const on = dayOfFact(one)
    return [dayWords(on), `${factWords(one, on)}${fateWords(one, history, on)}`, one.people.join(', ')]
  })
}

/** What is about names only stands above. */
function isName({ kind }: ToldFact): boolean {
  return kind === 'opened' || kind === 'described' || kind === 'met'
}
