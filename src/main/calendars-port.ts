import { resolve } from 'node:path'
import { saveFile } from '../disk/save-file.js'
import { requireClosedAddress } from '../outside/closed-way.js'
import { firstLineOf } from '../outside/secrets.js'
import { requireNoOtherCalendar } from '../outside/text-file.js'
import { folderShelf } from '../outside/vdir.js'
import { Problem } from '../problem.js'
import type { Calendars } from '../world.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** Calendars in files, folders, and on the person's server. */
export function calendarsPort({ settings }: Pick<Machine, 'settings'>, env: Surroundings['env']): Calendars {
  return {
    save: (path, text) => {
      requireNoOtherCalendar(resolve(path))
      saveFile(resolve(path), text)
    },
    folder: (path) => folderShelf(resolve(path)),
    server: async () => {
      const url = settings['caldav-url']
      if (url === null)
        throw new Problem('usage', 'No calendar server is named.', {
          hint: 'followup config set caldav-url https://server/you/calendar/',
          code: 'caldav-url',
        })
      requireClosedAddress(url, 'caldav-url')
      const password = passwordOf(settings['caldav-password-command'], env)
      return (await import('../outside/caldav.js')).serverShelf({ url, user: settings['caldav-user'] ?? '', password })
    },
  }
}

/** From the environment, else what the person's command prints first. */
function passwordOf(command: string | null, env: Surroundings['env']): string {
  const given = env['FOLLOWUP_CALDAV_PASSWORD']
  if (given !== undefined && given !== '') return given
  if (command === null)
    throw new Problem('usage', 'The password of the calendar server is not known.', {
      hint: 'followup config set caldav-password-command "pass show calendar"',
      code: 'caldav-password',
    })
  return firstLineOf(command, env)
}
