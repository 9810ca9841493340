import { inARow } from '../model/in-a-row.js'
import type { Card } from '../commands/do/card.js'
import { clock } from './day-words.js'
import { offerWords } from './fact-words.js'
import { fact, title } from './grids.js'
import { beside, columnsOf, isNarrow } from './layout.js'
import { actPhrase, cityOf, sinceWords, whenWords, whereColleaguesAre, whereNumbersAre, windowWords } from './phrases.js'
import type { Screen } from './screen.js'

/** Why now, and what is needed for it: a letter with its draft, the key facts of a call, what they asked. */
export function actCard(card: Card, screen: Screen): readonly string[] {
  const body =
    card.call !== null
      ? callLines(card, screen)
      : card.next.step === 'interview'
        ? meetingLines(card, screen)
        : card.letter !== null
          ? letterLines(card, screen)
          : taskLines(card, screen)
  return [...whyLines(card, screen), ...body]
}

/** An interview to come: what to take along. */
export function meetingCard(card: Card, screen: Screen): readonly string[] {
  const { next, handle, person, asOf } = card
  const who = person ? `, with ${person.name}` : ''
  return [...title(`${handle}: interview ${whenWords(next, asOf)}${who}`, '', screen), '', ...meetingLines(card, screen)]
}

function whyLines(card: Card, screen: Screen): readonly string[] {
  const { standing, asOf, early, next } = card
  if (early && isPaperFirst(card)) return fact('Decide', `${whenWords(next, asOf)}; before that, ask for it on paper`, screen)
  if (early) return fact('Not yet', `due ${whenWords(next, asOf)}; nothing needs doing before`, screen)
  const since = next.step === 'thank-you' ? '' : sinceWords(standing, asOf)
  const reason = standing.because.at(-1)?.text ?? ''
  return fact('Why now', [since, reason].filter((part) => part !== '').join('; '), screen)
}

/** Before the day of a decision there is something to do: to have the offer on paper. */
export function isPaperFirst({ next, unwritten }: Pick<Card, 'next' | 'unwritten'>): boolean {
  return next.step === 'decide-offer' && unwritten
}

/** What a letter needs to be known; the letter itself follows. */
function letterLines(card: Card, screen: Screen): readonly string[] {
  const { next, remembered } = card
  const useful = next.step === 'value-add'
  const elsewhere = next.channel !== null && next.channel !== 'email'
  return [
    ...(elsewhere ? addressLines(card, screen) : []),
    ...noteLines(card, screen),
    ...optional('Together', card.beside.length === 0 ? null : `one letter for ${inARow([card.handle, ...card.beside])}`, screen),
    ...optional('They want', useful ? (remembered.cares[0] ?? null) : null, screen),
    ...optional('Letter', useful ? 'only if you have something small and true that helps them; else leave it out' : null, screen),
    ...optional('Hours', next.window?.here ? windowWords(next, card.asOf) : null, screen),
  ]
}

/** What was noted last is theirs only where they asked for something. */
function noteLines({ note }: Card, screen: Screen): readonly string[] {
  return note === null ? [] : fact(note.asked ? 'They asked' : 'Your note', note.text, screen)
}

function addressLines({ person, row, next }: Card, screen: Screen): readonly string[] {
  const name = person?.name ?? row.company
  const elsewhere = next.channel !== null && next.channel !== 'email' && next.channel !== 'phone' ? ` (${next.channel})` : ''
  const mail = person?.email ? ` <${person.email}>` : elsewhere === '' ? '; no address on record' : ''
  return fact('To', `${name}${mail}${elsewhere}`, screen)
}

/** Words for someone else, behind a bar. */
function quoted(text: string, screen: Screen): readonly string[] {
  if (screen.plain) return fact('Say', text, screen)
  const at = isNarrow(screen) ? 2 : 12
  const bar = isNarrow(screen) ? '  |' : '            |'
  if (text === '') return [bar]
  const columns = Math.min(64, columnsOf(screen) - at - 2)
  return beside([{ at: at + 2, columns, text }], screen).map((line) => `${bar}${line.slice(at + 1)}`)
}

function callLines(card: Card, screen: Screen): readonly string[] {
  const { person, next } = card
  const kind = person?.phoneKind ? ` (${person.phoneKind})` : ''
  return [
    ...fact('Number', [`${person?.phone ?? 'none on record'}${kind}`, `try ${String(next.attempt)} of ${String(next.of)}`], screen),
    ...fact('When', hourWords(card), screen),
    ...fact('Or letters', `followup playbook use gentle ${card.handle}; for all: followup config set calls never`, screen),
  ]
}

/** '8:12 in Chicago, a fair hour until 9:00', or the hours to come. */
function hourWords({ call, next, asOf }: Card): string {
  if (!call) return ''
  const there = `${clock(call.there)} in ${cityOf(call.zone)}`
  if (call.fair) return next.window ? `now: it is ${there}, fair until ${clock(next.window.to)}` : `now: it is ${there}`
  const hours = next.window?.here ? windowWords(next, asOf) : whenWords(next, asOf)
  return `${hours}; it is ${there} now`
}

/** Coaching: the first one spares weeks of guessing. */
const questions = [
  'What happens next, and by when would I hear?',
  'If I have a question meanwhile, may I call, or is mail better?',
  'Who else has a say in this?',
  'Is there anything about me that you would like to hear more on?',
]

function meetingLines({ handle, remembered }: Card, screen: Screen): readonly string[] {
  const { hooks, free, cares } = remembered
  const hookWords = hooks.map((hook) => (free.includes(hook) ? hook : `${hook} (used)`)).join('; ')
  return [
    ...fact('Take along', 'four questions; the first one spares you weeks of guessing', screen),
    ...questions.flatMap((question) => quoted(question, screen)),
    ...optional('They want', cares.join('; ') || null, screen),
    ...optional('You clicked', hookWords || null, screen),
    ...fact('Thank-yous', 'note each name and one thing you talked about, before you leave', screen),
    ...fact('After', `followup log ${handle}`, screen),
  ]
}

/** What is asked of me, and is no letter and no call. */
function taskLines(card: Card, screen: Screen): readonly string[] {
  const { next, person, row } = card
  const about = tasks[next.step]
  return [
    ...noteLines(card, screen),
    ...optional('On offer', offerOf(card), screen),
    ...(about ? fact('About', about(person?.name ?? row.company, card), screen) : fact('About', actPhrase(next, card.asOf), screen)),
    ...(next.step === 'decide-offer' ? fact('To bargain', `followup negotiate ${row.handle}`, screen) : []),
  ]
}

/** Their terms, where the act is about them. */
function offerOf({ offer, asOf }: Card): string | null {
  return offer === null ? null : offerWords(offer, asOf).replace(/^an offer(?:, )?/, '') || null
}

const tasks: Readonly<Partial<Record<Card['next']['step'], (who: string, card: Card) => string>>> = {
  debrief: () => 'a few questions while it is fresh; the letters are made of the answers',
  'find-number': (_, { house }) => (house ? whereColleaguesAre : whereNumbersAre),
  'find-contact': () => 'the switchboard or human resources will say who has taken over',
  'decide-offer': (_, { unwritten }) =>
    unwritten ? 'not on paper yet: ask for that first; then yes, no, or more time' : 'yes, no, or more time: each is one short letter',
  'ask-in-writing': (who) => `thank ${who}, and ask for the terms and the day on paper; no yes yet, no number`,
}

function optional(label: string, text: string | null, screen: Screen): readonly string[] {
  return text === null ? [] : fact(label, text, screen)
}
