import fc from 'fast-check'
import type { FactDraft } from '../../../src/model/fact.js'
import type { FactId } from '../../../src/model/opportunity.js'
import { dayAfter } from './rules.js'
import { draft, on } from './scene.js'

/** What may happen, as numbers: which opportunity, person, company or command is meant is worked out against what is there by then. */
export const anyStep = fc.record({
  what: fc.constantFrom(
    'open',
    'open',
    'open-late',
    'meet',
    'meet',
    'know',
    'send',
    'talk',
    'call',
    'note',
    'rename',
    'close',
    'reopen',
    'stop',
    'lift',
    'undo',
    'undo',
    'undo',
  ),
  which: fc.nat(7),
  who: fc.nat(3),
  day: fc.nat(20),
})

export interface Step {
  readonly what: string
  readonly which: number
  readonly who: number
  readonly day: number
}

/** The drafts of one step; none where it means nothing yet. */
export function draftsOf(
  step: Step,
  known: { readonly commands: readonly FactId[][]; readonly opened: readonly string[]; readonly late: () => string },
): readonly FactDraft[] {
  const at = on(dayAfter('2026-03-01', step.day))
  const company = companies[step.which % companies.length] ?? 'Acme'
  const contact = people[step.who]
  const opening = { company, handle: company.toLowerCase().replaceAll(' ', '-'), zone: 'America/Chicago' }
  if (step.what === 'open') return [draft('opened', opening, { at }), ...(step.who === 3 ? [draft('opened', opening, { at })] : [])]
  // An id chosen long ago, as by a prompt left open while others wrote.
  if (step.what === 'open-late') return [draft('opened', opening, { at, id: known.late().replace('7000', '6000') })]
  if (step.what === 'undo') return undo(known.commands.at(-1 - (step.which % Math.max(1, known.commands.length))), at)
  if (step.what === 'stop' || step.what === 'lift') {
    const scope = step.who % 2 === 0 ? { contact } : { company: company.toLowerCase() }
    return [draft(step.what === 'stop' ? 'stopped' : 'lifted', { ...scope, calls: true, letters: false } as never, { at })]
  }
  if (step.what === 'know') return [draft('met', { contact, name: `Person ${step.day}`, email: `p${step.who}@x.example` } as never, { at })]
  const opportunity = known.opened[step.which % Math.max(1, known.opened.length)]
  if (opportunity === undefined) return []
  const rest = { opportunity, at }
  switch (step.what) {
    case 'meet':
      return [draft('met', { contact, name: `Dana Réyes ${step.who}` } as never, rest)]
    case 'send':
      return [draft('sent', { letter: 'thank-you', channel: 'email', contact, subject: 'Thanks' } as never, rest)]
    case 'talk':
      return [draft('interviewed', { stage: 'manager', contacts: [contact], booked: false } as never, rest)]
    case 'call':
      return [draft('called', { outcome: 'no-answer', contact } as never, rest)]
    case 'note':
      return [draft('noted', { text: `note ${step.day}` }, rest), draft('described', { role: `role ${step.who}`, tags: ['a'] }, rest)]
    case 'rename':
      return [draft('described', { company: companies[step.day % companies.length] ?? 'Acme' }, rest)]
    case 'close':
      return [draft('closed', { as: 'rejected', reason: 'gone' }, rest)]
    default:
      return [draft('reopened', {}, rest)]
  }
}

function undo(command: readonly FactId[] | undefined, at: ReturnType<typeof on>): readonly FactDraft[] {
  return command ? [draft('retracted', { facts: command }, { at })] : []
}

const people = ['p0', 'p1', 'p2', 'p3'].map((id) => id as never)
const companies = ['Acme', 'Acme 2', 'Beta Labs']
