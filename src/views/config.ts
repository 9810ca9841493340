import type { ConfigResult, SettingChange, SettingPlaces } from '../commands/config.js'
import { findingLines } from './doctor.js'
import { capital, fact } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** The settings with their origins; one value alone; a change; or where things lie. */
export function configView(result: ConfigResult, screen: Screen): string {
  if ('mail' in result) return page(result.mail.flatMap((one) => findingLines(one, screen)))
  if ('places' in result) return page(result.places.flatMap((one) => placeLines(one, screen)))
  if ('was' in result) return page(changed(result, screen))
  if (!('settings' in result)) return `${safe(result.value ?? '')}\n`
  const rows = result.settings.flatMap((one) => [
    ...fact(one.name, [one.value ?? 'not set', origins[one.from]], screen),
    ...(screen.plain ? [] : fact('', one.help, screen).map(screen.paint.quiet)),
  ])
  return page([...rows, '', ...fact('File', result.file, screen)])
}

/** A place beside its name, in a column that is wide enough for the longest of them. */
function placeLines({ what, path }: SettingPlaces['places'][number], screen: Screen): readonly string[] {
  if (screen.plain || isNarrow(screen)) return fact(capital(what), path, screen)
  return beside(
    [
      { at: 0, columns: 14, text: capital(what) },
      { at: 15, columns: columnsOf(screen) - 15, text: path },
    ],
    screen,
  )
}

const origins = { environment: 'from the environment', file: 'from the file', default: 'the default' } as const

function changed({ name, value, was, set, from, variable, file }: SettingChange, screen: Screen): readonly string[] {
  if (from === 'environment')
    return [
      ...fact(name, [set ?? 'not set', 'in the file'], screen),
      ...fact('File', file, screen),
      ...paragraph(`${variable} in the environment is stronger than the file, and still counts: ${value ?? 'not set'}.`, screen),
    ]
  return [
    ...fact(name, [value ?? 'not set', was === value ? 'as it was' : `it was: ${was ?? 'not set'}`], screen),
    ...fact('File', file, screen),
  ]
}
