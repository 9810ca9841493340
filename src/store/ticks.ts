import type { Day } from '../model/day.js'
import type { Tick } from '../model/reminders.js'
import type { Connection } from './connect.js'

// They lie with what reminders have said, for they too are neither truth nor cache: without them it is asked once more.
const words = { open: 'ticked ', denied: 'denied ' } as const

/** What was ticked in a calendar and is not on record here. */
export function ticksOf(connection: Connection): readonly Tick[] {
  const rows = connection.all<{ opportunity: string; mark: string }>(
    "SELECT opportunity, mark FROM reminded WHERE mark LIKE 'ticked %' OR mark LIKE 'denied %' ORDER BY mark",
  )
  return rows.map(({ opportunity, mark }) => ({
    opportunity,
    uid: mark.slice(words.open.length),
    denied: mark.startsWith(words.denied),
  }))
}

/** Keeps these ticks, and no others; inside the write transaction. */
export function keepTicks(connection: Connection, ticks: readonly Tick[], day: Day): void {
  connection.run("DELETE FROM reminded WHERE mark LIKE 'ticked %' OR mark LIKE 'denied %'")
  for (const { opportunity, uid, denied } of ticks) {
    const mark = (denied ? words.denied : words.open) + uid
    connection.run('INSERT OR IGNORE INTO reminded (day, opportunity, mark, run) VALUES (?, ?, ?, 0)', day, opportunity, mark)
  }
}
