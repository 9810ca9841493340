import { isAfterNo } from '../../model/playbook.js'
import type { Finding } from '../../model/store.js'
import { isProblem } from '../../problem.js'
import type { Problem } from '../../problem.js'
import type { Footing, Needs } from '../../world.js'

type World = Needs<'store' | 'clock' | 'settings' | 'catalog'>

/** What can be said of everything around the store: a finding a subject, in the order in which they are read. */
export function aroundStore(world: World, footing: Footing): readonly Finding[] {
  return [
    clock(world, footing),
    zone(world, footing),
    country(world),
    playbooks(world),
    ownFiles(footing),
    ...(footing.settings.exists === null ? [] : [settingsFile(footing)]),
    terminal(footing),
    editor(footing),
    { check: 'versions', ok: true, says: `Node ${footing.node.replace(/^v/, '')}, SQLite ${footing.sqlite}`, hint: null },
  ]
}

function fine(check: string, says: string, hint: string | null = null): Finding {
  return { check, ok: true, says, hint }
}

function wrong(check: string, says: string, hint: string): Finding {
  return { check, ok: false, says, hint }
}

function clock({ clock: { epochMs, moment }, store }: World, { clockHeld }: Footing): Finding {
  const now = `${moment.day} ${moment.time ?? ''}`.trim()
  const newest = newestRecord(store)
  if (newest !== null && Date.parse(newest) > epochMs + 60_000)
    return wrong(
      'clock',
      `the clock says ${now}, but a record was made at ${newest}`,
      'Set the clock of this machine right; what is due hangs on it.',
    )
  return fine('clock', clockHeld ? `the clock is held at ${now} by FOLLOWUP_NOW` : `the clock says ${now}`)
}

// A store that cannot be read has a finding of its own.
function newestRecord(store: World['store']): string | null {
  try {
    return store.newest()?.recorded ?? null
  } catch {
    return null
  }
}

function zone({ clock }: World, { zoneSaid }: Footing): Finding {
  return fine('zone', `your days are those of ${clock.zone}, as ${zoneSaid} says`)
}

function country({ settings, catalog, clock }: World): Finding {
  const name = settings.country === 'auto' ? catalog.countryOf(clock.zone) : settings.country
  const calendar = attempt(() => catalog.calendar(name))
  if (isProblem(calendar)) return wrong('country', calendar.message, calendar.hint ?? '')
  const { country: code, holidays, years } = calendar
  if (code === 'none') return fine('country', 'no holidays count, as the settings say')
  if (code === 'unknown')
    return fine(
      'country',
      `no country is known for ${clock.zone}: weekends and the turn of the year count`,
      'To say which: followup config set country US',
    )
  const [first, last] = years
  const year = Number(clock.today.slice(0, 4))
  if (year < first || year > last)
    return wrong(
      'country',
      `the holidays of ${code} are known for ${first} to ${last} only`,
      'Install a newer followup, or keep your own in holidays.txt.',
    )
  if (holidays.size === 0)
    return wrong('country', `no holidays of ${code} are known`, 'Keep your own in holidays.txt: followup config path')
  return fine('country', `the holidays of ${code}, ${first} to ${last}`)
}

function playbooks({ catalog, settings }: World): Finding {
  const all = attempt(() => catalog.playbooks())
  if (isProblem(all)) return wrong('playbooks', all.message, all.hint ?? '')
  const chosen = settings.playbook === null ? null : attempt(() => catalog.playbook(settings.playbook ?? ''))
  if (isProblem(chosen)) return wrong('playbooks', chosen.message, 'Choose another: followup config set playbook NAME')
  if (chosen && isAfterNo(chosen))
    return wrong(
      'playbooks',
      `${chosen.name} begins after a no, so nobody who is open follows it`,
      'Choose another: followup config set playbook NAME',
    )
  const own = all.filter((one) => one.own).length
  return fine('playbooks', `${String(all.length - own)} playbooks of the program, ${own === 0 ? 'none' : String(own)} of your own`)
}

function ownFiles({ leftOut, holidays, letters }: Footing): Finding {
  if (leftOut[0] !== undefined)
    return wrong(
      'own-files',
      `${leftOut.length === 1 ? 'a file' : `${String(leftOut.length)} files`} of your own cannot be used`,
      leftOut.join(' '),
    )
  const kept = holidays === null ? 'you keep no holidays of your own' : `your own holidays: ${holidays}`
  const own = letters === 1 ? 'a letter' : `${String(letters)} letters`
  return fine('own-files', letters === 0 ? kept : `${kept}; ${own} of your own`)
}

function settingsFile({ settings: { path, exists, shared, named } }: Footing): Finding {
  if (shared) return wrong('settings', `other users of this machine may look into ${path}`, `Close it with "chmod 600 ${path}".`)
  if (exists) return fine('settings', `your settings: ${path}`)
  return fine(
    'settings',
    named ? `FOLLOWUP_CONFIG names ${path}, where no file is yet; the defaults count` : 'you have no file of settings; the defaults count',
  )
}

function terminal({ terminal: { input, output, columns, kind } }: Footing): Finding {
  if (!output || !input) return fine('terminal', 'there is no terminal here, and so nothing is asked')
  return fine(
    'terminal',
    `a terminal${kind === null ? '' : ` (${kind})`}${columns === null || columns === 0 ? '' : `, ${String(columns)} columns`}`,
  )
}

function editor({ editor: { program, named, found } }: Footing): Finding {
  if (found) return fine('editor', `your editor is ${program}`)
  if (named) return wrong('editor', `your editor, ${program}, cannot be found`, 'Name another one in VISUAL or EDITOR.')
  return fine('editor', 'no editor is named, and there is no vi', 'Name one in EDITOR, as in: export EDITOR=nano')
}

// Recognised by its name, so what is no problem can be told from one that another bundle threw.
function attempt<T extends object>(work: () => T): T | Problem {
  try {
    return work()
  } catch (error) {
    if (isProblem(error)) return error
    throw error
  }
}
