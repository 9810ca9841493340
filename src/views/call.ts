import type { CallCard } from '../commands/call-card.js'
import type { CallPage, CallResult } from '../commands/call.js'
import { callCardPage, moreWordsPage } from './call-card.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** A call that was recorded, or the card of one to be made. */
export function callView(result: CallResult, screen: Screen): string {
  if ('recorded' in result) return writtenView(result, screen)
  return result.everyTurn ? `${callCardPage(result, screen)}\n${moreWordsPage(result, screen)}` : callCardPage(result, screen)
}

/** The card between two questions, and the words for which it had no room; a blank line sets them apart. */
export function callPage({ page, card }: CallPage, screen: Screen): string {
  return `\n${pages[page](card, screen)}\n`
}

const pages: Readonly<Record<CallPage['page'], (card: CallCard, screen: Screen) => string>> = { card: callCardPage, words: moreWordsPage }
