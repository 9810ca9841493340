import type { Day } from '../../model/day.js'
import type { FactOf } from '../../model/fact.js'
import { letterIs } from '../../model/kinds.js'
import { phaseAt } from '../../rules/assess.js'
import { daysBetween, longDay } from '../../rules/days.js'
import { isOffered, offerIn } from '../../rules/offers.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { isBounced } from './before.js'
import { withThem } from './facts.js'
import { isForAnotherTime } from './occasion.js'
import type { Writing } from './writing.js'

/** What is good to know before a letter leaves, a sentence each: that one went already, that they are away, that their day has passed. */
export function notesBefore(writing: Writing, day: Day | null): readonly string[] {
  const today = writing.at.slice(0, 10) as Day
  const notes = [thanked(writing), early(writing, today), away(writing, today), late(writing, today), dayToName(writing, day)]
  return [...notes, ...beforeAccept(writing, today)].filter((note) => note !== null)
}

/** That their time is not up yet, where the letter is to remind them and comes later; null where it does not. */
function early(writing: Writing, today: Day): string | null {
  const { row, letter, at } = writing
  const { court, next } = phaseAt(row.outlook, at)
  if (court !== 'theirs' || !next || next.since <= today || !letterIs(letter, 'chases') || isForAnotherTime(writing)) return null
  return `It is still their time: what comes next is due on ${longDay(next.since)}, and is better sent then.`
}

/** That a thank-you to the same person went since the two last met; null where none did. */
export function thanked({ row, file, letter, to, at }: Writing): string | null {
  if (letter !== 'thank-you' || to === null) return null
  const last = file.facts.findLastIndex((fact) => withThem(fact, to))
  const went = file.facts
    .slice(last + 1)
    .find(
      (fact): fact is FactOf<'sent'> =>
        fact.kind === 'sent' && fact.data.letter === letter && fact.data.contact === to && !isBounced(fact, file.facts),
    )
  if (went === undefined) return null
  const name = row.contacts.find((one) => one.id === to)?.name ?? 'them'
  return `A thank-you to ${name} went ${spokenDay(went.at.day, at.slice(0, 10) as Day)}, and one for each talk is enough.`
}

function away({ row, file, to }: Writing, today: Day): string | null {
  const until = file.facts.reduce<Day | null>((day, fact) => {
    if (fact.kind === 'held') return fact.data.contact === to ? fact.data.until : day
    if (fact.kind !== 'heard' || fact.data.kind !== 'out-of-office') return day
    return fact.data.contact === to ? (fact.data.until ?? day) : day
  }, null)
  const name = row.contacts.find((one) => one.id === to)?.name
  if (until === null || until <= today || name === undefined) return null
  return `${name} is away and back on ${longDay(until)}; until then it lies in a full inbox.`
}

function late({ row, file, letter, noCalls }: Writing, today: Day): string | null {
  const day = offerIn(file.facts)?.respondBy
  if ((letter !== 'accept' && letter !== 'extension') || day === undefined || day >= today) return null
  const days = daysBetween(day, today)
  const says = `They wanted your answer by ${longDay(day)}, ${days === 1 ? 'yesterday' : `${String(days)} days ago`}.`
  return noCalls ? says : `${says} Ring first: followup call ${row.handle} --card`
}

/** Who asks for more time is believed with a day. */
function dayToName({ row, letter }: Writing, day: Day | null): string | null {
  return letter === 'extension' && day === null
    ? `It is easier granted with a day: followup letter ${row.handle} extension --day DAY`
    : null
}

/** What a yes had better be clear about: their conditions, what is still to be asked, and a night's sleep. */
function beforeAccept({ file, letter }: Writing, today: Day): readonly string[] {
  const terms = letter === 'accept' ? offerIn(file.facts) : null
  if (terms === null) return []
  const { conditions = [], questions = [] } = terms
  const first = file.facts.find((fact) => isOffered([fact]))
  return [
    ...(conditions.length === 0 ? [] : [`It hangs on ${conditions.join(' and ')}; give nothing up before that is cleared.`]),
    ...(questions.length === 0 ? [] : [`You meant to ask first: ${questions.join('; ')}.`]),
    ...(first?.at.day === today ? ["The offer came today; a night's sleep costs nothing."] : []),
  ]
}
