import type { DoctorResult } from '../commands/doctor.js'
import type { Finding } from '../model/store.js'
import { capital, fact, sentences } from './grids.js'
import { beside, columnsOf, page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** A line a check: ok, or what is wrong and what to do. */
export function doctorView({ ok, path, rebuilt, findings }: DoctorResult, screen: Screen): string {
  return page([
    ...fact('Store', path, screen),
    ...(rebuilt === null ? [] : fact('Rebuilt', `${counted(rebuilt, 'standing')} from the facts`, screen)),
    ...findings.flatMap((one) => findingLines(one, screen)),
    '',
    ...paragraph(ok ? 'All is well.' : 'Something needs you: see above. No fact was changed.', screen),
  ])
}

/** One check: ok, or not with what to do. */
export function findingLines({ ok, says, hint }: Finding, screen: Screen): readonly string[] {
  if (screen.plain) return [sentences([ok ? 'Ok' : 'Not ok', capital(says), hint ?? ''])]
  const columns = columnsOf(screen) - 12
  const mark = ok ? screen.paint.good : screen.paint.bad
  return [
    ...beside(
      [
        { at: 0, columns: 11, text: ok ? 'ok' : 'not ok', paint: mark },
        { at: 12, columns, text: says },
      ],
      screen,
    ),
    ...(hint === null ? [] : beside([{ at: 12, columns, text: hint }], screen)),
  ]
}
