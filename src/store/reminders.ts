import type { Day, Instant } from '../model/day.js'
import type { Reminder, ReminderClaim, ReminderRun } from '../model/reminders.js'
import type { Connection } from './connect.js'

/** Claims what nobody said; inside the write transaction. */
export function claimReminders(
  connection: Connection,
  wanted: readonly Reminder[],
  { day, ever, now }: { readonly day: Day; readonly ever: boolean; readonly now: Instant },
): ReminderClaim {
  freeAbandoned(connection, now)
  const id = Number(connection.db.prepare('INSERT INTO reminder_run (at, said, ended) VALUES (?, 0, 0)').run(now).lastInsertRowid)
  const said = ever
    ? 'SELECT 1 AS found FROM reminded WHERE opportunity = ? AND mark = ?'
    : 'SELECT 1 AS found FROM reminded WHERE opportunity = ? AND mark = ? AND day = ?'
  const fresh = wanted.filter(({ opportunity, mark }) => !connection.get(said, opportunity, mark, ...(ever ? [] : [day])))
  for (const { opportunity, mark } of fresh.flatMap((one) => [one, ...one.along]))
    connection.run('INSERT OR IGNORE INTO reminded (day, opportunity, mark, run) VALUES (?, ?, ?, ?)', day, opportunity, mark, id)
  return { run: id, fresh }
}

/** Ends a run; with a fault what it claimed is free again. Old runs and marks go. */
export function settleReminders(
  connection: Connection,
  id: number,
  { said, fault, day }: { readonly said: number; readonly fault: string | null; readonly day: Day },
): void {
  connection.run('UPDATE reminder_run SET ended = 1, said = ?, fault = ? WHERE id = ?', said, fault, id)
  if (fault !== null) connection.run('DELETE FROM reminded WHERE run = ?', id)
  connection.run("DELETE FROM reminded WHERE day < date(?, '-400 days')", day)
  connection.run('DELETE FROM reminder_run WHERE id <= ? - 50', id)
}

/** Of these those that no look was given before. */
export function notLookedAt<One extends Looked>(connection: Connection, wanted: readonly One[]): readonly One[] {
  const rows = connection.all<Looked>('SELECT opportunity, mark FROM reminded WHERE run = ?', aLook)
  const seen = new Set(rows.map(keyOf))
  return wanted.filter((one) => !seen.has(keyOf({ ...one, mark: looked(one.mark) })))
}

/** Keeps that they were looked at; inside the write transaction, in which it is asked once more. */
export function keepLook<One extends Looked>(connection: Connection, wanted: readonly One[], day: Day): readonly One[] {
  const fresh = notLookedAt(connection, wanted)
  for (const { opportunity, mark } of fresh)
    connection.run(
      'INSERT OR IGNORE INTO reminded (day, opportunity, mark, run) VALUES (?, ?, ?, ?)',
      day,
      opportunity,
      looked(mark),
      aLook,
    )
  connection.run("DELETE FROM reminded WHERE day < date(?, '-400 days')", day)
  return fresh
}

/** The number that no run of the reminders has; the marks of looks differ from theirs, too. */
const aLook = -1
type Looked = Omit<Reminder, 'along'>

function looked(mark: string): string {
  return `look ${mark}`
}

function keyOf({ opportunity, mark }: Looked): string {
  return `${opportunity} ${mark}`
}

/** The latest run that ended, or was cut off. */
export function lastReminder(connection: Connection, now: Instant): ReminderRun | null {
  const row = connection.get<{ at: Instant; said: number; ended: number; fault: string | null }>(
    `SELECT at, said, ended, fault FROM reminder_run WHERE ended = 1 OR ${abandoned} ORDER BY id DESC LIMIT 1`,
    now,
  )
  return row ? { ...row, ended: row.ended === 1 } : null
}

// A clock set back leaves runs in the future: those are cut off too.
const abandoned = 'abs(unixepoch(at) - unixepoch(?)) > 600'

function freeAbandoned(connection: Connection, now: Instant): void {
  connection.run(`DELETE FROM reminded WHERE run IN (SELECT id FROM reminder_run WHERE ended = 0 AND ${abandoned})`, now)
}
