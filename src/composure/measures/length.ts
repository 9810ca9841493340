import type { ToneWords } from '../../model/tone.js'
import type { Letter } from '../letter.js'
import type { Hit } from '../search.js'

/** Outside the good range 1, outside the limits 10, beyond twice the upper limit 20; paragraphs that are long, or many, 1. */
export function lengthHits(letter: Letter, { lengths }: ToneWords): readonly Hit[] {
  const { words, about } = letter
  const range = about.kind === null ? undefined : lengths[about.kind]
  return [...(range ? outside(words, range.good, range.limit) : []), ...paragraphHits(letter)]
}

function outside(words: number, good: readonly [number, number], limit: readonly [number, number]): readonly Hit[] {
  if (words >= good[0] && words <= good[1]) return []
  const points = words > 2 * limit[1] ? 20 : words < limit[0] || words > limit[1] ? 10 : 1
  const instead = `${words} ${words === 1 ? 'word' : 'words'}; ${good[0]} to ${good[1]} reads best.`
  return [{ points, span: null, sentence: -1, family: 'words', instead }]
}

function paragraphHits({ text, parts }: Letter): readonly Hit[] {
  const [first] = parts.core
  const last = parts.core.at(-1)
  if (!first || !last) return []
  const paragraphs = text
    .slice(first.start, last.end)
    .split(/\n[ \t\r]{0,20}\n/)
    .map((paragraph) => paragraph.match(/\S+/g)?.length ?? 0)
  const filled = paragraphs.filter((words) => words > 0)
  const hint = (family: string, instead: string): Hit => ({ points: 1, span: null, sentence: -1, family, instead })
  return [
    ...(filled.some((words) => words > 90) ? [hint('long paragraph', 'Part the longest paragraph in two.')] : []),
    ...(filled.length > 5 ? [hint('many paragraphs', 'Three or four paragraphs are plenty.')] : []),
  ]
}
