import type { First, Wait } from '../commands/recording/record.js'
import type { SeenAct } from '../commands/standing/seen.js'
import type { Day } from '../model/day.js'
import type { Written } from '../model/result.js'
import type { NextAct, Standing } from '../model/standing.js'
import { nearDay } from './day-words.js'
import { fact } from './grids.js'
import { beside, columnsOf, page, paragraph } from './layout.js'
import { isAgreedCall, nextWords, whenWords, withReasons } from './phrases.js'
import { nothingWords } from './nothing-next.js'
import type { Screen } from './screen.js'

/** A record as every write closes: what was understood, Recorded, Next, Undo, and what follows from it. */
export function writtenView(result: Written & { readonly wait?: Wait | null; readonly first?: First }, screen: Screen): string {
  const notes = result.notes.flatMap((note) => paragraph(note, screen))
  return page([
    ...understoodLines(result.understood, screen),
    ...fact('Recorded', result.recorded, screen),
    ...nextLines(result, screen),
    ...fact('Undo', 'followup undo', screen),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ])
}

/** Lines that begin with '=': what was made of a person's words. */
export function understoodLines(understood: readonly string[], screen: Screen): readonly string[] {
  if (screen.plain) return understood.flatMap((text) => fact('Understood', text, screen))
  const { quiet } = screen.paint
  return understood.flatMap((text) =>
    beside(
      [
        { at: 0, columns: 1, text: '=', paint: quiet },
        { at: 2, columns: columnsOf(screen) - 2, text },
      ],
      screen,
    ),
  )
}

/** What comes next, and when; of several the first, by its handle; none where the write concerns no opportunity. */
export function nextLines(
  { standing, wait, first }: { readonly standing: Standing | null; readonly wait?: Wait | null; readonly first?: First },
  screen: Screen,
): readonly string[] {
  if (standing) return fact('Next', comingUp(standing, wait ?? null, screen.today), screen)
  if (!first) return []
  const words = comingUp(first.standing, null, screen.today)
  return fact('Next', isIdle(first.standing) || !first.standing.next ? words : `${first.handle}: ${words}`, screen)
}

/** Whether nothing is due from me until its day. */
function isIdle(standing: Standing): boolean {
  const { state, court, next } = standing
  if (isAgreedCall(standing)) return false
  return court === 'theirs' || state === 'snoozed' || (state === 'parked' && next?.step !== 'thank-you')
}

function comingUp(standing: Standing, wait: Wait | null, today: Day): string {
  const { state, next, because } = standing
  if (!next) return state === 'closed' || state === 'retired' || state === 'parked' ? 'nothing more' : nothingWords(because)
  if (next.step === 'park') return `${nothingWords(because)}; at rest from ${nearDay(next.on, today)}`
  if (!isIdle(standing))
    return coming(withReasons(seenAct(next), standing), state === 'silent' && next.on > today && next.attempt === 1, today)
  const counted = wait ? ` (${wait.from} + ${String(wait.plus)} business ${wait.plus === 1 ? 'day' : 'days'})` : ''
  return `nothing until ${next.at === null ? nearDay(next.on, today) : whenWords(seenAct(next), today)}${counted}`
}

/** An act of mine; one that `hangs` on their silence says so rather than which try it is. */
function coming(next: Parameters<typeof nextWords>[0], hangs: boolean, today: Day): string {
  return hangs ? `${nextWords({ ...next, of: 1 }, today, 'my hours only')}, if nothing is heard` : nextWords(next, today, 'my hours only')
}

/** A next act with hours on my clock too; where nobody worked those out, they count as the same. */
function seenAct(next: NextAct | SeenAct): SeenAct {
  if ('atHere' in next) return next
  return { ...next, window: next.window && { ...next.window, on: next.on, here: null }, atHere: null, missed: null }
}
