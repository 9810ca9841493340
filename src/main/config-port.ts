import { readConfig, readSettings, valueNamed } from '../config/load.js'
import type { SettingSources } from '../config/load.js'
import { withValue } from '../config/patch.js'
import { saveFile } from '../disk/save-file.js'
import { settingNames, settingsTable, variableOf } from '../config/table.js'
import { nearest } from '../model/nearest.js'
import type { Settings, SettingState } from '../model/settings.js'
import { editFile } from '../outside/editor.js'
import { Problem } from '../problem.js'
import { endOf } from '../store/place.js'
import type { Config } from '../world.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** The person's settings as the verb `config` needs them; the file is read anew at each call. */
export function configPort({ sources, paths }: Machine, here: Surroundings, noInput: boolean): Config {
  const read = async (): Promise<readonly SettingState[]> =>
    (await readSettings(sources)).map(({ name, value, from }) => {
      const { default: usual, takes, help } = settingsTable[name]
      return { name, value, from, variable: variableOf(name), default: usual, takes, help }
    })
  return {
    file: sources.configFile,
    read,
    set: (name, value) => set(sources, known(name), value),
    edit: async () => {
      if (noInput || !here.isTerminal.input() || !here.isTerminal.output()) throw noTerminal()
      if (readConfig(sources) === null) saveFile(sources.configFile, template())
      editFile(sources.configFile, sources.env)
      await readSettings(sources)
    },
    places: [
      { what: 'settings', path: sources.configFile },
      { what: 'store', path: paths.store },
      { what: 'backups', path: `${endOf(paths.store)}.backups` },
      { what: 'own playbooks', path: `${paths.configDir}/playbooks` },
      { what: 'own letters', path: `${paths.configDir}/letters` },
      { what: 'own tone', path: `${paths.configDir}/tone` },
      { what: 'own hooks', path: `${paths.configDir}/hooks` },
      { what: 'own scripts', path: `${paths.configDir}/phone` },
      { what: 'own holidays', path: `${paths.configDir}/holidays.txt` },
    ],
  }
}

async function set(sources: SettingSources, name: keyof Settings, value: string | null): Promise<void> {
  const wanted = value === null ? null : valueNamed(name, value, name)
  const before = readConfig(sources)
  if (before === null && wanted === null) return
  const after = withValue(before ?? '', name, wanted)
  if (after !== before) saveFile(sources.configFile, after)
}

function noTerminal(): Problem {
  return new Problem('usage', 'An editor needs a terminal.', { hint: 'Without one: followup config set NAME VALUE', code: 'no-terminal' })
}

function known(name: string): keyof Settings {
  const found = settingNames.find((one) => one === name)
  if (found) return found
  const near = nearest(name, settingNames)
  throw new Problem('usage', `There is no setting "${name}".`, {
    hint: near === null ? `There are: ${settingNames.join(', ')}.` : `Did you mean: ${near}`,
    code: 'unknown-setting',
  })
}

function template(): string {
  const lines = settingNames.flatMap((name) => {
    const { help, takes, default: usual } = settingsTable[name]
    return ['', `# ${help}`, `# It takes ${takes}.`, `# ${name} = ${JSON.stringify(usual ?? '')}`]
  })
  return `${['# Settings of followup. A line without "#" in front counts.', ...lines].join('\n')}\n`
}
