import type { FactOf } from '../model/fact.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, type FactRow } from './facts.js'

/** Brings the table `retracted` up to date; returns the seqs of the facts that were taken back or came back. */
export function refreshRetracted(connection: Connection): readonly number[] {
  const before = new Set(connection.all<{ fact: number }>('SELECT fact FROM retracted').map((row) => row.fact))
  const after = retractedNow(connection)
  const gone = [...after].filter((seq) => !before.has(seq))
  const back = [...before].filter((seq) => !after.has(seq))
  for (const seq of gone) connection.run('INSERT INTO retracted (fact) VALUES (?)', seq)
  for (const seq of back) connection.run('DELETE FROM retracted WHERE fact = ?', seq)
  return [...gone, ...back]
}

/** All retractions, in order of recording: that of their ids, whichever machines they come from. */
export function retractions(connection: Connection): readonly { readonly seq: number; readonly fact: FactOf<'retracted'> }[] {
  const rows = connection.all<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.kind = 'retracted' ORDER BY f.id`)
  return rows.map((row) => ({ seq: row.seq, fact: factOf(row) as FactOf<'retracted'> }))
}

// A retraction only names facts recorded before it, so from the newest to the oldest each one's own fate is known when it is met.
function retractedNow(connection: Connection): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { seq, fact } of [...retractions(connection)].reverse()) {
    if (taken.has(seq)) continue
    for (const id of fact.data.facts) {
      const target = id < fact.id ? connection.get<{ seq: number }>('SELECT seq FROM fact WHERE id = ?', id) : undefined
      if (target) taken.add(target.seq)
    }
  }
  return taken
}
