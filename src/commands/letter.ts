import { check } from '../composure/check.js'
import { letterKinds } from '../model/act.js'
import type { LetterKind } from '../model/act.js'
import type { Day } from '../model/day.js'
import type { Fact, FactDraft, FactOf } from '../model/fact.js'
import type { Checkup, LetterContext } from '../model/finding.js'
import type { Outgoing, SlotName } from '../model/letter.js'
import type { Contact } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { phaseAt } from '../rules/assess.js'
import { readDay } from '../rules/read-day.js'
import type { Needs } from '../world.js'
import { chooseContact, chooseOpportunity } from './choose.js'
import { oneOf } from './given.js'
import { handedOver } from './hand-over.js'
import { gathered, templatesSent } from './letter-gather.js'
import { apart, keptOf, threadOf } from './letter-before.js'
import { rememberedIn } from './letter-facts.js'
import { lacking, missingFrom } from './letter-missing.js'
import { refuseLetter } from './letter-rules.js'
import { handIn, needYesToSend, readyToSend } from './letter-send.js'
import { meIn } from './me.js'
import type { Me } from './me.js'
import type { Noted } from './record.js'
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
  readonly handle: string
  readonly letter: LetterKind
  /** It is the person's own wording, written earlier and not sent. */
  readonly kept: boolean
  readonly hook: string | null
  readonly repair: string | null
  readonly template: string | null
  readonly checkup: Checkup
  /** What would make it better and is not known. */
  readonly missing: readonly SlotName[]
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
  const known = { to: to.name, subject, hook, repair, template }
  return {
    opp: handle,
    kind: letter,
    ...Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== null)),
    yes: true,
  }
}

/** The letter as it stands: the person's own wording where there is one, else a draft from what is recorded. */
export async function draftOf(world: LetterWorld, args: LetterArgs): Promise<LetterResult> {
  const row = chooseOpportunity(world.store, args.opp)
  const at = world.clock.in(row.outlook.zone)
  const kind = kindOf(world, row, args.kind)
  const reader = readerOf(world, row, { kind, to: args.to })
  const file = caseOf(world.store, row.id)
  await refuseLetter(world, { row, file, letter: kind, to: reader?.id ?? null, anyway: args.anyway !== undefined })
  const chosen = {
    hook: hookNumbered(file.facts, args.hook),
    own: args.say ?? null,
    day: args.day === undefined ? null : dayRead(world, args.day),
    me: args.me ?? meIn(world.settings),
  }
  const facts = gathered(world, { row, file, letter: kind, to: reader?.id ?? null, at }, chosen)
  const book = await world.letters()
  const { draftLetter, missingSlots } = await import('../letters/draft.js')
  const version = Math.max(0, Math.trunc(Number(args.another ?? 0)) || 0)
  const own = version === 0 && !args.say && !args.hook ? keptOf(file.facts, { kind, to: reader?.id ?? null }) : null
  const draft = own ?? draftLetter(book, facts, { kind, ...templatesSent(file.facts, reader?.id ?? null), version })
  if (!draft) throw lacking(row, kind, missingSlots(book, facts, kind))
  const thread = threadOf(file.facts, reader)
  const subject = own === null && thread.subject !== null && !apart.has(kind) ? `Re: ${thread.subject}` : draft.subject
  return {
    handle: row.handle,
    letter: kind,
    to: { name: reader?.name ?? null, email: reader?.email ?? null },
    ...draft,
    subject,
    inReplyTo: thread.references.at(-1) ?? null,
    references: thread.references,
    kept: own !== null,
    checkup: await checked(world, { row, facts: file.facts, reader, kind }, `Subject: ${subject}\n\n${draft.text}`),
    missing: missingFrom(kind, facts.hooks.length),
    done: null,
    noted: null,
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
  const reader = row.contacts.find((one) => one.name === before.to.name) ?? null
  const { letter: kind, hook, repair, template } = before
  const data: FactOf<'drafted'>['data'] = {
    ...{ letter: kind, contact: reader?.id ?? null, subject, text },
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
    checkup: await checked(world, { row, facts, reader, kind }, `Subject: ${subject}\n\n${text}`),
  }
}

function kindOf({ clock }: Needs<'clock'>, row: OpportunityRow, named: string | undefined): LetterKind {
  if (named !== undefined) return oneOf(named, letterKinds, 'the kind')
  const step = phaseAt(row.outlook, clock.in(row.outlook.zone)).next?.step
  const due = step === 'ask-in-writing' ? 'offer-thanks' : letterKinds.find((kind) => kind === step)
  if (due) return due
  throw new Problem('usage', `No letter to ${row.company} comes next.`, {
    hint: `Name a kind, for example: followup letter ${row.handle} check-in. "followup plan ${row.handle}" shows what comes.`,
    code: 'missing',
  })
}

/** Who reads letters of these kinds, where someone of that role is known. */
const readers: Readonly<Partial<Record<LetterKind, readonly string[]>>> = {
  'recruiter-status': ['recruiter', 'agency', 'hr'],
  'referee-brief': ['referee'],
  'referrer-update': ['referrer'],
}

function readerOf(
  { clock }: Needs<'clock'>,
  row: OpportunityRow,
  { kind, to }: { readonly kind: LetterKind; readonly to: string | undefined },
): Contact | null {
  if (to !== undefined) return chooseContact(row, to)
  const roles = readers[kind]
  if (roles) return row.contacts.find((one) => roles.includes(one.role ?? '')) ?? null
  const next = phaseAt(row.outlook, clock.in(row.outlook.zone)).next
  const id = next?.step === kind && next.contact !== null ? next.contact : row.outlook.lead
  return row.contacts.find((one) => one.id === id) ?? null
}

function hookNumbered(facts: readonly Fact[], number: string | undefined): string | null {
  if (number === undefined) return null
  const { hooks, free } = rememberedIn(facts)
  const hook = /^\d+$/.test(number) ? hooks[Number(number) - 1] : number.trim()
  if (hook === undefined || hook === '')
    throw new Problem(
      'usage',
      hooks.length === 0
        ? 'Nothing you talked about is on record.'
        : `There are ${String(hooks.length)} hooks, and ${number} is none of them.`,
      {
        hint: hooks.map((one, index) => `${String(index + 1)}: ${one}`).join('; ') || 'followup debrief keeps them.',
        code: 'hook',
      },
    )
  if (hooks.includes(hook) && !free.includes(hook))
    throw new Problem('refused', `"${hook}" opened an earlier letter, and each does so once.`, {
      hint: `Free: ${free.join('; ') || 'none'}.`,
      code: 'hook-used',
    })
  return hook
}

function dayRead({ clock, catalog }: Needs<'clock' | 'catalog'>, text: string): Day {
  return readDay(text, { today: clock.today, calendar: catalog.calendar(catalog.countryOf(clock.zone)), toward: 'future' }).day
}

interface Judged {
  readonly row: OpportunityRow
  readonly facts: readonly Fact[]
  readonly reader: Contact | null
  readonly kind: LetterKind
}

async function checked(world: Needs<'tone'>, { row, facts, reader, kind }: Judged, text: string): Promise<Checkup> {
  const { hooks, cares } = rememberedIn(facts)
  const about: LetterContext = {
    kind,
    company: row.company,
    contact: reader?.name ?? null,
    role: row.role,
    known: [...row.contacts.filter((one) => one !== reader).map((one) => one.name), ...hooks, ...cares],
    offered: facts.some((fact) => fact.kind === 'offered' || (fact.kind === 'heard' && fact.data.kind === 'offer')),
  }
  return check(text, about, await world.tone())
}
