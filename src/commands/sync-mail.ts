import type { Day } from '../model/day.js'
import { phrasesOf } from '../replies/phrases.js'
import { concernOf } from '../replies/concern.js'
import { addDays } from '../rules/days.js'
import type { FolderLooked } from '../model/mailbox.js'
import type { Needs } from '../world.js'
import { gathering, takeIn } from './mail-intake.js'
import type { IntakeWorld, Taken } from './mail-intake.js'
import { myAddresses, placings } from './mail-place.js'
import type { Placing } from './mail-place.js'
import { pastMoment } from './moments.js'

export interface SyncMailArgs {
  readonly since?: string
  readonly dryRun?: true
}

/** What a look into the mailbox came to. */
export interface MailSynced {
  readonly dryRun: boolean
  readonly folders: readonly { readonly folder: string; readonly looked: number }[]
  readonly mails: readonly Taken[]
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
  const look = {
    since: args.since === undefined ? firstDay(world, all) : pastMoment(world, args.since).value.day,
    anew: args.since !== undefined,
    mark: (folder: string) => world.store.mailMarks.of(place(folder)),
    concerns: concernOf(
      all.map(({ about }) => about),
      phrasesOf(desk.rules),
    ),
  }
  const folders = all.length === 0 ? [] : await box.look(look, put)
  const mails = await takeIn(world, gathered, args.dryRun === true)
  if (!args.dryRun) keep(world, folders, place)
  return {
    dryRun: args.dryRun === true,
    folders: folders.map(({ folder, looked }) => ({ folder, looked })),
    mails: mails.filter(({ does }) => does !== 'known'),
    unread: gathered.unread,
  }
}

function keep({ store }: Needs<'store'>, folders: readonly FolderLooked[], place: (folder: string) => string): void {
  for (const { folder, mark } of folders) store.mailMarks.keep(place(folder), mark)
}

const longestBack = 180

/** Where nothing was read yet: since the first thing on record of what is open, half a year at most. */
function firstDay({ store, clock }: Needs<'store' | 'clock'>, all: readonly Placing[]): Day {
  const earliest = addDays(clock.today, -longestBack)
  const open = all.filter(({ row }) => !row.closed)
  const days = open.flatMap(({ row }) => (store.caseFile(row.id)?.facts ?? []).map(({ at }) => at.day))
  const first = days.reduce((a, b) => (b < a ? b : a), clock.today)
  return first > earliest ? first : earliest
}
