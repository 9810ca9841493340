import type { CaseFile } from '../model/store.js'
import { findLonely, gather, type Tools } from './cases.js'
import { batches, type LivingOpening } from './judging.js'

/** Hands out every case file, in order of opening; only a bounded number of them is in memory at a time. */
export function eachCase(tools: Tools, visit: (file: CaseFile) => void): void {
  const { connection } = tools
  const lonely = findLonely(connection)
  for (const batch of batches<LivingOpening>(connection, HANDLES)) {
    for (const { id, handle } of batch) {
      const file = gather(tools, id, { handle, lonely })
      if (file) visit(file)
    }
  }
}

const HANDLES = "SELECT o.seq, o.id, o.handle, '' AS given, o.opened FROM opportunity o WHERE o.seq > ? ORDER BY o.seq LIMIT ?"
