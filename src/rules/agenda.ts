import type { StepName } from '../model/act.js'
import type { Outlook, Phase } from '../model/standing.js'
import type { AgendaRow } from '../model/store.js'

/** Later than any moment. */
const forever = '9999'

/** In which list of `due` an outlook stands, from when until when; closed ones stand in none (rulings "JSON"). */
export function agendaOf(outlook: Outlook): readonly AgendaRow[] {
  return outlook.phases.flatMap((phase, index) => rowsOf(phase, outlook.phases[index + 1]?.from ?? forever))
}

function rowsOf(phase: Phase, until: string): readonly AgendaRow[] {
  const { from, state, next, court } = phase
  if (state === 'closed' && !next) return []
  const common = { rank: next ? (next.rule === 'unsettled' ? 0 : rankOf(next.step)) : 9, key: next?.since ?? forever, state }
  if (!next) return [{ ...common, list: 'resting', from, until }]
  if (court === 'theirs') return [{ ...common, list: 'waiting', from, until }]
  const split = next.step === 'park' || next.since >= until ? until : next.since > from ? next.since : from
  const before = state === 'parked' ? 'resting' : 'upcoming'
  const rows: AgendaRow[] = []
  if (split > from) rows.push({ ...common, list: before, from, until: split })
  if (split < until) rows.push({ ...common, list: 'due', from: split, until })
  return rows
}

/** What is asked of me first, after letters of which nobody knows whether they left: offer, answer, confirm, debrief, thank-you, appointments, then chases, then the rest (rulings "The person"). */
function rankOf(step: StepName): number {
  switch (step) {
    case 'decide-offer':
    case 'ask-in-writing':
    case 'accept':
    case 'decline':
    case 'negotiation-opener':
    case 'offer-thanks':
    case 'extension':
      return 0
    case 'answer':
    case 'find-contact':
      return 1
    case 'confirm':
      return 2
    case 'debrief':
      return 3
    case 'thank-you':
      return 4
    case 'interview':
      return 5
    case 'love-letter':
    case 'check-in':
    case 'value-add':
    case 'call':
    case 'find-number':
    case 'close-the-loop':
    case 'after-voicemail':
      return 6
    case 'rejection-reply':
    case 'reconnect':
    case 'competing-offer':
    case 'withdraw':
    case 'recruiter-status':
    case 'referee-brief':
    case 'referrer-update':
    case 'park':
      return 7
  }
}
