import type { StartResult } from '../commands/start.js'
import { demoPages } from './demo.js'
import { dueView } from './due.js'
import type { Screen } from './screen.js'

/** The story in its pages, or the day. */
export function startPages(result: StartResult, screen: Screen): readonly string[] {
  return result.kind === 'story' ? demoPages(result.story, screen) : [dueView(result.today, screen)]
}
