import { letterKinds } from '../model/act.js'
import type { LetterKind } from '../model/act.js'
import { endings } from '../model/opportunity.js'
import type { Ending } from '../model/opportunity.js'
import { steps } from './path.js'
import type { Path, PathStep } from './path.js'
import type { FollowedLetter } from './path-touches.js'
import { count, spreadOf } from './spread.js'
import type { Spread, Tally } from './spread.js'

/** So many of something, and how many of them were followed by a word of theirs within five business days; those for which it is too early are not in `count`. */
export interface Followed {
  readonly count: number
  readonly followed: number
  readonly early: number
}

/** What was told of a way to land, and how far those opportunities came. */
export interface LandingCount extends Readonly<Record<Exclude<PathStep, 'interviewed'>, number>> {
  readonly code: string
  readonly count: number
}

/** Sums over histories; days are business days. */
export interface Figures {
  /** `before` have no interview yet that is over; they are in no figure below but `open` and `endings`. */
  readonly opportunities: { readonly all: number; readonly open: number; readonly before: number }
  readonly reached: Readonly<Record<PathStep, number>>
  readonly endings: readonly { readonly as: Ending; readonly count: number }[]
  /** From the furthest step to how it stands; those without any left out. */
  readonly flow: readonly { readonly from: PathStep; readonly to: Ending | 'open'; readonly count: number }[]
  readonly answers: { readonly afterInterview: Spread; readonly toOffer: Spread }
  readonly letters: readonly (Followed & { readonly letter: LetterKind })[]
  readonly calls: {
    readonly dials: number
    readonly conversations: number
    /** On which try since their last word a conversation came. */
    readonly tries: Spread
    /** By two hours of the contact's clock; those without an hour left out. */
    readonly hours: readonly { readonly from: string; readonly dials: number; readonly conversations: number }[]
    readonly voicemails: Followed
  }
  readonly promises: { readonly count: number; readonly kept: number; readonly late: Spread; readonly none: number; readonly ahead: number }
  readonly silences: { readonly count: number; readonly ended: Spread; readonly lasting: number; readonly otherwise: number }
  readonly landings: readonly LandingCount[]
}

/** Adds up histories one by one, in any order; what is kept does not grow with their number. */
export function figuresSum(): { readonly add: (path: Path) => void; readonly figures: () => Figures } {
  const sums = emptySums()
  return { add: (path) => addTo(sums, path), figures: () => figuresOf(sums) }
}

interface Counts {
  count: number
  followed: number
  early: number
}

function emptySums() {
  return {
    all: 0,
    open: 0,
    before: 0,
    reached: new Map<PathStep, number>(),
    endings: new Map<Ending, number>(),
    flow: new Map<string, { readonly from: PathStep; readonly to: Ending | 'open'; count: number }>(),
    answers: new Map() as Tally,
    toOffer: new Map() as Tally,
    letters: new Map<LetterKind, Counts>(),
    voicemails: { count: 0, followed: 0, early: 0 } satisfies Counts,
    joint: new Map<string, boolean | null>(),
    hours: new Map<string, { dials: number; conversations: number }>(),
    dials: 0,
    conversations: 0,
    tries: new Map() as Tally,
    promises: { kept: 0, none: 0, ahead: 0 },
    late: new Map() as Tally,
    silences: { lasting: 0, otherwise: 0 },
    broken: new Map() as Tally,
    landings: new Map<string, Record<'count' | PathStep, number>>(),
  }
}
type Sums = ReturnType<typeof emptySums>

function addTo(sums: Sums, path: Path): void {
  const { began, reached, ending } = path
  sums.all += 1
  if (ending === null) sums.open += 1
  else plus(sums.endings, ending)
  if (began === null) return void (sums.before += 1)
  for (const step of reached) plus(sums.reached, step)
  addFlow(sums, path)
  for (const days of path.answers) count(sums.answers, days)
  if (path.toOffer !== null) count(sums.toOffer, path.toOffer)
  for (const one of path.letters) addLetter(sums, one)
  addCalls(sums, path.calls)
  for (const one of path.promises) {
    if (one.how === 'late') count(sums.late, one.days)
    else sums.promises[one.how] += 1
  }
  for (const { how, days } of path.silences) {
    if (how === 'ended') count(sums.broken, days)
    else sums.silences[how] += 1
  }
  for (const code of path.landings) addLanding(sums, code, reached)
}

