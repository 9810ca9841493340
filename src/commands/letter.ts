import type { LetterKind } from '../model/act.js'
import type { FactDraft, FactOf } from '../model/fact.js'
import type { Checkup } from '../model/finding.js'
import type { Outgoing } from '../model/letter.js'
import type { ContactId } from '../model/opportunity.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { handedOver } from './letter/hand-over.js'
import { checked } from './letter/check.js'
import { draftOf } from './letter/draft.js'
import type { Gap } from './letter/missing.js'
import { handIn, needYesToSend, readyToSend } from './letter/send.js'
import type { Me } from './asking/me.js'
import type { Noted } from './recording/record.js'
import type { First } from './offer/paper.js'
import { sent } from './sent.js'
import type { SentArgs } from './sent.js'
import { caseOf } from './why.js'

export interface LetterArgs {
  readonly opp: string
  readonly kind?: string
  readonly to?: string
  readonly hook?: string
  readonly say?: string
  readonly day?: string
  readonly another?: string
  readonly edit?: true
  readonly out?: string
  readonly copy?: true
  readonly mailto?: true
  readonly eml?: string
  readonly drafts?: true
  readonly send?: true
  readonly yes?: true
  readonly anyway?: string
  readonly nothingHeard?: true
  /** Just asked, and in no setting that this run has read. */
  readonly me?: Me
  /** One of the acts of a day, which may also be done otherwise, or put off. */
  readonly within?: true
}

export type LetterWorld = Needs<
  'clock' | 'catalog' | 'settings' | 'store' | 'letters' | 'tone' | 'copyText' | 'writeText' | 'editText' | 'ask' | 'mailOut' | 'readInput'
>

/** A letter as it would leave now, and what the composure check says of it. */
export interface LetterResult extends Outgoing {
  readonly to: Outgoing['to'] & { readonly id: ContactId | null }
  readonly handle: string
  readonly letter: LetterKind
  /** It is the person's own wording, written earlier and not sent. */
  readonly kept: boolean
  readonly hook: string | null
  readonly repair: string | null
  readonly template: string | null
  readonly checkup: Checkup
  /** What had better come before it; null where nothing does. */
  readonly first: First | null
  /** What is good to know before it leaves, a sentence each. */
  readonly notes: readonly string[]
  /** What would make it better and is not known. */
  readonly missing: readonly Gap[]
  /** What was done with it, a sentence or more; null when it was only looked at. */
  readonly done: string | null
  /** What was recorded of it once it left; null where it was not sent from here. */
  readonly noted: Noted | null
}

/** A page of the conversation: the letter with its findings. */
export interface LetterPage {
  readonly page: 'letter'
  readonly result: LetterResult
  /** Under a title of its own. */
  readonly titled: boolean
}

/** Drafts a letter, checks it, and hands it over as told, or only shows it. Throws Problem('refused') where a rule forbids it. Records an edited one, and one that was sent. */
export async function letter(world: LetterWorld, args: LetterArgs): Promise<LetterResult> {
  const drafted = await draftOf(world, args)
  const result = args.edit ? await editedBy(world, drafted) : drafted
  const done = await handedOver(world, result, args)
  if (!args.send) return { ...result, done }
  const ready = await readyToSend(world, result, args.anyway)
  needYesToSend(ready, args.yes === true)
  await handIn(world, ready)
  const noted = await sent(world, sentArgs(result))
  return { ...result, done: [done, `Sent to ${ready.mailing.to}.`].filter((part) => part !== null).join(' '), noted }
}

/** What `sent` is told of a letter that left from here. */
export function sentArgs({ handle, letter, to, subject, hook, repair, template }: LetterResult): SentArgs {
  const known = { to: to.id, subject, hook, repair, template }
  return {
    opp: handle,
    kind: letter,
    ...Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== null)),
    yes: true,
  }
}

/** The same letter after the person's editor, checked again, kept as written and not sent. */
export async function editedBy(world: LetterWorld, before: LetterResult): Promise<LetterResult> {
  if (!world.ask.able)
    throw new Problem('usage', 'An editor needs a terminal.', { hint: 'Without one: --out FILE, and edit that.', code: 'no-terminal' })
  const whole = await world.editText(`Subject: ${before.subject}\n\n${before.text}`, 'letter.txt')
  const parts = /^Subject: *(.*)\n+([^]*)$/.exec(whole)
  const [subject, text] = [parts?.[1]?.trim() || before.subject, (parts?.[2] ?? whole).trim()]
  if (text === '')
    throw new Problem('failed', 'The letter came back empty, and nothing was kept.', {
      hint: 'Open it again, or ask for another version.',
      code: 'empty',
    })
  if (text === before.text && subject === before.subject) return before
  const row = chooseOpportunity(world.store, before.handle)
  const reader = row.contacts.find((one) => one.id === before.to.id) ?? null
  const { letter: kind, hook, repair, template } = before
  const data: FactOf<'drafted'>['data'] = {
    ...{ letter: kind, contact: before.to.id, subject, text },
    ...{ ...(hook === null ? {} : { hook }), ...(repair === null ? {} : { repair }), ...(template === null ? {} : { template }) },
  }
  const draft: FactDraft = { opportunity: row.id, at: world.clock.moment, kind: 'drafted', data }
  world.store.record([draft])
  const { facts } = caseOf(world.store, row.id)
  return {
    ...before,
    subject,
    text,
    kept: true,
    missing: before.missing.filter((one) => one !== 'my-name'),
    checkup: await checked(world, { row, facts, reader, kind, hook }, `Subject: ${subject}\n\n${text}`),
  }
}
