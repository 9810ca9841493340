import type { Connection } from './connect.js'
import { digest } from './digest.js'

/** Keeps in mind that these facts were forgotten, or lost what they said of somebody: not what they were, only a digest of their ids, so that no merge brings them back. */
export function rememberForgotten(connection: Connection, ids: readonly string[]): void {
  for (const id of ids) connection.run("INSERT INTO meta (key, value) VALUES (?, '') ON CONFLICT (key) DO NOTHING", keyOf(id))
}

/** Whether a fact was forgotten here, or was rewritten without somebody who was. */
export function isForgotten(connection: Connection, id: string): boolean {
  return connection.get('SELECT 1 AS one FROM meta WHERE key = ?', keyOf(id)) !== undefined
}

function keyOf(id: string): string {
  return `forgotten ${digest(id)}`
}
