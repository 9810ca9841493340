import type { Standing } from '../model/standing.js'

/** That nothing comes next, and why where the rules leave nothing: 'nothing; four messages are unanswered'. */
export function nothingWords(because: Standing['because']): string {
  const why = whyNothing(because)
  return why === undefined ? 'nothing' : `nothing; ${why}`
}

/** Why the rules leave nothing, where they do. */
export function whyNothing(because: Standing['because']): string | undefined {
  return because.flatMap(({ code }) => nothingBecause[code] ?? []).at(0)
}

const nothingBecause: Readonly<Record<string, string>> = {
  'messages-spent': 'four messages are unanswered',
  stopped: 'the stop list leaves nothing',
}