function addFlow({ flow }: Sums, { reached, ending }: Path): void {
  const from = reached.at(-1) ?? 'interviewed'
  const to = ending ?? 'open'
  const known = flow.get(`${from} ${to}`)
  if (known) known.count += 1
  else flow.set(`${from} ${to}`, { from, to, count: 1 })
}

/** One that is on record in several opportunities counts once, and was followed where any of them was. */
function addFollowed(sums: Sums, counts: Counts, { followed, joint }: Omit<FollowedLetter, 'letter'>): void {
  const known = joint === null ? undefined : sums.joint.get(joint)
  if (joint !== null) sums.joint.set(joint, followed === true || known === true ? true : (followed ?? known ?? null))
  if (known === undefined) return tell(counts, followed, 1)
  if (known === true || followed === known || followed === null) return
  tell(counts, known, -1)
  tell(counts, followed, 1)
}

function tell(counts: Counts, followed: boolean | null, by: 1 | -1): void {
  if (followed === null) return void (counts.early += by)
  counts.count += by
  if (followed) counts.followed += by
}

function addLetter(sums: Sums, one: FollowedLetter): void {
  const counts = sums.letters.get(one.letter) ?? { count: 0, followed: 0, early: 0 }
  sums.letters.set(one.letter, counts)
  addFollowed(sums, counts, one)
}

function addCalls(sums: Sums, { dials, voicemails }: Path['calls']): void {
  for (const { time, talk, joint } of dials) {
    if (joint !== null && sums.joint.has(`${joint} dialled`)) continue
    if (joint !== null) sums.joint.set(`${joint} dialled`, null)
    sums.dials += 1
    if (talk !== null) {
      sums.conversations += 1
      count(sums.tries, talk)
    }
    if (time === null) continue
    const from = `${String(Math.floor(Number(time.slice(0, 2)) / 2) * 2).padStart(2, '0')}:00`
    const hour = sums.hours.get(from) ?? { dials: 0, conversations: 0 }
    sums.hours.set(from, { dials: hour.dials + 1, conversations: hour.conversations + (talk === null ? 0 : 1) })
  }
  for (const one of voicemails) addFollowed(sums, sums.voicemails, one)
}

function addLanding({ landings }: Sums, code: string, reached: readonly PathStep[]): void {
  const known = landings.get(code) ?? { count: 0, interviewed: 0, heard: 0, again: 0, offered: 0, accepted: 0 }
  landings.set(code, known)
  known.count += 1
  for (const step of reached) known[step] += 1
}

function plus<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function figuresOf(sums: Sums): Figures {
  const late = spreadOf(sums.late)
  const ended = spreadOf(sums.broken)
  const { kept, none, ahead } = sums.promises
  const { lasting, otherwise } = sums.silences
  return {
    opportunities: { all: sums.all, open: sums.open, before: sums.before },
    reached: reachedOf(sums),
    endings: endings.flatMap((as) => listedIf({ as, count: sums.endings.get(as) ?? 0 })),
    flow: flowOf(sums),
    answers: { afterInterview: spreadOf(sums.answers), toOffer: spreadOf(sums.toOffer) },
    letters: letterKinds.flatMap((letter) => {
      const counts = sums.letters.get(letter)
      return counts ? [{ letter, ...counts }] : []
    }),
    calls: {
      dials: sums.dials,
      conversations: sums.conversations,
      tries: spreadOf(sums.tries),
      hours: [...sums.hours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, hour]) => ({ from, ...hour })),
      voicemails: { ...sums.voicemails },
    },
    promises: { count: kept + late.count + none + ahead, kept, late, none, ahead },
    silences: { count: ended.count + lasting + otherwise, ended, lasting, otherwise },
    landings: [...sums.landings]
      .map(([code, { interviewed: _, ...counts }]) => ({ code, ...counts }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  }
}

function listedIf<One extends { readonly count: number }>(one: One): readonly One[] {
  return one.count > 0 ? [one] : []
}

function reachedOf({ reached }: Sums): Figures['reached'] {
  return Object.fromEntries(steps.map((step) => [step, reached.get(step) ?? 0])) as Figures['reached']
}

/** In order of the steps, and of each those that are open last. */
function flowOf({ flow }: Sums): Figures['flow'] {
  const places = [...endings, 'open']
  return [...flow.values()].sort((a, b) => steps.indexOf(a.from) - steps.indexOf(b.from) || places.indexOf(a.to) - places.indexOf(b.to))
}
