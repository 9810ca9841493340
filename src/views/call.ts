import type { CallPage, CallResult } from '../commands/call.js'
import { callCardPage, moreWords, moreWordsPage } from './call-card.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** A call that was recorded, or the card of one to be made. */
export function callView(result: CallResult, screen: Screen): string {
  if ('recorded' in result) return writtenView(result, screen)
  return result.everyTurn ? `${callCardPage(result, screen)}\n${moreWords(result, screen)}` : callCardPage(result, screen)
}

/** The card between two questions, and the words for which it had no room; a blank line sets them apart. */
export function callPage(shown: CallPage, screen: Screen): string {
  return `\n${shown.page === 'card' ? callCardPage(shown.card, screen) : moreWordsPage(shown.card, shown.turn, screen)}\n`
}
