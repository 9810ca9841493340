import type { Entry, PersonTold } from './entry.js'
import { printOf } from './marks.js'

/** What several rows say of the same opportunity: interviews, people and notes of all, how it ended by the last that says it, all else by the first. */
export function joined([first, ...more]: readonly [Entry, ...(readonly Entry[])]): Entry {
  if (more.length === 0) return first
  const rows = [first, ...more]
  const said = <K extends keyof Entry>(key: K): Entry[K] => rows.find((one) => one[key] !== null)?.[key] ?? first[key]
  const people = new Map<string, PersonTold>()
  for (const person of rows.flatMap((one) => one.people)) if (!people.has(person.name)) people.set(person.name, person)
  const days = new Map(rows.flatMap((one) => one.interviews).map((day) => [`${day.day} ${day.time ?? ''}`, day]))
  return {
    ...first,
    lines: rows.flatMap(({ lines }) => lines),
    print: printOf(rows.map(({ print }) => print)),
    began: said('began'),
    interviews: [...days.values()],
    undated: days.size > 0 ? [] : rows.flatMap(({ undated }) => undated),
    stage: said('stage'),
    ending: rows.findLast((one) => one.ending !== null)?.ending ?? null,
    endedOn: rows.findLast((one) => one.endedOn !== null)?.endedOn ?? null,
    people: [...people.values()],
    described: rows.reduceRight((all, { described }) => Object.assign(all, described), {} as Entry['described']),
    handle: said('handle'),
    notes: rows.flatMap(({ notes }) => notes),
  }
}
