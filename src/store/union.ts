import type { Compared, Merged } from '../model/exchange.js'
import type { OpportunityId } from '../model/opportunity.js'
import { isProblem, Problem } from '../problem.js'
import type { Tools } from './cases.js'
import type { Connection } from './connect.js'
import { insertRow } from './facts.js'
import { isForgotten } from './forgotten.js'
import { codeOf } from './place.js'
import type { ReceivedRow } from './received.js'

/** What facts from elsewhere are to this store, with nothing changed. Throws Problem('failed') for the first that cannot be merged. */
export function compareFacts(connection: Connection, incoming: Iterable<ReceivedRow>): Compared {
  const counts = { fresh: 0, known: 0, forgotten: 0, opening: 0 }
  for (const one of incoming) {
    const standing = standingOf(connection, one)
    counts[standing] += 1
    if (standing === 'fresh' && one.kind === 'opened') counts.opening += 1
  }
  return counts
}

/**
 * Adds the facts that are not there, inside the caller's transaction, puts all into the order that a set of facts has by itself, and has every cache made anew.
 * Throws Problem('failed') for the first that cannot be merged.
 */
export function mergeFacts(tools: Tools, incoming: Iterable<ReceivedRow>, rebuild: (tools: Tools) => void): Merged {
  const { connection } = tools
  const before = handlesIn(connection)
  const twice = doubledIn(connection)
  const counts = { fresh: 0, known: 0, forgotten: 0, opening: 0 }
  for (const one of incoming) {
    const standing = standingOf(connection, one)
    counts[standing] += 1
    if (standing !== 'fresh') continue
    insertRow(connection, one)
    if (one.kind === 'opened') counts.opening += 1
  }
  if (putInOrder(connection) || counts.fresh > 0) rebuilt(() => rebuild(tools))
  const after = [...handlesIn(connection)]
  return {
    ...counts,
    opened: after.flatMap(([id, handle]) => (before.has(id) ? [] : [{ id, handle }])),
    renamed: after.flatMap(([id, to]) => {
      const from = before.get(id)
      return from === undefined || from === to ? [] : [{ id, from, to }]
    }),
    doubled: [...doubledIn(connection)].flatMap(([email, name]) => (twice.has(email) ? [] : [name])),
  }
}

type Standing = 'fresh' | 'known' | 'forgotten'

function standingOf(connection: Connection, { id, checksum, line }: ReceivedRow): Standing {
  const here = connection.get<{ checksum: string }>('SELECT checksum FROM fact WHERE id = ?', id)?.checksum
  if (here === checksum) return 'known'
  if (isForgotten(connection, id)) return here === undefined ? 'forgotten' : 'known'
  if (here === undefined) return 'fresh'
  throw new Problem('failed', `Line ${String(line)} tells otherwise of a fact that is on record here (${id.slice(-8)}).`, {
    hint: 'Nothing was merged. If somebody was forgotten there, forget them here too, and merge again.',
    code: 'fact-differs',
  })
}

/**
 * Puts the facts into the order that a set of facts has by itself; true when they stood otherwise. Commands go by the last id of theirs, for that is one above
 * all that were there when it was recorded, while the first may have been chosen long before; within a command its first fact leads.
 */
function putInOrder(connection: Connection): boolean {
  if (connection.get(`SELECT 1 FROM (SELECT seq, lag(seq) OVER ${ORDER}) WHERE place > seq LIMIT 1`) === undefined) return false
  connection.db.exec(`INSERT INTO door (open) VALUES (1);
    UPDATE fact SET seq = -p.place FROM (SELECT seq AS was, row_number() OVER ${ORDER}) p WHERE p.was = fact.seq AND p.place <> fact.seq;
    UPDATE fact SET seq = -seq WHERE seq < 0;
    DELETE FROM door;`)
  return true
}

const ORDER = `(ORDER BY last, command, id <> command, id) AS place
  FROM (SELECT seq, id, command, max(id) OVER (PARTITION BY command) AS last FROM fact)`

// Each fact is sound by itself; what they say together was never judged before.
function rebuilt(rebuild: () => void): void {
  try {
    rebuild()
  } catch (error) {
    if ((isProblem(error) && error.kind === 'store') || codeOf(error).startsWith('SQLITE')) throw error
    throw new Problem('failed', 'What these facts say together cannot be judged.', {
      hint: 'Nothing was merged; export the facts once more, and copy the file as it is.',
      code: 'facts-unfit',
      cause: error,
    })
  }
}

function handlesIn(connection: Connection): Map<OpportunityId, string> {
  const rows = connection.all<{ id: OpportunityId; handle: string }>('SELECT id, handle FROM opportunity ORDER BY handle')
  return new Map(rows.map(({ id, handle }) => [id, handle]))
}

// By their mail address, which is one person everywhere.
function doubledIn(connection: Connection): ReadonlyMap<string, string> {
  const rows = connection.all<{ email: string; name: string }>(
    'SELECT email, min(name) AS name FROM contact WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1',
  )
  return new Map(rows.map(({ email, name }) => [email, name]))
}
