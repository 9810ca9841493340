import { keepingVerbs } from './program/keeping.js'
import { lookingVerbs } from './program/looking.js'
import { pausingVerbs } from './program/pausing.js'
import { recordingVerbs } from './program/recording.js'
import type { Verb } from './program/table.js'

/** The table of contents: every verb, its words and flags; a verb's code is loaded when it runs. */
export const program: readonly Verb[] = [...lookingVerbs, ...recordingVerbs, ...pausingVerbs, ...keepingVerbs]

/** The verb of this name, or null. */
export function verbNamed(name: string): Verb | null {
  return program.find((verb) => verb.name === name) ?? null
}
