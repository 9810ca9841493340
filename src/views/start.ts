import type { StartResult } from '../commands/start.js'
import { demoView } from './demo.js'
import { dueView } from './due.js'
import type { Screen } from './screen.js'

/** The story, or the day. */
export function startView(result: StartResult, screen: Screen): string {
  return result.kind === 'story' ? demoView(result.story, screen) : dueView(result.today, screen)
}
