import { Problem } from '../problem.js'
import type { Needs } from '../world.js'

export interface HelpArgs {
  /** A verb, words, days or exit-codes; absent: the table of contents. */
  readonly topic?: string
}

/** A word or option of a verb: a word has no `value` of its own, a switch has none at all. */
export interface OptionHelp {
  readonly name: string
  readonly value?: string
  readonly required?: true
  readonly repeat?: true
  readonly many?: true
  readonly choices?: readonly string[]
  readonly help: string
}

/** A verb as the help shows it. */
export interface VerbHelp {
  readonly name: string
  readonly group: string
  readonly summary: string
  readonly example: string
  readonly more?: readonly string[]
  readonly positionals: readonly OptionHelp[]
  readonly flags: readonly OptionHelp[]
}

/** The whole table, as far as help shows it. */
export interface Contents {
  readonly groups: readonly string[]
  readonly verbs: readonly (VerbHelp & { readonly hidden?: true })[]
  readonly globals: readonly OptionHelp[]
}

/** One page of help. */
export type HelpResult =
  | { readonly topic: 'contents'; readonly groups: readonly { readonly name: string; readonly verbs: readonly VerbHelp[] }[] }
  | { readonly topic: 'verb'; readonly verb: VerbHelp; readonly globals: readonly OptionHelp[] }
  | { readonly topic: 'words' | 'days' | 'exit-codes' }

/** The command that shows pages of these contents; it throws Problem('usage') for a topic that there is none on. */
export function help(contents: Contents): (world: Needs<never>, args: HelpArgs) => Promise<HelpResult> {
  return (_world, { topic }) => Promise.resolve(pageOn(topic, contents))
}

function pageOn(topic: string | undefined, { groups, verbs, globals }: Contents): HelpResult {
  if (topic === undefined) {
    const listed = verbs.filter((verb) => !verb.hidden).map(pageOf)
    return { topic: 'contents', groups: groups.map((name) => ({ name, verbs: listed.filter((verb) => verb.group === name) })) }
  }
  if (topic === 'words' || topic === 'days' || topic === 'exit-codes') return { topic }
  const verb = verbs.find((one) => one.name === topic)
  if (verb) return { topic: 'verb', verb: pageOf(verb), globals }
  throw new Problem('usage', `There is no help on "${topic}".`, { hint: '"followup help" shows what there is.', code: 'unknown-verb' })
}

function pageOf({ name, group, summary, example, more = [], positionals, flags }: VerbHelp): VerbHelp {
  return { name, group, summary, example, more, positionals, flags }
}
