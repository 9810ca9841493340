import { Problem } from '../problem.js'
import { chooseOpportunity } from './asking/choose.js'
import { handedOver } from './letter/hand-over.js'
import { checked } from './letter/check.js'
import { draftOf } from './letter/draft.js'
import { handIn, needNothingHeard, needYesToSend, keepDrafts, readyToSend } from './letter/send.js'
import { sent } from './sent.js'
import type { SentArgs } from './sent.js'
import { caseOf } from './why.js'
import type { LetterArgs, LetterResult, LetterWorld } from './letter/result.js'

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
  await needNothingHeard(world, ready, args)
  await handIn(world, ready)
  const noted = await sent(world, sentArgs(result))
  return { ...result, done: [done, `Sent to ${ready.mailing.to}.`].filter((part) => part !== null).join(' '), noted }
}

/** What `sent` is told of a letter that left from here. */
export function sentArgs({ handle, letter, to, subject, hook, repair, template, also }: LetterResult): SentArgs {
  const known = { to: to.id, subject, hook, repair, template }
  return {
    opp: handle,
    kind: letter,
    ...Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== null)),
    ...(also.length === 0 ? {} : { also: also.map((one) => one.handle) }),
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
  const { letter: kind, hook } = before
  world.store.record(keepDrafts(world, { ...before, subject, text }, { row, at: world.clock.moment }))
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
