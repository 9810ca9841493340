import type { LetterStep } from '../model/playbook.js'
import { plainAct } from './acts.js'
import type { Prospect } from './acts.js'
import { actDay, addBusinessDays } from './days.js'
import type { Chase } from './pursuit.js'

/**
 * A few lines that keep a door open after a no, one after the other, once the person has chosen that playbook; a machine is not replied to. Days are
 * counted from the no; after a letter that was late, so that less than half the wait to the next is left, from that letter, so that they stay as far apart.
 */
export function doorChase({ now, means }: Prospect): Chase | null {
  const isFit = (step: LetterStep): boolean => step.letter !== 'rejection-reply' || now.closed?.by !== 'machine'
  const steps = means.playbook.steps.filter((step): step is LetterStep => step.act === 'letter' && step.after === 'no' && isFit(step))
  const count = now.afterNo.length
  const step = steps[count]
  if (!now.closed || !step || !means.letters || !means.lead) return null
  const dayOf = (from: NonNullable<Chase['from']>) => actDay(addBusinessDays(from.day, from.plus, means.calendar), means.calendar)
  const planned = { day: now.closed.on, plus: step.wait, what: 'the no' }
  const [before, last] = [steps[count - 1], now.afterNo.at(-1)]
  const wait = before ? step.wait - before.wait : 0
  const isLate = last !== undefined && addBusinessDays(last, Math.ceil(wait / 2), means.calendar) > dayOf(planned)
  const from = isLate ? { day: last, plus: wait, what: 'your last touch' } : planned
  const act = plainAct(step.letter, dayOf(from))
  return { act: { ...act, channel: step.channel, contact: means.lead.id, window: step.hours, rule: step.id }, from }
}
