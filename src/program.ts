import { keepingVerbs } from './program/keeping.js'
import { lookingVerbs } from './program/looking.js'
import { pausingVerbs } from './program/pausing.js'
import { reachingVerbs } from './program/reaching.js'
import { recordingVerbs } from './program/recording.js'
import { globals, groups, pair } from './program/table.js'
import type { Verb, Verbs } from './program/table.js'

// Not those of this module: in the file of a verb of every day it has that verb alone.
const everyVerb = async (): Promise<readonly Verb[]> => (await import('./program.js')).program()

const helpVerb = (): Verb => ({
  name: 'help',
  group: 'Keeping house',
  summary: 'this page, or one verb',
  example: 'followup help call',
  positionals: [{ name: 'topic', names: ['verb'], help: 'a verb, words, days or exit-codes' }],
  flags: [],
  writes: 'never',
  load: async () => {
    const { help } = await import('./commands/help.js')
    return pair(help({ groups, globals, verbs: await everyVerb() }), (await import('./views/help.js')).helpView)
  },
})

const completeVerb = (): Verb => ({
  name: '__complete',
  group: 'Keeping house',
  summary: 'what may stand where the cursor is',
  example: 'followup __complete --shell=zsh --word=due',
  hidden: true,
  positionals: [],
  flags: [
    { name: 'shell', value: 'SHELL', help: 'who asks' },
    { name: 'line', value: 'TEXT', help: 'the line up to the cursor' },
    { name: 'cut', value: 'TEXT', help: 'its end that is replaced' },
    { name: 'word', value: 'TEXT', repeat: true, help: 'a word of the line' },
  ],
  writes: 'never',
  mends: true,
  load: async () => {
    const { complete } = await import('./commands/complete.js')
    return pair(complete({ verbs: await everyVerb(), globals }), (await import('./views/complete.js')).completeView)
  },
})

const verbs: Verbs = {
  ...lookingVerbs,
  ...reachingVerbs,
  ...recordingVerbs,
  ...pausingVerbs,
  ...keepingVerbs,
  help: helpVerb,
  __complete: completeVerb,
}

/** The table of contents: every verb, its words and flags; a verb's code is loaded when it runs. */
export function program(): readonly Verb[] {
  return Object.values(verbs).map((verb) => verb())
}

/** The verb of this name, or null. */
export function verbNamed(name: string): Verb | null {
  return Object.hasOwn(verbs, name) ? (verbs[name]?.() ?? null) : null
}
