import type { StepName } from '../model/act.js'
import type { Act, Outlook, Phase, State } from '../model/standing.js'
import type { AgendaRow } from '../model/store.js'

/** Later than any moment. */
const forever = '9999'

/** In which list of `due` an outlook stands, from when until when; closed ones stand in none. */
export function agendaOf(outlook: Outlook): readonly AgendaRow[] {
  return outlook.phases.flatMap((phase, index) => rowsOf(phase, outlook.phases[index + 1]?.from ?? forever))
}

function rowsOf(phase: Phase, until: string): readonly AgendaRow[] {
  const { from, state, next, court } = phase
  if (state === 'closed' && !next) return []
  const rank = next ? rankOf(next, state) : 9
  const key = next?.since ?? forever
  // With nothing for me to do it is theirs to stir, but where all is at rest.
  if (!next) return [{ list: atRest.has(state) ? 'resting' : 'waiting', rank, key, from, until, state }]
  if (court === 'theirs') return [{ list: 'waiting', rank, key, from, until, state }]
  const split = next.step === 'park' || next.since >= until ? until : next.since > from ? next.since : from
  const before = state === 'parked' ? 'resting' : 'upcoming'
  const rows: AgendaRow[] = []
  if (split > from) rows.push({ list: before, rank, key, from, until: split, state })
  if (split < until) rows.push({ list: 'due', rank, key, from: split, until, state })
  return rows
}

/** Who rang is answered, and a call for which an hour was agreed is an appointment. */
function rankOf({ step, at, rule }: Act, state: State): number {
  if (rule === 'unsettled') return 0
  if (step !== 'call') return ranks[step]
  return state === 'answered' ? ranks.answer : at === null ? ranks.call : ranks.interview
}

const atRest: ReadonlySet<string> = new Set(['closed', 'parked', 'retired'])

/** What is asked of me first, after letters of which nobody knows whether they left: a mail to look at, offer, answer, confirm, debrief, thank-you, appointments, then chases, then the rest. */
const ranks: Readonly<Record<StepName, number>> = {
  'read-mail': 0,
  'decide-offer': 0,
  'ask-in-writing': 0,
  accept: 0,
  decline: 0,
  'negotiation-opener': 0,
  'offer-thanks': 0,
  extension: 0,
  answer: 1,
  'find-contact': 1,
  confirm: 2,
  debrief: 3,
  'thank-you': 4,
  interview: 5,
  'love-letter': 6,
  'check-in': 6,
  'value-add': 6,
  call: 6,
  'find-number': 6,
  'close-the-loop': 6,
  'after-voicemail': 6,
  'rejection-reply': 7,
  reconnect: 7,
  'competing-offer': 7,
  withdraw: 7,
  'recruiter-status': 7,
  'referee-brief': 7,
  'referrer-update': 7,
  park: 7,
}
