import type { Needs } from '../world.js'
import { chooseOpportunity } from './choose.js'
import { gathering, takeIn } from './mail-intake.js'
import type { IntakeWorld, Taken } from './mail-intake.js'
import { myAddresses, placing, placings } from './mail-place.js'

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
  readonly unread: readonly { readonly place: string; readonly fault: string }[]
}

/** Takes in the mails of a file or folder as `sync` takes those of a mailbox: what is certain goes on record, what is probable is asked about. One bad mail stops nothing. */
export async function importMails(
  world: IntakeWorld & Needs<'mailIn'>,
  args: MailImportArgs,
  source: string | Uint8Array,
): Promise<MailsImported> {
  const desk = await world.mailIn()
  const all = args.for === undefined ? placings(world) : [placing(world, chooseOpportunity(world.store, args.for))]
  const { gathered, put } = gathering(world, { all, rules: desk.rules, mine: myAddresses(world.settings) })
  let looked = 0
  await desk.readAll(source, (caught) => {
    looked += 1
    put(caught)
  })
  const mails = await takeIn(world, gathered, args.dryRun === true)
  return { dryRun: args.dryRun === true, looked, mails, unread: gathered.unread }
}
