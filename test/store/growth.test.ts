import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ContactId } from '../../src/model/opportunity.js'
import { agendaAt, countOpen } from '../../src/store/agenda.js'
import type { Connection } from '../../src/store/connect.js'
import { rowsWith } from '../../src/store/lookup.js'
import { memoryStore } from '../../src/store/session.js'
import { plainRules } from './support/rules.js'

const few = 400
const many = 40_000

describe('a store with a hundred times as many opportunities', () => {
  let small: Connection
  let large: Connection
  beforeAll(() => {
    small = filled(few)
    large = filled(many)
  })
  afterAll(() => {
    for (const { db } of [small, large]) db.close()
  })

  it.each<[string, (connection: Connection) => unknown]>([
    [
      'shows what is due',
      (connection) => agendaAt(connection, { at, lists: ['due', 'upcoming', 'waiting'], limit: 10, most: 50, totals: true }),
    ],
    ['counts what is due', (connection) => agendaAt(connection, { at, lists: ['due'], limit: 0, most: 50 })],
    ['counts what is open', (connection) => countOpen(connection, 50)],
    ['finds where somebody is known', (connection) => rowsWith({ connection, rules: plainRules() }, 'contact-7' as ContactId)],
  ])('%s as soon', (_, look) => {
    expect(look(large)).not.toEqual(look(filled(0)))
    const [here, there] = [small, large].map((connection) => quickest(() => look(connection)))
    // Walking over what is there would take five to a hundred times as long; a machine that is busy with something else, twice.
    expect((there ?? 0) / (here ?? 1)).toBeLessThan(3)
  })
})

function at(): string {
  return '2026-03-09T09:00'
}

/** Milliseconds of the quickest of many runs. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** A store in memory with so many open opportunities, in three zones, on every shelf, and nobody known in more than one of them. */
function filled(count: number): Connection {
  const connection = memoryStore()
  connection.db.exec(`
    CREATE TEMP TABLE made AS WITH RECURSIVE n (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n LIMIT ${String(count)})
      SELECT seq, 'firm-' || seq AS handle, CASE seq % 3 WHEN 0 THEN 'Asia/Tokyo' WHEN 1 THEN 'Europe/Berlin' ELSE 'UTC' END AS zone,
        CASE seq / 3 % 4 WHEN 0 THEN 1 WHEN 1 THEN 6 WHEN 2 THEN 10 ELSE 11 END AS shelf FROM n WHERE ${String(count)} > 0;
    INSERT INTO opportunity SELECT seq, 'id-' || seq, handle, handle, handle, handle, NULL, 0, '[]', NULL, '2026-02-20T00:00:00Z', '[]', '{"phases":[]}', '' FROM made;
    INSERT INTO contact_opportunity SELECT 'contact-' || seq, seq FROM made;
    INSERT INTO agenda SELECT seq, 0, zone, shelf, CASE shelf WHEN 10 THEN 'upcoming' WHEN 11 THEN 'waiting' ELSE 'due' END, min(shelf, 9),
      CASE WHEN shelf < 10 THEN '2026-03-02' ELSE '2026-04-01' END, handle, '', CASE WHEN shelf < 10 THEN '9999' ELSE '2026-04-01' END,
      CASE shelf WHEN 6 THEN 'silent' ELSE 'waiting' END FROM made;
    DROP TABLE made`)
  return connection
}
