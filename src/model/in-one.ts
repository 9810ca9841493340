import type { StepName } from './act.js'
import { inARow } from './in-a-row.js'

/** 'in one letter with acme-2': said of an act that is one message with the next acts of others, by handle; '' where there are none. */
export function inOneWith(step: StepName | undefined, others: readonly string[]): string {
  return others.length === 0 ? '' : `in one ${step === 'call' ? 'call' : 'letter'} with ${inARow(others)}`
}
