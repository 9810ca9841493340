import type { Ending } from '../../model/opportunity.js'
import type { CaseFile } from '../../model/store.js'

/** How the person said it ended; null where they did not, as after a no. */
export function endingOf(file: CaseFile | null): Ending | null {
  const last = file?.facts.findLast((fact) => fact.kind === 'closed' || fact.kind === 'reopened')
  return last?.kind === 'closed' ? last.data.as : null
}
