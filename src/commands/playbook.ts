import { isAfterNo } from '../model/playbook.js'
import type { Playbook, Step } from '../model/playbook.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { record } from './recording/record.js'
import type { Noted } from './recording/record.js'
import { tried } from './typed/moments.js'

export interface PlaybookArgs {
  /** list (default), show, check or use. */
  readonly action?: string
  /** A playbook's name; for check, a file. */
  readonly name?: string
  readonly opp?: string
}

/** Every playbook, by name; `open` is how many open opportunities follow it. */
export interface PlaybookList {
  readonly playbooks: readonly (PlaybookHead & { readonly open: number })[]
}
export interface PlaybookHead {
  readonly name: string
  readonly title: string
  readonly summary: string
  /** From the person's own folder. */
  readonly own: boolean
  /** Followed where the rules have no reason for another. */
  readonly default: boolean
}
/** One playbook; `from` is what a step's wait is counted from: a step's id, or interview, promise, close, no. */
export interface PlaybookPage extends PlaybookHead {
  readonly dials: number
  readonly steps: readonly (Step & { readonly from: string })[]
}
/** One file looked at; a sentence for each fault, none when it can be used. */
export interface PlaybookCheck {
  readonly file: string
  readonly faults: readonly string[]
}
/** `use` without an opportunity: how to make it the default. */
export interface PlaybookChoice {
  readonly name: string
  readonly title: string
  readonly variable: string
}
export type PlaybookResult = PlaybookList | PlaybookPage | PlaybookCheck | PlaybookChoice | Noted

type World = Needs<'catalog' | 'clock' | 'settings' | 'store'>

/** Lists, shows or checks playbooks, or records which one an opportunity follows; throws Problem('refused') where a closed one would be chased. */
export async function playbook(world: World, args: PlaybookArgs): Promise<PlaybookResult> {
  switch (args.action ?? 'list') {
    case 'list':
      return list(world)
    case 'show':
      return page(world, named(args, 'gentle'))
    case 'check':
      return check(world, named(args, 'my-playbook.yaml'))
    case 'use':
      return args.opp === undefined ? choice(world, named(args, 'gentle')) : use(world, named(args, 'gentle'), args.opp)
    default:
      throw new Problem('usage', `"playbook ${args.action ?? ''}" is not known.`, { hint: 'There are: list, show, check, use.' })
  }
}

const DEFAULT = 'connect-then-call'

function named({ action, name }: PlaybookArgs, example: string): string {
  if (name !== undefined) return name
  const wanted = action === 'check' ? 'the file to check' : 'the name of a playbook'
  throw new Problem('usage', `"followup playbook ${action ?? ''}" needs ${wanted}.`, {
    hint: `For example: followup playbook ${action ?? ''} ${example}`,
  })
}

function list(world: World): PlaybookList {
  const open = new Map<string, number>()
  for (const row of world.store.list({ closed: false })) open.set(row.outlook.playbook, (open.get(row.outlook.playbook) ?? 0) + 1)
  const entries = world.catalog.playbooks()
  return { playbooks: entries.map((entry) => ({ ...head(world, entry), open: open.get(entry.playbook.name) ?? 0 })) }
}

function page(world: World, name: string): PlaybookPage {
  const found = world.catalog.playbook(name)
  const own = world.catalog.playbooks().some((entry) => entry.own && entry.playbook.name === name)
  const steps = found.steps.map((step, index) => ({
    ...step,
    from: step.after === 'previous' ? (found.steps[index - 1]?.id ?? step.after) : step.after,
  }))
  return { ...head(world, { playbook: found, own }), dials: found.dials, steps }
}

function head(
  world: World,
  { playbook: { name, title, summary }, own }: { readonly playbook: Playbook; readonly own: boolean },
): PlaybookHead {
  return { name, title, summary, own, default: name === (world.settings.playbook ?? DEFAULT) }
}

function check(world: World, file: string): PlaybookCheck {
  return { file, faults: world.catalog.checkPlaybook(file) }
}

function choice(world: World, name: string): PlaybookChoice {
  const chosen = world.catalog.playbook(name)
  requireForOpen(chosen)
  return { name: chosen.name, title: chosen.title, variable: 'FOLLOWUP_PLAYBOOK' }
}

/** Throws Problem('usage') for one that begins after a no, which cannot be the default. */
export function requireForOpen(playbook: Playbook): void {
  if (!isAfterNo(playbook)) return
  throw new Problem('usage', `"${playbook.name}" begins after a no, and the setting is for those who are open.`, {
    hint: `After a no: followup playbook use ${playbook.name} OPPORTUNITY`,
    code: 'bad-value',
  })
}

function use(world: World, name: string, reference: string): Noted {
  refuseSwapped(world, name, reference)
  const chosen = world.catalog.playbook(name)
  const row = chooseOpportunity(world.store, reference)
  refuseMismatch(chosen, row)
  const draft = { opportunity: row.id, at: world.clock.moment, kind: 'described', data: { playbook: chosen.name } } as const
  return record(world, [draft], { about: row.id, say: () => ({ recorded: `${row.handle} follows ${chosen.name} from now on` }) })
}

/** Throws Problem('usage') where the opportunity was named before the playbook. */
function refuseSwapped({ catalog }: World, name: string, reference: string): void {
  const isKnown = (one: string): boolean => tried(() => catalog.playbook(one)) !== null
  if (isKnown(name) || !isKnown(reference)) return
  throw new Problem('usage', `There is no playbook "${name}", but "${reference}" is one.`, {
    hint: `The playbook comes first: followup playbook use ${reference} ${name}`,
  })
}

/** A playbook after a no fits a closed opportunity only, and a closed one nothing else. */
function refuseMismatch(chosen: Playbook, row: OpportunityRow): void {
  const afterNo = isAfterNo(chosen)
  if (row.closed && !afterNo) {
    throw new Problem('refused', `${row.company} is closed, and nobody is chased after the end.`, {
      hint: `To stay in touch: followup playbook use keep-the-door-open ${row.handle}; if it is not over: followup reopen ${row.handle}`,
    })
  }
  if (!row.closed && afterNo) {
    throw new Problem('refused', `"${chosen.name}" begins after a no, and ${row.company} is still open.`, {
      hint: `If they said no: followup heard ${row.handle} rejection`,
    })
  }
}
