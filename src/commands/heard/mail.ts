import { heardKinds } from '../../model/act.js'
import type { HeardKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { OfferNamed } from '../../model/fact.js'
import { mayNameDay } from '../../model/kinds.js'
import type { Recognised } from '../../model/replies.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import type { Clock, Needs } from '../../world.js'
import { askYes } from '../asking/again.js'
import { chooseOpportunity } from '../asking/choose.js'
import { heard } from '../heard.js'
import type { HeardArgs } from '../heard.js'
import { placedAt, placing } from '../mail/place.js'
import { keepingLine, namedSentence, namesTerms, unsureNotes } from '../offer/named.js'
import { askWhatItSays, readingWords } from '../asking/what-it-says.js'
import type { Noted, Scribe } from '../recording/record.js'
import { oneOf } from '../typed/given.js'
import { dayWords } from '../typed/moments.js'

export interface HeardMailArgs extends HeardArgs {
  readonly eml?: string
  readonly dryRun?: true
  readonly yes?: true
}

type World = Scribe & Needs<'hooks' | 'mailIn' | 'ask'>

/** `heard`, or with `--eml` what the mail itself says. Throws Problem('failed') for a mail that is no answer of theirs where no kind is said, Problem('usage') where somebody must confirm and nobody is there. */
export async function heardOrMail(world: World, args: HeardMailArgs): Promise<Noted | Recognised> {
  const { eml, dryRun, yes, ...told } = args
  if (eml === undefined) {
    if (dryRun)
      throw new Problem('usage', '--dry-run goes with --eml.', { hint: 'followup heard acme --eml reply.eml --dry-run', code: 'dry-run' })
    return heard(world, told)
  }
  const row = chooseOpportunity(world.store, args.opp)
  const desk = await world.mailIn()
  const mail = await desk.read(eml)
  const { found } = placedAt(world, mail, { ...placing(world, row), rules: desk.rules })
  if (dryRun) return found
  requireAnswer(world, found, { row, isSaid: args.kind !== undefined })
  const said = found.unclear && args.kind === undefined ? await whatIsSaid(world, found, { row, promise: args.promise }) : undefined
  await confirm(world, found, { row, yes: yes === true || said !== undefined || args.kind !== undefined })
  const kind = args.kind === undefined ? (said ?? (found.kind as HeardKind)) : oneOf(args.kind, heardKinds, '--kind')
  const isSure = yes === true
  const terms = kind === 'offer' ? await termsAgreed(world, found, { isSure, isAsked: isAsked(found) && args.kind === undefined }) : null
  const day = mayNameDay(kind) && args.promise === undefined ? found.promise : null
  const named = day !== null && (isSure || (world.ask.able && (await agreed(world, found, day)))) ? day : null
  const written = await heard(world, {
    ...toldBy({ ...found, kind, until: kind === found.kind ? found.until : null }, mail.sent, row),
    ...(named === null ? {} : { promise: named }),
    terms,
    ...told,
    kind,
  })
  const notes = kind === 'offer' ? notesOn(found, terms, { row, clock: world.clock }) : []
  return { ...written, notes: [...written.notes, ...notes] }
}

// Whoever says what a stranger's mail is knows better whose it is.
function requireAnswer(
  { store }: World,
  { kind, messageId }: Recognised,
  { row, isSaid }: { readonly row: OpportunityRow; readonly isSaid: boolean },
): void {
  if (kind === 'none' && !isSaid)
    throw new Problem('failed', `This mail is no answer from ${row.company}; nothing was recorded.`, {
      hint: `If it is one after all, say what: followup heard ${row.handle} KIND --eml FILE`,
      code: 'no-answer',
    })
  const known =
    messageId !== null && (store.caseFile(row.id)?.facts ?? []).some((fact) => fact.kind === 'heard' && fact.data.messageId === messageId)
  if (known)
    throw new Problem('failed', 'This mail is on record already; nothing was recorded twice.', {
      hint: `followup history ${row.handle} shows it.`,
      code: 'heard-already',
    })
}

// A no is never taken from a mail alone, and neither is one that may be about something else.
function isAsked({ match, kind }: Pick<Recognised, 'match' | 'kind'>): boolean {
  return match !== 'certain' || kind === 'rejection'
}

/** What a mail says in which nothing was recognised: with a day for news not yet, else only the person knows, and no --yes says it. */
async function whatIsSaid(
  { ask }: World,
  { from, sentence }: Recognised,
  { row, promise }: { readonly row: OpportunityRow; readonly promise: string | undefined },
): Promise<HeardKind> {
  if (promise !== undefined) return 'holding'
  if (!ask.able)
    throw new Problem('usage', `What this mail${from === null ? '' : ` from ${from}`} says is not clear.`, {
      hint: `Read it, and say what it is: followup heard ${row.handle} rejection --eml FILE, or question, holding, courtesy`,
      code: 'unclear',
    })
  ask.note(`${from ?? 'Somebody'}: "${sentence ?? ''}"`)
  const said = await askWhatItSays(ask, row.company)
  if (said === 'later' || said === 'none') throw new Problem('interrupted', 'Nothing was recorded.')
  return said
}

async function confirm(
  { ask, clock }: World,
  { kind, match, from, sentence, offer }: Recognised,
  { row, yes }: { readonly row: OpportunityRow; readonly yes: boolean },
): Promise<void> {
  if (yes || !isAsked({ match, kind })) return
  if (!ask.able)
    throw new Problem('usage', `This mail${from === null ? '' : ` from ${from}`} is probably "${kind}", which somebody should confirm.`, {
      hint: 'Confirm with --yes, or look first with --dry-run.',
      code: 'unconfirmed',
    })
  ask.note(`${from ?? 'Somebody'}: "${sentence ?? ''}"`)
  if (namesTerms(offer)) ask.note(namedSentence(offer.terms, clock))
  if (!(await askYes(ask, `Is this ${readingWords(kind as HeardKind)}, about ${row.company}?`)))
    throw new Problem('interrupted', 'Nothing was recorded.')
}

/** The terms to keep with an offer: what was shown with a question that has its yes, else asked for by itself; null where nobody can be asked. */
async function termsAgreed(
  { ask, clock }: World,
  { offer, sentence }: Recognised,
  { isSure, isAsked }: { readonly isSure: boolean; readonly isAsked: boolean },
): Promise<OfferNamed | null> {
  if (!namesTerms(offer)) return null
  if (isSure || (isAsked && ask.able)) return offer.terms
  if (!ask.able) return null
  ask.note(`"${sentence ?? ''}"`)
  ask.note(namedSentence(offer.terms, clock))
  return (await askYes(ask, 'Keep that with the offer?')) ? offer.terms : null
}

function notesOn(
  { offer }: Recognised,
  terms: OfferNamed | null,
  { row, clock }: { readonly row: OpportunityRow; readonly clock: Clock },
): readonly string[] {
  if (offer === null) return []
  const left =
    terms === null && namesTerms(offer)
      ? [`${namedSentence(offer.terms, clock)} To keep that: ${keepingLine(row.handle, offer.terms)}`]
      : []
  return [...left, ...unsureNotes(row.handle, offer)]
}

async function agreed({ ask, clock }: World, { sentence }: Recognised, day: Day): Promise<boolean> {
  ask.note(`"${sentence ?? ''}"`)
  return askYes(ask, `Do they name ${dayWords(day, clock.today)} for news?`)
}

function toldBy({ kind, from, until, sentence, messageId }: Recognised, sent: Day | null, row: OpportunityRow): HeardArgs {
  const isKnown = row.contacts.some(({ email }) => email?.toLowerCase() === from)
  return {
    opp: row.handle,
    kind,
    ...(kind !== 'bounce' && isKnown && from !== null ? { from } : {}),
    ...(until === null ? {} : { until }),
    ...(sent === null ? {} : { at: sent }),
    ...(sentence === null ? {} : { note: sentence }),
    ...(messageId === null ? {} : { messageId }),
  }
}
