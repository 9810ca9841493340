import type { Debrief, FactDraft, FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import type { DebriefArgs } from './words.js'

/** The facts that put one look back in the place of all before it: what is said anew replaces what was said to the same question, the rest stays. */
export function lookAnew(world: Needs<'store' | 'clock'>, row: OpportunityRow, said: Debrief): readonly FactDraft[] {
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const before = facts.filter((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed')
  const { assistant, ...rest } = { ...before.map((fact) => fact.data).reduce(joined, {}), ...said }
  const data = { ...rest, ...(assistant === undefined || isNone(assistant) ? {} : { assistant }) }
  // At its old place among the facts: a doubt that was talked over since stays so.
  const at = said.landings ? world.clock.moment : (before.at(-1)?.at ?? world.clock.moment)
  const taken: readonly FactDraft[] =
    before.length === 0
      ? []
      : [{ opportunity: null, at: world.clock.moment, kind: 'retracted', data: { facts: before.map((fact) => fact.id) } }]
  return [...taken, { opportunity: row.id, at, kind: 'debriefed', data }]
}

/** The flags with what they take back: '-' and 'none' leave a list empty, and pay did not come up. */
export function takenBack(args: DebriefArgs): DebriefArgs {
  const { hook, cares, landing, pay } = args
  const list = (values: readonly string[] | undefined): readonly string[] | undefined => values?.filter((one) => !isNone(one))
  return Object.fromEntries(
    Object.entries({
      ...args,
      hook: list(hook),
      cares: list(cares),
      landing: list(landing),
      pay: pay !== undefined && isNone(pay) ? 'no' : pay,
    }).filter(([, value]) => value !== undefined),
  )
}

/** Whether a word takes an answer back. */
export function isNone(text: string): boolean {
  return /^(?:-|none)$/i.test(text.trim())
}

/** Later look backs add to the lists of earlier ones, but for the doubts, and replace the rest. */
function joined(earlier: Debrief, later: Debrief): Debrief {
  const both = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] => [
    ...new Set([...(one ?? []), ...(other ?? [])]),
  ]
  return { ...earlier, ...later, hooks: both(earlier.hooks, later.hooks), cares: both(earlier.cares, later.cares) }
}
