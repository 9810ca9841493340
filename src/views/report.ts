import type { ReportPage, ReportResult, Some } from '../commands/report/page.js'
import type { Seen } from '../commands/standing/seen.js'
import type { Day } from '../model/day.js'
import { endingWords } from '../model/vocabulary.js'
import { fullDay, longDay } from './day-words.js'
import { figureNotes, figureSections } from './figure-lines.js'
import type { FigureSection } from './figure-lines.js'
import { farWords, flowChart, standWords } from './flow-chart.js'
import { capital, fact } from './grids.js'
import { all, name, tag, text } from './html.js'
import type { Html } from './html.js'
import { page as pageOf } from './layout.js'
import { actPhrase, comingWords, counted, owedWords, restWords, sinceWords, withReasons, yoursFrom } from './phrases.js'
import { reportStyle, reportStyleHash } from './report-style.js'
import { timelineOf } from './report-timeline.js'
import type { Screen } from './screen.js'

/** The page as HTML, or where it was written. */
export function reportView(result: ReportResult, screen: Screen): string {
  if ('page' in result) return html(result.page)
  return pageOf([
    ...fact('Written', result.file, screen),
    ...(result.next === null ? [] : fact('Open it', result.next, screen)),
    ...fact('Private', 'only you can read it; it names companies and people', screen),
  ])
}

// Nothing is loaded, nothing runs, and no style holds but this one.
const policy = `default-src 'none'; style-src 'sha256-${reportStyleHash}'; base-uri 'none'; form-action 'none'`

function html(page: ReportPage): string {
  const head = tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'generator', content: 'followup report' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('title', {}, text(`Where things stand, ${fullDay(page.asOf)}`)),
    tag('style', {}, reportStyle as Html),
  )
  return `<!doctype html>\n${tag('html', { lang: 'en', dir: 'ltr' }, head, tag('body', {}, tag('main', {}, ...body(page))))}\n`
}

function body(page: ReportPage): readonly Html[] {
  const { asOf, counts } = page
  const said = `${longDay(asOf)}. ${String(counts.due)} to do, ${String(counts.silent)} silent, ${String(counts.open)} open.`
  const today = (one: Seen): string => (one.next ? actPhrase(withReasons(one.next, one), asOf) : '')
  const sections = [
    standing('Your move', page.due, { caption: 'What is due, the first thing first', act: today, when: (one) => sinceWords(one, asOf) }),
    standing('Coming up', page.upcoming, { caption: 'What comes, by its day', act: today, when: (one) => comingWords(one, asOf) }),
    standing('Their move', page.waiting, {
      caption: 'What they owe',
      act: (one) => owedWords(one, asOf),
      when: (one) => yoursFrom(one, asOf),
    }),
    standing('At rest', page.resting, {
      caption: 'Open, and nothing to do for now',
      act: (one) => restWords(one, asOf),
      when: (one) => comingWords(one, asOf),
    }),
    ended(page),
    figures(page),
    timelines(page, asOf),
  ]
  const empty = page.stats.opportunities.all === 0 ? [tag('p', {}, text('Nothing is on record yet.'))] : []
  return [
    tag('header', {}, tag('h1', {}, text('Where things stand')), tag('p', { class: 'quiet' }, text(said))),
    ...empty,
    ...sections.flat(),
  ]
}

interface Column {
  readonly caption: string
  readonly act: (one: Seen) => string
  readonly when: (one: Seen) => string
}

function standing(heading: string, { rows, more }: Some<Seen>, { caption, act, when }: Column): readonly Html[] {
  if (rows.length === 0) return []
  const lines = rows.map((one) => tableRow(nameOf(one), [text(capital(act(one))), text(capital(when(one)))]))
  return [section(heading, tableOf({ kind: 'names', caption, columns: ['Opportunity', 'What', 'When and why'], lines }), moreLine(more))]
}

function ended({ ended: { rows, more } }: ReportPage): readonly Html[] {
  if (rows.length === 0) return []
  const lines = rows.map((one) => tableRow(nameOf(one), [text(capital(endingWords[one.as]))]))
  const rest = more > 0 ? [tag('p', { class: 'quiet' }, text('There are more: followup list --closed'))] : []
  return [
    section('Ended', tableOf({ kind: 'names', caption: 'How those that are over ended', columns: ['Opportunity', 'How'], lines }), ...rest),
  ]
}

function figures({ stats }: ReportPage): readonly Html[] {
  if (stats.reached.interviewed === 0) return []
  const since = stats.since ?? stats.first
  const head = `${counted(stats.opportunities.all, 'opportunity', 'opportunities')}${since === null ? '' : ` since ${fullDay(since)}`}`
  return [
    section(
      'Figures',
      tag('p', {}, text(`${head}.`)),
      flowChart(stats.flow),
      tableOf({
        kind: 'figures',
        caption: 'How far they came at most, and how they stand',
        columns: ['As far as', 'How many', 'How they stand'],
        lines: stats.flow.map(({ from, to, count }) => tableRow(text(farWords(from)), [text(String(count)), text(standWords(to))])),
      }),
      ...figureSections(stats).map(figureTable),
      ...figureNotes(stats).map((note) => tag('p', { class: 'quiet' }, text(note))),
    ),
  ]
}

function figureTable({ name: caption, lines }: FigureSection): Html {
  const rows = lines.map(([label, figure, aside]) => tableRow(text(label), [text(figure), text(aside)]))
  return tableOf({ kind: 'figures', caption, columns: [], lines: rows })
}

function timelines({ timelines: told }: ReportPage, asOf: Day): readonly Html[] {
  return told.length === 0 ? [] : [section('What happened so far', ...told.map((one) => timelineOf(one, asOf)))]
}

function section(heading: string, ...inside: readonly Html[]): Html {
  return tag('section', {}, tag('h2', {}, text(heading)), ...inside)
}

function tableOf({
  kind,
  caption,
  columns,
  lines,
}: {
  kind: string
  caption: string
  columns: readonly string[]
  lines: readonly Html[]
}): Html {
  const head =
    columns.length === 0 ? [] : [tag('thead', {}, tag('tr', {}, ...columns.map((one) => tag('th', { scope: 'col' }, text(one)))))]
  return tag('table', { class: kind }, tag('caption', {}, text(caption)), ...head, tag('tbody', {}, ...lines))
}

function tableRow(first: Html, cells: readonly Html[]): Html {
  return tag('tr', {}, tag('th', { scope: 'row' }, first), ...cells.map((cell) => tag('td', {}, cell)))
}

function nameOf({ company, role }: { readonly company: string; readonly role: string | null }): Html {
  return role === null ? name(company) : all([name(company), tag('br', {}), tag('span', { class: 'quiet' }, name(role))])
}

function moreLine(more: number): Html {
  return more === 0 ? text('') : tag('p', { class: 'quiet' }, text(`And ${String(more)} more: followup list --all`))
}
