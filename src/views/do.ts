import type { DoResult } from '../commands/do.js'
import type { DoPage } from '../commands/do/page.js'
import type { Day } from '../model/day.js'
import { actCard, isPaperFirst, meetingCard } from './do-card.js'
import { clock, shortDay } from './day-words.js'
import { dueView } from './due.js'
import { capital, fact, title } from './grids.js'
import { page, paragraph } from './layout.js'
import { actPhrase, nextWords, numberWords, stillWords, whenWords, withReasons, yoursFrom } from './phrases.js'
import type { Screen } from './screen.js'

/** A page between two questions; a blank line sets it apart from what was said before. */
export function doPage(result: DoPage, screen: Screen): string {
  switch (result.page) {
    case 'opening':
      return page(opening(result, screen))
    case 'act': {
      const { card, place } = result
      const order = place ? `${String(place.at)} of ${String(place.of)}` : ''
      return page(['', ...heading(order, `${card.handle}: ${actPhrase(withReasons(card.next, card.standing), card.asOf)}`, screen)])
    }
    case 'facts':
      return page(actCard(result.card, screen))
    case 'kept':
      return page(fact('Kept', keptWords(result.card), screen))
    case 'changed':
      return page([
        '',
        ...paragraph(`Meanwhile something was recorded on ${result.handle} elsewhere. Here it is as it stands now.`, screen),
      ])
    case 'settled':
      return page(['', ...paragraph(`Nothing is left to do on ${result.handle}.`, screen)])
  }
}

/** What closes the conversation; a day with nothing due is the line of `due`, and what lies ahead is a page. */
export function doView(result: DoResult, screen: Screen): string {
  const { quiet, tally, agreed, card, resting } = result
  const tomorrow = result.tomorrow.flatMap(({ handle, next }) => {
    const what = next && nextWords(next, screen.today, 'my hours only').replace(', tomorrow ', ', ')
    return what === null ? [] : fact('Tomorrow', `${handle}: ${what}; "followup do ${handle}" prepares it`, screen)
  })
  if (quiet) return dueView(quiet, screen) + page(tomorrow)
  if (card) return page(meetingCard(card, screen))
  if (resting) return page(paragraph(restingWords(resting, screen), screen))
  return tally ? page(['', ...fact('Done', doneWords(tally, agreed, screen.today), screen), ...tomorrow]) : ''
}

/** Rows of `due` where each is one act, else how many acts they are: everyone of a panel is thanked. */
function opening({ asOf, time, due, acts }: Extract<DoPage, { page: 'opening' }>, screen: Screen): readonly string[] {
  const count = `${numberWords(acts)} ${acts === 1 ? 'act' : 'acts'}`
  const many = due === acts ? `${capital(count)}.` : `${capital(numberWords(due))} to do, in ${count}.`
  return paragraph(`${shortDay(asOf, screen.today)}, ${clock(time)}. ${many} Ctrl-C leaves at any time; what is done stays done.`, screen)
}

/** '1 of 3      acme-controls: the note to Dana Reyes'. */
function heading(order: string, text: string, screen: Screen): readonly string[] {
  if (order === '') return title(text, '', screen)
  return fact(order, text, screen)
}

/** When it comes again. */
function keptWords(card: DoPageCard): string {
  const { next, handle, call, asOf, early } = card
  if (early && !isPaperFirst(card)) return `for ${whenWords(next, asOf)}; nothing needs doing before`
  if (call && !call.fair && next.window && call.there < next.window.from)
    return `for ${whenWords(next, asOf)}; "followup do ${handle}" shows this again`
  return `nothing is recorded; "followup do ${handle}" shows this again`
}
type DoPageCard = Extract<DoPage, { page: 'kept' }>['card']

function doneWords({ done, of }: { readonly done: number; readonly of: number }, agreed: DoResult['agreed'], today: Day): string {
  const left = agreed?.next
    ? `Still today: ${nextWords({ ...agreed.next, of: 1 }, today, 'my hours only').replace(', today ', ' at ')}.`
    : null
  if (done >= of) return `${done === 1 ? 'that was it' : `all ${numberWords(done)}`}. ${left ?? 'Nothing more from you today.'}`
  return `${String(done)} of ${String(of)}. What is left waits in "followup due".`
}

function restingWords(one: NonNullable<DoResult['resting']>, { today }: Screen): string {
  const when = one.next ? ` ${capital(yoursFrom(one, today))}.` : ''
  return `${one.handle}: nothing to do; ${stillWords(one)}.${when}`
}
