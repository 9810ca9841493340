import type { Severity } from '../model/finding.js'
import type { ToneFamily, ToneRule } from '../model/tone.js'
import type { Letter } from './letter.js'
import type { Hit } from './search.js'

/** What a rule makes of its hits: how grave they are together, and which of them to show. */
export interface Verdict {
  readonly severity: Severity
  readonly hits: readonly Hit[]
}

/** Adds up the points of a rule's hits; null where they stay below every level. */
export function weigh(rule: ToneRule, hits: readonly Hit[], letter: Letter): Verdict | null {
  if (hits.length === 0) return null
  const counted = capped(disjoint(hits), rule.families ?? [])
  const points = sum(counted)
  const level = levelOf(rule, points)
  const severity = (level === null || level === 'hint') && isDense(rule, counted, letter) ? 'warning' : level
  return severity === null ? null : { severity, hits: onePerSentence(counted) }
}

function levelOf({ levels }: ToneRule, points: number): Severity | null {
  if (levels.error !== undefined && points >= levels.error) return 'error'
  if (levels.warning !== undefined && points >= levels.warning) return 'warning'
  return levels.hint !== undefined && points >= levels.hint ? 'hint' : null
}

function isDense({ sentence, density }: ToneRule, hits: readonly Hit[], { words }: Letter): boolean {
  const inOne = new Map<number, number>()
  for (const hit of hits) inOne.set(hit.sentence, (inOne.get(hit.sentence) ?? 0) + hit.points)
  if (sentence !== undefined && [...inOne.values()].some((points) => points >= sentence)) return true
  return density !== undefined && hits.length > 1 && (sum(hits) * 100) / Math.max(words, 25) > density
}

/** Of hits that share words, the heaviest. */
function disjoint(hits: readonly Hit[]): readonly Hit[] {
  const out: Hit[] = []
  for (const hit of [...hits].sort((a, b) => b.points - a.points))
    if (!hit.span || !out.some((one) => one.span && hit.span && one.span.start < hit.span.end && hit.span.start < one.span.end))
      out.push(hit)
  return out.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1))
}

function capped(hits: readonly Hit[], families: readonly ToneFamily[]): readonly Hit[] {
  const most = new Map(families.flatMap(({ name, most: limit }) => (limit === undefined ? [] : [[name, limit] as const])))
  const used = new Map<string, number>()
  return hits.flatMap((hit) => {
    const left = (most.get(hit.family) ?? Infinity) - (used.get(hit.family) ?? 0)
    const points = Math.min(hit.points, left)
    used.set(hit.family, (used.get(hit.family) ?? 0) + points)
    return points > 0 ? [{ ...hit, points }] : []
  })
}

function onePerSentence(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<number, Hit>()
  const missing = hits.filter((hit) => hit.sentence === -1)
  for (const hit of hits) if (hit.sentence !== -1 && hit.points > (best.get(hit.sentence)?.points ?? 0)) best.set(hit.sentence, hit)
  return [...missing, ...best.values()].sort((a, b) => b.points - a.points)
}

function sum(hits: readonly Hit[]): number {
  return hits.reduce((points, hit) => points + hit.points, 0)
}
