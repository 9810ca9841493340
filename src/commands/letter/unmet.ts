import type { Day } from '../../model/day.js'
import type { LetterFacts } from '../../model/letter.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { timeline } from '../../rules/timeline.js'
import { withThem } from './facts.js'
import type { Writing } from './writing.js'
import { talksIn } from './occasion.js'

/** Whether no talk was held, or the reader was at none of which it is known who was there; with whom I talked instead, and when. */
export function unmetIn({ row, file, to, at }: Pick<Writing, 'row' | 'file' | 'to' | 'at'>): Pick<LetterFacts, 'unmet' | 'talkedWith'> {
  const today = at.slice(0, 10) as Day
  const talks = talksIn(timeline(file.facts, row.outlook.zone), at)
  const last = talks.at(-1)
  if (last?.fact.kind !== 'interviewed') return { unmet: true, talkedWith: null }
  if (to === null || talks.some(({ fact }) => withThem(fact, to))) return { unmet: false, talkedWith: null }
  const names = last.fact.data.contacts.flatMap((id) => row.contacts.find((one) => one.id === id)?.name ?? [])
  const [end, ...before] = [...names].reverse()
  const who = before.length === 0 ? end : `${before.reverse().join(', ')} and ${end ?? ''}`
  return { unmet: true, talkedWith: who === undefined ? null : `${who} ${spokenDay(last.day, today)}` }
}
