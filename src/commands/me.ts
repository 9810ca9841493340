import type { Settings } from '../model/settings.js'
import { isProblem } from '../problem.js'
import type { Needs } from '../world.js'

/** How I am called and where I can be rung; null where it is not on record. */
export interface Me {
  readonly name: string | null
  readonly number: string | null
}

/** What my settings say of me. */
export function meIn(settings: Settings): Me {
  return { name: saidOr(settings['my-name']), number: saidOr(settings['my-number']) }
}

/** As `meIn`; at a terminal what was never asked is asked, once, and kept in the settings. Enter keeps that it is not wanted. */
export async function askMe(world: Needs<'settings' | 'ask' | 'config'>): Promise<Me> {
  if (!world.ask.able) return meIn(world.settings)
  const name = await askedOnce(world, 'my-name', 'Your name, for letters and on the phone?')
  const number = await askedOnce(world, 'my-number', 'Your number, to be called back on?')
  return { name: saidOr(name), number: saidOr(number) }
}

async function askedOnce(
  { settings, ask, config }: Needs<'settings' | 'ask' | 'config'>,
  name: 'my-name' | 'my-number',
  question: string,
): Promise<string | null> {
  if (settings[name] !== null) return settings[name]
  const port = await config()
  // What was asked a moment ago, in an earlier act of the same day, is in the file and not in the settings that this run began with.
  const kept = (await port.read()).find((one) => one.name === name)?.value ?? null
  if (kept !== null) return kept
  for (;;) {
    const said = (await ask.line({ ask: question, hint: 'Asked once, and kept in your settings. Enter: rather not.' })) || 'none'
    try {
      await port.set(name, said)
      return said
    } catch (error) {
      if (!isProblem(error)) throw error
      ask.note([error.message, error.hint].filter((part) => part !== null).join(' '))
      if (error.kind !== 'usage') return said
    }
  }
}

function saidOr(text: string | null): string | null {
  return text === 'none' ? null : text
}
