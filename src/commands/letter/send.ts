import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { FactId } from '../../model/opportunity.js'
import type { CaseFile, OpportunityRow } from '../../model/store.js'
import { shellWord } from '../../formats/shell-words.js'
import { isUnasked } from '../../model/kinds.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem, isProblem } from '../../problem.js'
import { unsettledIn } from '../../rules/unsettled.js'
import type { Mailing, Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import { askNothingHeard } from '../asking/nothing-heard.js'
import { given } from '../typed/given.js'
import type { LetterArgs, LetterResult } from './result.js'
import type { Scribe } from '../recording/record.js'
import { openOnes, sharesOf } from '../standing/also-named.js'
import { caseOf } from '../why.js'

/** What sending needs of the world. */
export type Sender = Scribe & Needs<'mailOut'>

/** A letter ready to go: what exactly, by which way, and what is to be recorded first. */
export interface Ready {
  readonly letter: LetterResult
  readonly mailing: Mailing
  /** The server or command it goes through, in words. */
  readonly route: string
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly anyway: string | null
}

/** Makes a letter ready to be sent. Throws Problem('usage') where an address or a way is missing, Problem('refused') where the check or a letter on its way forbids it. */
export async function readyToSend(world: Sender, letter: LetterResult, anyway: string | undefined): Promise<Ready> {
  const row = chooseOpportunity(world.store, letter.handle)
  const file = caseOf(world.store, row.id)
  refuseUnsettled(row, file)
  refuseHarm(letter, anyway)
  const out = await world.mailOut()
  if (out.route === null)
    throw new Problem('usage', 'No way to send mail is named.', {
      hint: 'followup config set mail-provider gmail, or smtp-host, or mail-command; docs/mail.md shows each.',
      code: 'no-route',
    })
  return { letter, mailing: await out.compose(letter), route: out.route, row, file, anyway: anyway ?? null }
}

/** Throws Problem('usage') where nobody has said yes to sending exactly this. */
export function needYesToSend({ letter, mailing, route }: Ready, yes: boolean): void {
  if (yes) return
  throw new Problem('usage', `This would send "${letter.subject}" from ${mailing.from} to ${mailing.to} through ${route}.`, {
    hint: `Nothing is sent without your yes: add --yes${isUnasked(letter.letter) ? ' and --nothing-heard' : ''}, or run it in a terminal and be asked.`,
    code: 'needs-yes',
  })
}

/** Asks before a letter that chases someone whether anything came from them. Throws Problem('usage') where something did, or nobody is there to say. */
export async function needNothingHeard(world: Sender & Needs<'ask'>, { letter, row }: Ready, args: LetterArgs): Promise<void> {
  if (args.nothingHeard || !isUnasked(letter.letter) || (world.ask.able && (await askNothingHeard(world, row)))) return
  const name = letter.to.name ?? row.company
  if (world.ask.able)
    throw new Problem('usage', `${name} is not reminded of what was answered, and nothing was sent.`, {
      hint: `Record what came first: followup heard ${row.handle}`,
      code: 'heard',
    })
  throw new Problem('usage', `This letter reminds ${name}, and nobody has said that nothing came from there meanwhile.`, {
    hint: `If nothing did: followup letter ${[row.handle, letter.letter, ...chosenWords(args)].join(' ')} --send --yes --nothing-heard`,
    code: 'needs-nothing-heard',
  })
}

/** What was chosen for a letter, as it is typed. */
function chosenWords(args: LetterArgs): readonly string[] {
  const flags = ['to', 'hook', 'say', 'day', 'another', 'anyway'] as const
  return flags.flatMap((name) => (args[name] === undefined ? [] : [`--${name}`, shellWord(args[name])]))
}

/**
 * Sends a letter once, after putting on record its text and that it is being handed over; `sent` is to follow, and settles that. Where it has certainly
 * not left, the record is taken back; where nobody knows, it stands, and is asked about. Throws Problem('store') where something else was recorded
 * meanwhile, Problem('outside') where it did not leave or nobody knows.
 */
export async function handIn(world: Sender, ready: Ready): Promise<void> {
  const { letter, mailing, row } = ready
  const at = world.clock.moment
  const last = keepText(world, ready, at)
  const sending = world.store.record(handOver(world, ready, at), { opportunity: row.id, last }).facts.map(({ id }) => id)
  const out = await world.mailOut()
  try {
    await out.send(mailing)
  } catch (error) {
    if (!isProblem(error)) throw error
    if (error.code === 'unknown') throw unknown(error, ready)
    world.store.record([{ opportunity: null, at, kind: 'retracted', data: { facts: sending } }])
    throw new Problem(error.kind, error.message, {
      hint: `${error.hint ?? ''} The letter is kept: followup letter ${row.handle} ${letter.letter}`.trim(),
      code: error.code,
      cause: error,
    })
  }
}

/** Keeps the letter's own text, where it is not on record as it leaves, in a command of its own: taking back the sending leaves it. Returns the newest fact. */
function keepText(world: Sender, { letter, row, file }: Ready, at: Moment): FactId | null {
  const last = file.facts.reduce<FactId | null>(
    (id, fact) => (fact.opportunity === row.id && (id === null || fact.id > id) ? fact.id : id),
    null,
  )
  if (letter.kept) return last
  const { facts } = world.store.record(keepDrafts(world, letter, { row, at }), { opportunity: row.id, last })
  return facts[0]?.id ?? last
}

/** A letter's text as the person's own wording, in each opportunity that it speaks of. */
export function keepDrafts(
  world: Needs<'store' | 'clock'>,
  letter: LetterResult,
  { row, at }: { readonly row: OpportunityRow; readonly at: Moment },
): readonly FactDraft[] {
  const { letter: kind, subject, text } = letter
  const contact = letter.to.id
  return sharesOf(world, rowsOf(world, letter, row), { letter: kind, contact }).map((share) => {
    const data = { letter: share.letter, contact, subject, text, ...usedBy(letter), ...share.others }
    return { opportunity: share.opportunity, at, kind: 'drafted', data }
  })
}

function handOver(world: Sender, { letter, mailing, row, anyway }: Ready, at: Moment): readonly FactDraft[] {
  const contact = letter.to.id
  const told = { channel: 'email', contact, messageId: mailing.messageId, subject: letter.subject, ...usedBy(letter) } as const
  return sharesOf(world, rowsOf(world, letter, row), { letter: letter.letter, contact }).map((share) => {
    const data = { ...told, letter: share.letter, ...share.others, ...given({ anyway: anyway ?? undefined }) }
    return { opportunity: share.opportunity, at, kind: 'sending', data }
  })
}

/** All that a letter speaks of, first that for which it was written. */
function rowsOf(world: Needs<'store'>, { also }: LetterResult, row: OpportunityRow): readonly OpportunityRow[] {
  return [
    row,
    ...openOnes(
      world,
      also.map(({ id }) => id),
    ),
  ]
}

function usedBy({ hook, repair, template }: LetterResult): {
  readonly hook?: string
  readonly repair?: string
  readonly template?: string
} {
  return given({ hook: hook ?? undefined, repair: repair ?? undefined, template: template ?? undefined })
}

function refuseUnsettled(row: OpportunityRow, file: CaseFile): void {
  const [open] = unsettledIn(file.facts)
  if (!open) return
  const { letter } = open.data
  throw new Problem('refused', `${letterWords[letter]} to ${row.company} was being handed over earlier, and may have left.`, {
    hint: `Look in your Sent folder. If it is there: followup sent ${row.handle} ${letter}; if not: followup undo ${open.command}`,
    code: 'unsettled',
  })
}

/** Why the check would not send a letter, a sentence; null where it would. */
export function harmIn({ checkup }: LetterResult): string | null {
  if (checkup.verdict !== 'stop') return null
  const worst = checkup.findings.find((one) => one.severity === 'error')
  return `The check would not send this: ${worst?.why ?? 'it would harm you.'}`
}

function refuseHarm(result: LetterResult, anyway: string | undefined): void {
  const harm = harmIn(result)
  if (harm === null || anyway !== undefined) return
  const { handle, letter } = result
  throw new Problem('refused', harm, {
    hint: `Mend it: followup letter ${handle} ${letter} --edit. Or send it as it is with --anyway and your reason.`,
    code: 'composure',
  })
}

function unknown(error: Problem, { row, letter }: Ready): Problem {
  return new Problem('outside', error.message, {
    hint: `${error.hint ?? ''} If it left: followup sent ${row.handle} ${letter.letter}. "followup due" keeps asking until then.`.trim(),
    code: error.code,
    cause: error,
  })
}
