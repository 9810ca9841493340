import type { Day } from '../../../src/model/day.js'
import type { Phase } from '../../../src/model/standing.js'
import type { AgendaRow, CaseFile, StoreRules } from '../../../src/model/store.js'
import { describe } from '../../../src/rules/describe.js'
import { foldName, typedName } from '../../../src/rules/names.js'
import { inOrder } from '../../../src/rules/order.js'

/** Rules that are cheap and forget nothing: the outlook names every fact that it was given, so a judgement left out shows. */
export function plainRules(hash = 'plain'): StoreRules {
  return { hash, hashOfEnded: hash, order: inOrder, describe, fold: foldName, typed: typedName, judge: (file) => judgement(file, hash) }
}

function judgement(file: CaseFile, hash: string): ReturnType<StoreRules['judge']> {
  const { opportunity, facts, elsewhere } = file
  const last = facts.at(-1)?.at.day ?? ('2026-01-01' as Day)
  const closed = facts.some((fact) => fact.kind === 'closed') && !facts.some((fact) => fact.kind === 'reopened')
  const due = dayAfter(last, 3)
  const because = [...facts, ...elsewhere].map((fact) => ({ code: fact.kind, text: `${hash} ${fact.id}` }))
  const lead = opportunity.contacts[0] ?? null
  const phase = (from: string, state: Phase['state']): Phase => ({ from, state, court: 'mine', silentSince: null, next: null, because })
  const outlook = {
    phases: closed ? [phase('', 'closed')] : [phase('', 'waiting'), phase(due, 'silent')],
    zone: lead?.zone ?? opportunity.zone,
    country: opportunity.country,
    playbook: hash,
    lead: lead?.id ?? null,
    lastInbound: null,
    lastTouch: null,
    coming: [],
    promise: null,
    answerBy: null,
    used: { units: elsewhere.length, dials: 0, voicemails: 0 },
  }
  const agenda: AgendaRow[] = [
    { list: 'due', rank: 4, key: last, from: last, until: dayAfter(last, 1), state: 'waiting' },
    { list: facts.length % 2 === 0 ? 'waiting' : 'upcoming', rank: 6, key: due, from: dayAfter(last, 1), until: due, state: 'waiting' },
    { list: 'due', rank: 6, key: due, from: due, until: '9999', state: 'silent' },
  ]
  return { outlook, agenda: closed ? [] : agenda }
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day
}
