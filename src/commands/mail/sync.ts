import type { Day, Instant } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import { phrasesOf } from '../../replies/phrases.js'
import { concernOf } from '../../replies/concern.js'
import { addDays } from '../../rules/days.js'
import type { FolderLooked } from '../../model/mailbox.js'
import type { KeptMark } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { gathering, takeIn } from './intake.js'
import type { IntakeWorld, Taken } from './intake.js'
import type { Unplaced } from './unplaced.js'
import { myAddresses, placings } from './place.js'
import type { Placing } from './place.js'
import { pastMoment } from '../typed/moments.js'

export interface SyncMailArgs {
  readonly since?: string
  readonly dryRun?: true
}

/** What a look into the mailbox came to. */
export interface MailSynced {
  readonly dryRun: boolean
  readonly folders: readonly { readonly folder: string; readonly looked: number }[]
  readonly mails: readonly Taken[]
  /** What names a company that is followed, and came from nobody known. */
  readonly unplaced: readonly Unplaced[]
  /** Mails that could not be read, a sentence each. */
  readonly unread: readonly { readonly place: string; readonly fault: string }[]
}

/**
 * Reads what came since the last time: the network first, then the records, then how far it was read; cut off anywhere, the next run does the rest.
 * With `--since` from that day, whatever was read before. Throws Problem('usage') without a mailbox in the settings, Problem('outside') when the server fails.
 */
export async function syncMail(world: IntakeWorld & Needs<'mailIn'>, args: SyncMailArgs): Promise<MailSynced> {
  const desk = await world.mailIn()
  const box = desk.mailbox()
  const all = placings(world)
  const { gathered, put } = gathering(world, { all, rules: desk.rules, mine: myAddresses(world.settings) })
  const place = (folder: string): string => `${box.account} ${folder}`
  const marks = new Map(box.folders.map((folder) => [folder, world.store.mailMarks.of(place(folder))]))
  const look = {
    ...(args.since === undefined
      ? daysFor(world, all, [...marks.values()])
      : { since: pastMoment(world, args.since).value.day, anew: true }),
    mark: (folder: string) => marks.get(folder) ?? null,
    concerns: concernOf(
      all.map(({ about }) => about),
      phrasesOf(desk.rules),
    ),
  }
  const folders = await box.look(look, put)
  const mails = await takeIn(world, gathered, args.dryRun === true)
  if (!args.dryRun) keep(world, folders, place)
  return {
    dryRun: args.dryRun === true,
    folders: folders.map(({ folder, looked }) => ({ folder, looked })),
    mails: mails.filter(({ does }) => does !== 'known'),
    unplaced: gathered.unplaced,
    unread: gathered.unread,
  }
}

function keep({ store, clock }: Needs<'store' | 'clock'>, folders: readonly FolderLooked[], place: (folder: string) => string): void {
  const at = new Date(clock.epochMs).toISOString() as Instant
  for (const { folder, mark } of folders) store.mailMarks.keep(place(folder), { ...mark, at })
}

const longestBack = 180

/**
 * From which day to look where a folder was never read: the first on record of what is open, half a year ago at most. What was opened, or whom I met,
 * since the last look is looked for anew from its own first day, and nothing in between is left out.
 */
function daysFor(
  { store, clock }: Needs<'store' | 'clock'>,
  all: readonly Placing[],
  marks: readonly (KeptMark | null)[],
): { readonly since: Day; readonly anew: boolean } {
  const earliest = addDays(clock.today, -longestBack)
  const files = all.filter(({ row }) => !row.closed).map(({ row }) => store.caseFile(row.id)?.facts ?? [])
  const first = (facts: readonly Fact[]): Day => facts.reduce((day, { at }) => (at.day < day ? at.day : day), clock.today)
  const last = marks.reduce<string>((before, mark) => (mark !== null && mark.at < before ? mark.at : before), '9999')
  const fresh = files.filter((facts) => facts.some(({ kind, recorded }) => (kind === 'opened' || kind === 'met') && recorded > last))
  const anew = fresh.length > 0 && last !== '9999'
  const days = anew ? [...fresh.map(first), addDays(last.slice(0, 10) as Day, -1)] : files.map(first)
  const since = days.reduce((a, b) => (b < a ? b : a), clock.today)
  return { since: since > earliest ? since : earliest, anew }
}
