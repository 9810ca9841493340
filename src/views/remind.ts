import type { Digest } from '../commands/remind.js'
import { clock, longDay, shortDay } from './day-words.js'
import { capital, rows, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted, hoursAfterToday, rowPhrase, sinceWords, withReasons } from './phrases.js'
import type { Screen } from './screen.js'
import { inOneWith } from '../model/in-one.js'
import { stateWords } from '../model/vocabulary.js'
import type { Seen } from '../commands/standing/seen.js'

/** The digest for a mail, a notice or a terminal; nothing at all when there is nothing to say. */
export function remindView(digest: Digest, screen: Screen): string {
  const lines = digest.due.length === 0 || digest.delivered ? [] : digest.discreet ? discreetly(digest) : openly(digest, screen)
  const all = [...lines, ...digest.notes.flatMap((note) => paragraph(note, screen))]
  return all.length === 0 ? '' : page(all)
}

function openly({ asOf, due }: Digest, screen: Screen): readonly string[] {
  const act = (one: Seen): string => (one.next ? rowPhrase(withReasons(one.next, one), asOf) : stateWords[one.state])
  const head = `followup, ${screen.plain ? longDay(asOf) : shortDay(asOf, asOf)}: ${String(due.length)} to do`
  const shown = due.slice(0, most)
  const more = due.length - shown.length
  const rest = more > 0 ? `and ${String(more)} more: followup due` : null
  if (screen.plain)
    return [
      head,
      ...shown.map((one) =>
        sentences([
          one.handle,
          capital(act(one)),
          capital(sinceWords(one, asOf)),
          capital(inOneWith(one.next?.step, one.together)),
          capital(hoursAfterToday(one.next, asOf)),
        ]),
      ),
      ...(rest ? [capital(rest)] : []),
    ]
  return [
    head,
    ...rows(
      shown.map((one) => {
        const hours = hoursAfterToday(one.next, asOf)
        const below = [inOneWith(one.next?.step, one.together), hours].filter((words) => words !== '').join('; ')
        return { name: one.handle, act: act(one), reason: (hours === '' ? hoursOf(one) : null) ?? sinceWords(one, asOf), below }
      }),
      screen,
    ),
    ...(rest ? [`  ${rest}`] : []),
  ]
}

/** For a screen that others see. */
function discreetly({ due }: Digest): readonly string[] {
  const ends = due.flatMap(({ next }) => next?.window?.here?.to ?? next?.window?.to ?? [])
  const first = ends.sort()[0]
  return [`${counted(due.length, 'thing')} today${first === undefined ? '' : `, the first before ${clock(first)}`}`]
}

// Rows of a mail or a notice.
const most = 20

// Only a call has its hour.
function hoursOf({ next }: Seen): string | null {
  const hours = next?.step === 'call' ? (next.window?.here ?? next.window) : null
  return hours ? `${clock(hours.from)}-${clock(hours.to)}` : null
}
