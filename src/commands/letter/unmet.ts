import type { Day, LocalTime } from '../../model/day.js'
import { callIs } from '../../model/kinds.js'
import type { LetterFacts } from '../../model/letter.js'
import type { ContactId } from '../../model/opportunity.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { timeline } from '../../rules/timeline.js'
import type { Event } from '../../rules/timeline.js'
import { withThem } from './facts.js'
import type { Writing } from './writing.js'
import { talksIn } from './occasion.js'

/** Whether there was a talk, at a table or by a call, with someone, as far as anybody recorded; with anybody for null. */
export function haveSpoken(events: readonly Event[], at: LocalTime, to: ContactId | null): boolean {
  return callsWith(events, to).length > 0 || talksIn(events, at).some(({ fact }) => to === null || withThem(fact, to))
}

/** The calls in which something was talked over with someone; with anybody for null. */
export function callsWith(events: readonly Event[], to: ContactId | null): readonly Event[] {
  return events.filter(
    ({ fact: { kind, data } }) =>
      kind === 'called' && callIs(data.outcome, 'talk') && (to === null || data.contact === null || data.contact === to),
  )
}

/** Whether no talk was held, or the reader was at none of which it is known who was there; with whom I talked instead, and when. */
export function unmetIn({ row, file, to, at }: Pick<Writing, 'row' | 'file' | 'to' | 'at'>): Pick<LetterFacts, 'unmet' | 'talkedWith'> {
  const today = at.slice(0, 10) as Day
  const events = timeline(file.facts, row.outlook.zone)
  if (haveSpoken(events, at, to)) return { unmet: false, talkedWith: null }
  const last = talksIn(events, at).at(-1)
  if (last?.fact.kind !== 'interviewed') return { unmet: true, talkedWith: null }
  const names = last.fact.data.contacts.flatMap((id) => row.contacts.find((one) => one.id === id)?.name ?? [])
  const [end, ...before] = [...names].reverse()
  const who = before.length === 0 ? end : `${before.reverse().join(', ')} and ${end ?? ''}`
  return { unmet: true, talkedWith: who === undefined ? null : `${who} ${spokenDay(last.day, today)}` }
}
