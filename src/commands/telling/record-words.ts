import type { Debrief, Fact, FactKind, FactOf, Introduction } from '../../model/fact.js'
import { letterWords } from '../../model/vocabulary.js'
import { dayWords } from '../typed/moments.js'
import { mainOf, sentenceOf } from './sentences.js'
import type { Telling } from './telling.js'
import { heardWords } from './touch-words.js'

/** All that one command put on record: what matters most as a sentence, then the rest of it ('the look back on acme: hooks, a doubt'). */
export function recordWords(facts: readonly Fact[], telling: Telling): string {
  const imported = facts.filter((fact) => fact.kind === 'opened' && fact.data.row !== undefined)
  if (imported.length > 0) return importedWords(imported.length, telling)
  const main = mainOf(facts)
  const named = main?.kind === 'heard' && main.data.kind === 'holding' ? facts.find((fact) => fact.kind === 'promised') : undefined
  const first = main?.kind === 'heard' && named ? heardWords(main, telling, named.data.day) : sentenceOf(facts, telling)
  const saysOffer = main?.kind === 'heard' && main.data.kind === 'offer'
  const rest = facts.filter((fact) => fact !== main && fact !== named && (fact.kind !== main?.kind || fact.kind === 'met'))
  const parts = [
    ...(main?.kind === 'debriefed' ? debriefWords(main.data) : []),
    ...rest.flatMap((fact) => (fact.kind === 'offered' && saysOffer ? ['its terms'] : partsOf(fact, telling))),
  ]
  if (parts.length === 0) return first
  return `${first}${main?.kind === 'debriefed' ? ': ' : '; with it '}${[...new Set(parts)].join(', ')}`
}

/** Of a table of many opportunities no single one says what it was. */
function importedWords(count: number, { company }: Telling): string {
  return count === 1 ? `${company}, imported` : `${String(count)} opportunities that were imported`
}

function partsOf(fact: Fact, telling: Telling): readonly string[] {
  const say = words[fact.kind] as ((fact: Fact, telling: Telling) => readonly string[]) | undefined
  return say ? say(fact, telling) : []
}

/** What goes with something weightier. */
const words: { readonly [K in FactKind]?: (fact: FactOf<K>, telling: Telling) => readonly string[] } = {
  opened: () => ['the opportunity'],
  met: ({ data }, telling) => metWords(data, telling),
  described: () => ['details'],
  debriefed: ({ data }) => ['the look back', ...debriefWords(data)],
  promised: ({ data }, { today }) => [`the day they named (${dayWords(data.day, today)})`],
  noted: () => ['a note'],
  rescheduled: () => ['the booking'],
  heard: () => ['what came in'],
  called: () => ['a call'],
  sent: ({ data }) => [`the ${letterWords[data.letter]}`],
  offered: () => ['the offer'],
  stopped: () => ['the stop'],
  closed: () => ['the closing'],
}

function metWords({ contact, name, phone, email, assistant }: Introduction, telling: Telling): readonly string[] {
  if (name !== undefined) return [name]
  const parts = [...(phone ? ['a number'] : []), ...(email ? ['an address'] : []), ...(assistant ? ['who answers the phone'] : [])]
  return parts.length > 0 ? parts : [`what is known of ${telling.name(contact)}`]
}

function debriefWords({ landings, hooks, cares, want, pay, reach, assistant }: Debrief): readonly string[] {
  const said: readonly (readonly [unknown, string])[] = [
    [hooks, 'hooks'],
    [cares, 'what they want'],
    [landings?.some((one) => one !== 'well'), 'a doubt'],
    [landings?.includes('well'), 'that it went well'],
    [pay, 'pay'],
    [reach, 'how to reach them'],
    [assistant, 'who answers the phone'],
    [want, 'whether you want it'],
  ]
  return said.flatMap(([given, word]) => (given ? [word] : []))
}
