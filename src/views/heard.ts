import type { Noted } from '../commands/recording/record.js'
import type { Recognised } from '../model/replies.js'
import { shortDay } from './day-words.js'
import { fact } from './grids.js'
import { page, paragraph } from './layout.js'
import { offerLines } from './offer-named.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** What was recorded, or what a mail was taken for. */
export function heardView(result: Noted | Recognised, screen: Screen): string {
  if ('recorded' in result) return writtenView(result, screen)
  const { kind, match, unclear, from, promise, until, offer, sentence } = result
  if (kind === 'none') return page(paragraph('This is no answer of theirs.', screen))
  return page([
    ...fact('Kind', unclear ? 'not clear; you would be asked what it says' : [kind, ties[match]], screen),
    ...(from === null ? [] : fact('From', from, screen)),
    ...(promise === null ? [] : fact('News by', shortDay(promise, screen.today), screen)),
    ...(until === null ? [] : fact(kind === 'on-hold' ? 'Rests until' : 'Back on', shortDay(until, screen.today), screen)),
    ...(sentence === null ? [] : fact('It says', sentence, screen)),
    ...offerLines(offer, screen),
    ...paragraph('Nothing was recorded.', screen),
  ])
}

const ties = {
  certain: 'it answers a letter of yours',
  likely: 'likely; you would be asked',
  none: 'nothing ties it to a letter of yours; you would be asked',
} as const
