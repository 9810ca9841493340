import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../problem.js'
import type { Connection } from './connect.js'
import { applicationId } from './place.js'

/** The schema that this program writes: the number of the newest file in data/schema. */
export const schemaVersion = 1

/** Throws Problem('store') for a schema newer than ours. */
export function requireKnown(schema: number, path: string, version: string): void {
  if (schema <= schemaVersion) return
  const hint = `Nothing was changed; this is followup ${version}, which knows schema ${schemaVersion}: install a newer one.`
  throw new Problem('store', `${path} was written by a newer followup (schema ${schema})`, { hint, code: 'store-newer' })
}

/** Throws Problem('store') when tables, triggers or views are not exactly those of the schema. */
export function requireStructure(connection: Connection, schema: number, path: string): void {
  requireText(structureOf(connection), schema, path)
}

/** The same for a structure that was read already. */
export function requireText(structure: string, schema: number, path: string): void {
  if (structure === structureOfSchema(schema)) return
  const hint = 'It was not touched; bring a backup back with "followup restore", or give another store with --db.'
  throw new Problem('store', `${path} does not have the structure of a followup store`, { hint, code: 'store-structure' })
}

/** Every definition in the database, in a fixed order, as one text. */
export function structureOf(connection: Connection): string {
  const row = connection.get<{ text: string | null }>(STRUCTURE)
  return row?.text ?? ''
}

/** Runs the migrations after `from`, inside the caller's transaction. */
export function migrate(connection: Connection, from: number): void {
  for (const { version, name } of migrations()) {
    if (version <= from) continue
    connection.db.exec(readFileSync(join(folder, name), 'utf8'))
    connection.db.pragma(`user_version = ${version}`)
  }
  connection.db.pragma(`application_id = ${applicationId}`)
}

/** The schema number of an open database. */
export function schemaOf(connection: Connection): number {
  return connection.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}

/** What `structureOf` says of an untouched store of that schema, as data/schema/NNN.structure has it; null for a schema that never was. */
function structureOfSchema(schema: number): string | null {
  try {
    return readFileSync(join(folder, `${String(schema).padStart(3, '0')}.structure`), 'utf8').trimEnd()
  } catch {
    return null
  }
}

const folder = join(import.meta.dirname, '..', '..', 'data', 'schema')

const STRUCTURE = `SELECT group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), char(10)) AS text
  FROM (SELECT type, name, sql FROM sqlite_master ORDER BY name)`

function migrations(): readonly { readonly version: number; readonly name: string }[] {
  const files = readdirSync(folder).filter((name) => /^\d{3}-.*\.sql$/.test(name))
  return files.sort().map((name) => ({ version: Number(name.slice(0, 3)), name }))
}
