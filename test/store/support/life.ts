import type { Instant } from '../../../src/model/day.js'
import type { FactDraft } from '../../../src/model/fact.js'
import type { FactId } from '../../../src/model/opportunity.js'
import type { StoreRules } from '../../../src/model/store.js'
import { cacheLines } from '../../../src/store/caches.js'
import type { Tools } from '../../../src/store/cases.js'
import { recordFacts, type Pen } from '../../../src/store/record.js'
import { memoryStore } from '../../../src/store/session.js'
import { plainRules } from './rules.js'
import { ids, instants } from './scene.js'
import { draftsOf, type Step } from './steps.js'

/** A store in memory, and what happens in it step after step. */
export interface Life {
  readonly tools: Tools
  readonly pen: () => Pen
  /** Records the step, and returns what it recorded. */
  readonly play: (step: Step) => readonly FactDraft[]
  readonly caches: () => readonly string[]
}

/** A life in which nothing has happened; its clock stands still where it is told to. */
export function life(now: () => Instant = instants(), rules: StoreRules = plainRules()): Life {
  const connection = memoryStore()
  const tools = { connection, rules }
  const [newId, late] = [ids(), ids()]
  const commands: FactId[][] = []
  const opened: string[] = []
  const pen = (): Pen => ({ newId, recorded: now() })
  return {
    tools,
    pen,
    play: (step) => {
      const drafts = draftsOf(step, { commands, opened, late })
      if (drafts.length === 0) return []
      const { facts } = recordFacts(tools, drafts, pen())
      commands.push(facts.map((fact) => fact.id))
      for (const fact of facts) if (fact.kind === 'opened' && fact.opportunity) opened.push(fact.opportunity)
      return drafts
    },
    caches: () => [...cacheLines(connection)],
  }
}
