import type { Day } from '../model/day.js'
import type { Fact } from '../model/fact.js'
import { callIs, letterIs, newsIs } from '../model/kinds.js'
import type { Setting } from './effects.js'
import { settles } from './fold-sent.js'
import type { Means } from './pursuit.js'
import type { Touch } from './situation.js'
import { timeline } from './timeline.js'

/** What a contact has had to bear since they last answered, here and in other roles of the same contact. */
export function usedUp(
  touches: readonly Touch[],
  elsewhere: readonly Fact[],
  set: Pick<Setting, 'lead' | 'zone'>,
): Pick<Means, 'used' | 'elsewhere'> {
  const there = set.lead && elsewhere.length > 0 ? touchesElsewhere(elsewhere, set) : nowhere
  const all = [...touches, ...there.touches]
  const units = all.filter(isUnit)
  const dials = all.filter((one) => one.act === 'dial')
  return {
    used: { units: units.length, dials: dials.length, voicemails: dials.filter((one) => one.outcome === 'voicemail-left').length },
    elsewhere: { unit: lastDay(there.touches.filter(isUnit)), dial: lastDay(there.touches.filter((one) => one.act === 'dial')) },
  }
}

const nowhere: { readonly touches: readonly Touch[] } = { touches: [] }

/** One visible touch: a letter, a voicemail with its mail, a message left with a person. */
function isUnit(touch: Touch): boolean {
  return touch.act === 'letter' || (touch.outcome !== null && callIs(touch.outcome, 'message'))
}

function touchesElsewhere(elsewhere: readonly Fact[], set: Pick<Setting, 'lead' | 'zone'>): { readonly touches: readonly Touch[] } {
  let touches: Touch[] = []
  let owed: 'question' | 'invite' | null = null
  for (const { fact, day, time } of timeline(elsewhere, set.zone)) {
    if (fact.kind === 'heard' && fact.data.contact === set.lead?.id && newsIs(fact.data.kind, 'person') && !fact.data.automated) {
      touches = []
      if (fact.data.kind === 'question' || fact.data.kind === 'invite') owed = fact.data.kind
    }
    if (fact.kind === 'sent' && fact.data.contact === set.lead?.id && !letterIs(fact.data.letter, 'free')) {
      if (owed && settles(fact.data.letter, owed)) owed = null
      else touches.push({ act: 'letter', letter: fact.data.letter, outcome: null, day, time })
    }
    if (fact.kind !== 'called' || fact.data.contact !== set.lead?.id) continue
    if (callIs(fact.data.outcome, 'word')) {
      touches = []
      owed = fact.data.outcome === 'asks-something' ? 'question' : null
    } else touches.push({ act: 'dial', letter: null, outcome: fact.data.outcome, day, time })
  }
  return { touches }
}

function lastDay(touches: readonly Touch[]): Day | null {
  return touches.at(-1)?.day ?? null
}
