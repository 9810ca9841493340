import type { Settings } from '../model/settings.js'

/** One setting: its name in the file (`x-y` is `FOLLOWUP_X_Y` in the environment), what it takes, and what it is when nobody says. */
export interface SettingRow<K extends keyof Settings = keyof Settings> {
  readonly name: K
  readonly default: Settings[K]
  /** What it takes, for the help and for errors: "auto, none, or a country code such as US". */
  readonly takes: string
  /** The only texts it takes, where they can be listed. */
  readonly choices?: readonly string[]
  readonly help: string
  /** The value behind a text; undefined when the text is none. */
  readonly read: (text: string) => Settings[K] | undefined
}
