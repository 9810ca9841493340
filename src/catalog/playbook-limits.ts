import type { CallStep, Hours, LetterStep, Playbook, Step } from '../model/playbook.js'
import type { Fault } from './playbook-shape.js'

/** What in a playbook goes past the limits that none may pass, in the order of the steps; empty when it keeps them all. */
export function beyondLimits(playbook: Playbook): readonly Fault[] {
  return playbook.steps.flatMap((step, index) =>
    CHECKS.flatMap((check) => check(step, index, playbook.steps) ?? []).map((fault) => ({ ...fault, step: index })),
  )
}

type Complaint = Omit<Fault, 'step'>
type Check = (step: Step, index: number, steps: readonly Step[]) => Complaint | readonly Complaint[] | null

const CHECKS: readonly Check[] = [
  uniqueId,
  anchorExists,
  letterFirst,
  afterTheClose,
  letterGap,
  callGap,
  dialsInAll,
  voicemails,
  hoursOfDay,
  unitsInAll,
]

function uniqueId(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  const first = steps.findIndex((other) => other.id === step.id)
  return first === index
    ? null
    : { key: 'id', says: `"${step.id}" is step ${first + 1} already; the nearest that is free is "${freeId(step.id, steps)}"` }
}

function anchorExists(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  const before = steps.slice(0, index)
  if (step.after === 'previous' && index === 0)
    return { key: 'after', says: 'the first step has none before it; the nearest that fits is interview' }
  if (step.after === 'close' && !before.some(closes))
    return { key: 'after', says: 'no close-the-loop comes before it; the nearest that fits is previous' }
  if ((step.after === 'no') !== (steps[0]?.after === 'no')) return { key: 'after', says: 'steps after a no have a playbook of their own' }
  if (isLetter(step, 'thank-you') && step.after !== 'interview')
    return { key: 'after', says: 'a thank-you belongs to the interview; the nearest that fits is interview' }
  return null
}

function letterFirst(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  if (step.act !== 'calls' || steps.slice(0, index).some(chases)) return null
  return { key: 'act', says: 'the phone comes after one good letter; put a letter before it' }
}

function afterTheClose(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  if (!steps.slice(0, index).some(closes))
    return step.act === 'park' ? { key: 'act', says: 'it rests only after a close-the-loop; put one before it' } : null
  if (closes(step)) return { key: 'letter', says: 'one close-the-loop is all; leave this one out' }
  if (step.act === 'calls') return { key: 'act', says: 'nobody is called after the close-the-loop; put it before that' }
  if (step.after !== 'close')
    return { key: 'after', says: 'after the close-the-loop everything counts from it; the nearest that fits is close' }
  return step.act === 'letter' && step.wait < 20
    ? { key: 'wait', says: `${step.wait} is too soon after the close-the-loop; the nearest that fits is 20` }
    : null
}

function letterGap(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  if (!chases(step)) return null
  const before = steps.slice(0, index).filter((other) => chases(other) || other.act === 'calls')
  const earlier =
    step.after === 'previous' ? (before.length === 0 ? null : { wait: 0 }) : before.filter((other) => other.after === step.after).at(-1)
  if (!earlier || step.wait >= earlier.wait + 3) return null
  return {
    key: 'wait',
    says: `${step.wait} is too close to the touch before; messages are 3 business days apart, so the nearest that fits is ${earlier.wait + 3}`,
  }
}

function callGap(step: Step): Complaint | null {
  return step.act === 'calls' && step.wait < 1
    ? { key: 'wait', says: '0 is the day of the touch before; the nearest that fits is 1' }
    : null
}

function dialsInAll(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  if (step.act !== 'calls') return null
  const before = steps.slice(0, index).reduce((sum, other) => sum + (other.act === 'calls' ? other.dials : 0), 0)
  if (before + step.dials <= 6) return null
  const rest = Math.max(0, 6 - before)
  return {
    key: 'dials',
    says: `${step.dials} makes ${before + step.dials} calls in all; ${rest === 0 ? 'six are the most, so leave this step out' : `the nearest that fits is ${rest}`}`,
  }
}

function voicemails(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  if (step.act !== 'calls') return null
  const late = step.voicemail.find((dial) => dial > step.dials)
  if (late !== undefined) return { key: 'voicemail', says: `there is no dial ${late}; the nearest that fits is ${step.dials}` }
  if (step.voicemail.some((dial, place) => dial <= (step.voicemail[place - 1] ?? 0)))
    return { key: 'voicemail', says: 'name each dial once, the first first' }
  const inAll = steps.slice(0, index + 1).reduce((sum, other) => sum + (other.act === 'calls' ? other.voicemail.length : 0), 0)
  return inAll > 2 ? { key: 'voicemail', says: `${inAll} messages on a machine in all; two are the most` } : null
}

function hoursOfDay(step: Step): readonly Complaint[] {
  if (step.act === 'park') return []
  const windows = step.act === 'letter' ? [step.hours] : step.hours
  const wrong = windows.flatMap((window) => hoursFault(window, step) ?? [])
  if (step.act === 'calls' && step.dials > 1 && step.hours.length < 2) wrong.push('one window for several calls; name two at least')
  return wrong.map((says) => ({ key: 'hours', says }))
}

function hoursFault(window: Hours, step: CallStep | LetterStep): string | null {
  const said = `${window.from}-${window.to}`
  if (window.from >= window.to) return `${said} ends before it begins; write the earlier time first`
  const from = window.from < OPEN ? OPEN : window.from
  const to = window.to > SHUT ? SHUT : window.to
  if (from >= to) return `${said} is outside ${OPEN}-${SHUT}; name hours inside it`
  if (from !== window.from || to !== window.to) return `${said} is outside ${OPEN}-${SHUT}; the nearest that fits is ${from}-${to}`
  if (step.act === 'letter' || to <= LUNCH.from || from >= LUNCH.to) return null
  return `${said} runs into lunch, ${LUNCH.from}-${LUNCH.to}; ${aroundLunch(from, to)}`
}

const OPEN = '07:00'
const SHUT = '18:00'
const LUNCH: Hours = { from: '11:45', to: '13:15' }

function aroundLunch(from: string, to: string): string {
  const halves = [from < LUNCH.from ? `${from}-${LUNCH.from}` : '', to > LUNCH.to ? `${LUNCH.to}-${to}` : ''].filter((half) => half !== '')
  return halves.length === 0 ? 'name other hours' : `the nearest that fits is ${halves.join(', ')}`
}

function unitsInAll(step: Step, index: number, steps: readonly Step[]): Complaint | null {
  const units = unitsOf(steps, index)
  if (units <= 4 || unitsOf(steps, index - 1) >= units) return null
  return { key: step.act === 'calls' ? 'voicemail' : 'letter', says: `this makes ${units} messages before an answer; four are the most` }
}

/** Messages up to and with a step; those after a close-the-loop or a no are months apart and do not count. */
function unitsOf(steps: readonly Step[], last: number): number {
  const counted = steps.slice(0, last + 1).filter((step) => step.after !== 'close' && step.after !== 'no')
  return counted.reduce((sum, step) => sum + (chases(step) ? 1 : step.act === 'calls' ? step.voicemail.length : 0), 0)
}

function chases(step: Step): boolean {
  return step.act === 'letter' && step.letter !== 'thank-you'
}

function closes(step: Step): boolean {
  return isLetter(step, 'close-the-loop')
}

function isLetter(step: Step, letter: LetterStep['letter']): boolean {
  return step.act === 'letter' && step.letter === letter
}

function freeId(id: string, steps: readonly Step[]): string {
  const taken = new Set(steps.map((step) => step.id))
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}
