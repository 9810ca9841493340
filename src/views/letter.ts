import type { LetterPage } from '../commands/letter.js'
import type { LetterResult } from '../commands/letter/result.js'
import { letterWords } from '../model/vocabulary.js'
import { verdictWords } from './check.js'
import { fact, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** The letter with what the check says of it, or what was done with it. */
export function letterView(result: LetterResult, screen: Screen): string {
  if (result.noted !== null) return page(paragraph(result.done ?? '', screen)) + writtenView(result.noted, screen)
  return page([...titleOf(result, screen), ...bodyLines(result, screen)])
}

/** The same between two questions. */
export function letterPage({ result, titled }: LetterPage, screen: Screen): string {
  return page([...(titled ? ['', ...titleOf(result, screen)] : []), ...bodyLines(result, screen), ''])
}

function titleOf({ handle, letter, to, kept }: LetterResult, screen: Screen): readonly string[] {
  const reader = to.name ?? (saysToWhom.test(letterWords[letter]) ? null : 'them')
  return title(`${handle}: ${letterWords[letter]}${reader === null ? '' : ` to ${reader}`}`, kept ? 'written, not sent' : '', screen)
}

// 'word to the recruiter'.
const saysToWhom = /\bto (?:a|the|who)\b/

function bodyLines(result: LetterResult, screen: Screen): readonly string[] {
  const { to, subject, repair, hook, done } = result
  const address = to.email === null ? '; no address on record' : ` <${to.email}>`
  return [
    ...(repair === null ? [] : fact('Repair', `${repair}: half a sentence, once`, screen)),
    ...(hook === null ? [] : fact('Hook', hook, screen)),
    ...fact('To', `${to.name ?? 'nobody on record'}${to.name === null ? '' : address}`, screen),
    ...fact('Subject', subject, screen),
    '',
    ...result.text.split('\n').flatMap((line) => quoted(line, screen)),
    '',
    ...(result.first === null ? [] : fact('First', `${result.first.says} ${result.first.hint}`, screen)),
    ...result.notes.flatMap((note) => fact('Know', note, screen)),
    ...(result.missing.includes('my-name') ? fact('Missing', 'your name under it: followup config set my-name "YOUR NAME"', screen) : []),
    ...checkLines(result, screen),
    ...(result.missing.includes('hook') ? fact('Add', 'one thing that the two of you talked about: --hook TEXT', screen) : []),
    ...(done === null ? [] : paragraph(done, screen)),
  ]
}

/** The verdict as `check` gives it, and of each of the first three rules its gravest finding. */
function checkLines({ checkup, first, missing }: LetterResult, screen: Screen): readonly string[] {
  const { findings, words } = checkup
  const count = `${String(words)} words`
  if (findings.length === 0)
    return fact('Check', `${first === null && !missing.includes('my-name') ? 'ready to send: ' : ''}${count}, nothing found`, screen)
  const worst = findings.filter((one, at) => findings.findIndex(({ rule }) => rule === one.rule) === at).slice(0, 3)
  const verdict = verdictWords(checkup)
  return [
    ...fact('Check', `${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}; ${count}`, screen),
    ...worst.flatMap((one) => fact('', `${one.text === null ? '' : `"${one.text}": `}${one.why} ${one.instead}`, screen)),
  ]
}

/** Words for someone else, behind a bar. */
function quoted(text: string, screen: Screen): readonly string[] {
  if (screen.plain) return text === '' ? [] : fact('Letter', text, screen)
  const at = isNarrow(screen) ? 2 : 12
  const bar = `${' '.repeat(at)}|`
  if (text === '') return [bar]
  return beside([{ at: at + 2, columns: Math.min(64, columnsOf(screen) - at - 2), text }], screen).map(
    (line) => `${bar}${line.slice(at + 1)}`,
  )
}
