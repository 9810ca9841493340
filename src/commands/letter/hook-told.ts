import type { Fact } from '../../model/fact.js'
import { Problem } from '../../problem.js'
import { rememberedIn } from './facts.js'

/** The recorded words of something talked about, told by its number among all of them or in words. Throws Problem('usage') for a number that is none. */
export function hookTold(facts: readonly Fact[], told: string): string {
  const { hooks } = rememberedIn(facts)
  const hook = /^\d+$/.test(told) ? hooks[Number(told) - 1] : told.trim()
  if (hook !== undefined && hook !== '') return hook
  const says =
    hooks.length === 0 ? 'Nothing you talked about is on record.' : `There are ${String(hooks.length)} hooks, and ${told} is none of them.`
  throw new Problem('usage', says, {
    hint: hooks.map((one, index) => `${String(index + 1)}: ${one}`).join('; ') || 'followup debrief keeps them.',
    code: 'hook',
  })
}
