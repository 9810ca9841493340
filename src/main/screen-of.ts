import type { Globals } from '../arguments.js'
import { needsRuler } from '../views/layout.js'
import { noPaint } from '../views/screen.js'
import type { Screen } from '../views/screen.js'
import type { Day } from '../model/day.js'
import type { Surroundings } from './surroundings.js'

/** The screen that a view writes for: 40 to 80 columns; paint only where it is wanted (chalk is loaded for that alone). */
export async function screenOf(globals: Globals, today: Day, here: Surroundings): Promise<Screen> {
  const paint = wantsPaint(globals, here.env, here.isTerminal.output) ? (await import('./paint.js')).colourPaint() : noPaint
  const rows = here.rows?.() ?? null
  const size = { width: widthOf(here), ...(rows === null ? {} : { rows }) }
  return { ...size, plain: globals.plain, paint, today, isolate: here.isTerminal.output() }
}

/** The view's text; drawn again with a ruler when it turns out to hold letters that are not one column wide. */
export async function drawn(view: (screen: Screen) => string, screen: Screen): Promise<string> {
  const text = view(screen)
  return needsRuler(text) ? view({ ...screen, ruler: (await import('../views/wide.js')).wideRuler }) : text
}

const narrowest = 40
const widest = 80

function widthOf(here: Surroundings): number {
  const told = Number(here.env['COLUMNS'])
  const columns = Number.isInteger(told) && told > 0 ? told : here.columns()
  return Math.min(widest, Math.max(narrowest, columns || widest))
}

/** Whether to paint what goes to a terminal, or elsewhere: as with Node itself FORCE_COLOR wins over NO_COLOR, and the flag over both. */
export function wantsPaint(globals: Globals, env: Surroundings['env'], toTerminal: () => boolean): boolean {
  if (globals.noColor || globals.plain) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return !env['NO_COLOR'] && env['TERM'] !== 'dumb' && toTerminal()
}
