import type { ConfigResult, SettingChange } from '../commands/config.js'
import { findingLines } from './doctor.js'
import { capital, fact } from './grids.js'
import { page, paragraph } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** The settings with their origins; one value alone; a change; or where things lie. */
export function configView(result: ConfigResult, screen: Screen): string {
  if ('mail' in result) return page(result.mail.flatMap((one) => findingLines(one, screen)))
  if ('places' in result) return page(result.places.flatMap(({ what, path }) => fact(capital(what), path, screen)))
  if ('was' in result) return page(changed(result, screen))
  if (!('settings' in result)) return `${safe(result.value ?? '')}\n`
  const rows = result.settings.flatMap((one) => [
    ...fact(one.name, [one.value ?? 'not set', origins[one.from]], screen),
    ...(screen.plain ? [] : fact('', one.help, screen).map(screen.paint.quiet)),
  ])
  return page([...rows, '', ...fact('File', result.file, screen)])
}

const origins = { environment: 'from the environment', file: 'from the file', default: 'the default' } as const

function changed({ name, value, was, from, variable, file }: SettingChange, screen: Screen): readonly string[] {
  return [
    ...fact(name, [value ?? 'not set', was === value ? 'as it was' : `it was: ${was ?? 'not set'}`], screen),
    ...fact('File', file, screen),
    ...(from === 'environment' ? paragraph(`${variable} in the environment is stronger than the file, and still counts.`, screen) : []),
  ]
}
