import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import { gathering, takeIn } from '../mail/intake.js'
import type { IntakeWorld, Taken } from '../mail/intake.js'
import type { Unplaced } from '../mail/unplaced.js'
import { myAddresses, placing, placings } from '../mail/place.js'
import type { Placing } from '../mail/place.js'

export interface MailImportArgs {
  /** The opportunity they belong to. */
  readonly for?: string
  readonly dryRun?: true
}

/** What came of mails in files. */
export interface MailsImported {
  readonly dryRun: boolean
  readonly looked: number
  readonly mails: readonly Taken[]
  /** What names a company that is followed, and came from nobody known. */
  readonly unplaced: readonly Unplaced[]
  readonly unread: readonly { readonly place: string; readonly fault: string }[]
}

/** Takes in the mails of a file or folder as `sync` takes those of a mailbox: what is certain goes on record, what is probable is asked about. One bad mail stops nothing. */
export async function importMails(
  world: IntakeWorld & Needs<'mailIn'>,
  args: MailImportArgs,
  source: string | Uint8Array,
): Promise<MailsImported> {
  const desk = await world.mailIn()
  const all = args.for === undefined ? placings(world) : [saidToBe(placing(world, chooseOpportunity(world.store, args.for)))]
  const { gathered, put } = gathering(world, { all, rules: desk.rules, mine: myAddresses(world.settings) })
  let looked = 0
  await desk.readAll(source, (caught) => {
    looked += 1
    put(caught)
  })
  const mails = await takeIn(world, gathered, args.dryRun === true)
  return { dryRun: args.dryRun === true, looked, mails, unplaced: gathered.unplaced, unread: gathered.unread }
}

/** Whoever says where mails belong need not be sure of each: one that names the company is theirs, whoever sent it. */
function saidToBe({ row, about }: Placing): Placing {
  return { row, about: { ...about, named: true } }
}
