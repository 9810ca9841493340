import { readArguments } from './arguments.js'
import type { Reading } from './arguments.js'
import { jsonOf } from './formats/json.js'
import { realSurroundings } from './main/surroundings.js'
import type { Surroundings } from './main/surroundings.js'
import { version } from './main/version.js'
import type { Day } from './model/day.js'

/** Runs one command line in this process; resolves to its exit code and never rejects. */
export function main(argv: readonly string[]): Promise<number> {
  return run(argv, realSurroundings())
}

/** Runs one command line in the surroundings given; resolves to its exit code and never rejects. */
export async function run(argv: readonly string[], here: Surroundings): Promise<number> {
  try {
    const reading =
      readArguments(argv) ??
      (await import('./arguments-careful.js')).readCarefully(
        argv,
        (globals) => !globals.noInput && !globals.json && here.person?.here() === true,
      )
    if (reading.globals.version) return say(`${version}\n`, here)
    if (reading.verb.name === 'help') return say(await helpText(reading, here), here)
    return await (await import('./main/perform.js')).perform(reading, here, run)
  } catch (error) {
    const end = argv.indexOf('--')
    const options = end < 0 ? argv : argv.slice(0, end)
    return (await import('./main/tell.js')).tell(error, { here, json: options.includes('--json') })
  }
}

// Pages of help show no day.
const dayOfHelp = '2000-01-01' as Day

// Help needs no clock, no settings and no store, and so does not wait for them.
async function helpText({ verb, args, globals }: Reading, here: Surroundings): Promise<string> {
  const { run: help, view } = await verb.load()
  const result = await help({} as never, args as never)
  if (globals.json) return `${jsonOf(result, 2)}\n`
  const { screenOf } = await import('./main/screen-of.js')
  return view(result as never, await screenOf(globals, dayOfHelp, here))
}

function say(text: string, here: Surroundings): number {
  here.write('out', text)
  return 0
}
