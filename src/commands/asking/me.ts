import type { Settings } from '../../model/settings.js'
import { numberApart } from '../typed/phone-number.js'
import { isProblem } from '../../problem.js'
import type { Ask, Needs } from '../../world.js'

/** How I am called and where I can be rung; null where it is not on record. */
export interface Me {
  readonly name: string | null
  readonly number: string | null
}

/** What my settings say of me. */
export function meIn(settings: Settings): Me {
  return { name: saidOr(settings['my-name']), number: saidOr(settings['my-number']) }
}

/**
 * As `meIn`; at a terminal what was never asked is asked, once, and kept in the settings. Enter keeps that it is not wanted; "<" at the number
 * goes back to a name that was given just before.
 */
export async function askMe(world: Needs<'settings' | 'ask' | 'config'>): Promise<Me> {
  if (!world.ask.able) return meIn(world.settings)
  const known = await knownOf(world, 'my-name')
  let name = known ?? (await askFor(world, 'my-name'))
  let number = (await knownOf(world, 'my-number')) ?? (await askFor(world, 'my-number', known === null))
  while (number === wentBack) {
    name = await askFor(world, 'my-name')
    number = await askFor(world, 'my-number', true)
  }
  return { name: saidOr(name), number: saidOr(number) }
}

type Mine = 'my-name' | 'my-number'

const questions: Readonly<Record<Mine, string>> = {
  'my-name': 'Your name, for letters and on the phone?',
  'my-number': 'Your number, to be called back on?',
}

// What was asked a moment ago, in an earlier act of the same day, is in the file and not in the settings that this run began with.
async function knownOf({ settings, config }: Needs<'settings' | 'config'>, name: Mine): Promise<string | null> {
  if (settings[name] !== null) return settings[name]
  return (await (await config()).read()).find((one) => one.name === name)?.value ?? null
}

const wentBack = Symbol('went back')

function askFor(world: Needs<'ask' | 'config'>, name: Mine): Promise<string>
function askFor(world: Needs<'ask' | 'config'>, name: Mine, goesBack: boolean): Promise<string | typeof wentBack>
async function askFor({ ask, config }: Needs<'ask' | 'config'>, name: Mine, goesBack = false): Promise<string | typeof wentBack> {
  const port = await config()
  for (;;) {
    const said = await lineOrBack(ask, questions[name])
    if (said === wentBack && goesBack) return wentBack
    if (said === wentBack) {
      ask.note('There is no going back from here; Enter leaves it out.')
      continue
    }
    try {
      const { rest, phone } = name === 'my-name' ? numberApart(said) : { rest: said, phone: null }
      await port.set(name, rest || 'none')
      if (phone !== null) {
        await port.set('my-number', phone)
        ask.understood([`${rest}, ${phone}`])
      }
      return rest || 'none'
    } catch (error) {
      if (!isProblem(error)) throw error
      ask.note([error.message, error.hint].filter((part) => part !== null).join(' '))
      if (error.kind !== 'usage') return said || 'none'
    }
  }
}

async function lineOrBack(ask: Ask, question: string): Promise<string | typeof wentBack> {
  const leaving = new Error('went back')
  const back = (): never => {
    throw leaving
  }
  try {
    return await ask.line({ ask: question, hint: 'Asked once, and kept in your settings. Enter: rather not.', back })
  } catch (error) {
    if (error !== leaving) throw error
    return wentBack
  }
}

function saidOr(text: string | null): string | null {
  return text === 'none' ? null : text
}
