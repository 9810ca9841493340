import type { Carried, Exchange } from '../model/exchange.js'
import { Problem } from '../problem.js'
import type { Tools } from './cases.js'
import { checksumOf, factColumns, factOf, type FactRow } from './facts.js'
import { laidAside } from './received.js'
import { compareFacts, mergeFacts } from './union.js'

/** The inside of a store, a transaction at a time; `rebuild` makes every cache anew. */
export interface Inside {
  readonly read: <T>(work: (tools: Tools) => T) => T
  readonly write: <T>(work: (tools: Tools) => T) => T
  readonly rebuild: (tools: Tools) => void
}

/** The facts of a store as they leave it, and as others come in. */
export function exchangeOf({ read, write, rebuild }: Inside): Exchange {
  return {
    after: (id, limit) => read(({ connection }) => connection.all<SummedRow>(AFTER, id, limit).map(carried)),
    receive: (incoming) => {
      const { rows, drop } = laidAside(incoming)
      return {
        compare: () => read(({ connection }) => compareFacts(connection, rows())),
        merge: () => write((tools) => mergeFacts(tools, rows(), rebuild)),
        drop,
      }
    },
  }
}

interface SummedRow extends FactRow {
  readonly checksum: string
}

const AFTER = `SELECT ${factColumns}, f.checksum FROM fact f WHERE f.id > ? ORDER BY f.id LIMIT ?`

function carried(row: SummedRow): Carried {
  if (checksumOf(row) === row.checksum) return { fact: factOf(row), checksum: row.checksum }
  throw new Problem('store', `A fact (${row.kind}, ${row.day}) is not what was recorded`, {
    hint: '"followup doctor" says what to do; until then nothing can be exported whole.',
    code: 'store-damaged',
  })
}
