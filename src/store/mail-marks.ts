import type { KeptMark } from '../model/store.js'
import type { Connection } from './connect.js'

// Neither truth nor cache: without it the mail of the last months is looked at once more, and what is known is known by its Message-ID.

/** How far a folder was read; null = never, or what is kept cannot be read. `place` names account and folder. */
export function mailMarkOf(connection: Connection, place: string): KeptMark | null {
  const row = connection.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', keyOf(place))
  if (!row) return null
  const { validity, next, at } = JSON.parse(row.value) as Partial<KeptMark>
  return typeof validity === 'string' && typeof next === 'number' && typeof at === 'string' ? { validity, next, at } : null
}

/** Keeps how far a folder was read; inside the write transaction. */
export function keepMailMark(connection: Connection, place: string, mark: KeptMark): void {
  connection.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    keyOf(place),
    JSON.stringify(mark),
  )
}

function keyOf(place: string): string {
  return `mail ${place}`
}
