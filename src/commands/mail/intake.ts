import type { HeardKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { FactOf } from '../../model/fact.js'
import type { Caught, Mail } from '../../model/mail.js'
import type { Contact } from '../../model/opportunity.js'
import type { OfferSaid, ReplyRules } from '../../model/replies.js'
import { isProblem } from '../../problem.js'
import { momentOn } from '../../rules/zones.js'
import { ownWords } from '../../replies/own-words.js'
import type { Needs } from '../../world.js'
import { given } from '../typed/given.js'
import { heard } from '../heard.js'
import { known, whatToDo } from './doing.js'
import type { Doing } from './doing.js'
import { placeMail } from './place.js'
import type { Placed, Placing } from './place.js'
import { unplacedOf } from './unplaced.js'
import type { Unplaced } from './unplaced.js'
import { namesTerms } from '../offer/named.js'
import { wordOnSeveral } from '../heard/joint.js'
import type { Scribe } from '../recording/record.js'

export type IntakeWorld = Scribe & Needs<'hooks'>

/** A mail that was looked at, and what came of it; `fault` says why it could not be put on record. */
export interface Taken {
  readonly handle: string
  readonly company: string
  readonly does: Doing
  readonly kind: HeardKind
  readonly match: 'certain' | 'likely' | 'none'
  /** Nothing in it was recognised, and it is more than a friendly line. */
  readonly unclear: boolean
  readonly at: Day
  readonly from: string | null
  /** Of the sender, where they are on record. */
  readonly name: string | null
  readonly promise: Day | null
  readonly until: Day | null
  /** What it names of an offer's terms, and what of them is not plain; null for every other kind. */
  readonly offer: OfferSaid | null
  readonly sentence: string | null
  readonly messageId: string
  /** What it may be about as well; a sentence at most. */
  readonly notes: readonly string[]
  readonly fault: string | null
}

/** Mails gathered for an intake; what is no answer to anything and names nobody is dropped at once. */
export interface Gathered {
  readonly judged: Judged[]
  readonly unplaced: Unplaced[]
  readonly unread: { readonly place: string; readonly fault: string }[]
}

/** A mail that concerns an opportunity, with no more of it than is kept. */
interface Judged {
  readonly placed: Placed
  readonly at: Day
  readonly messageId: string
  readonly reported: readonly string[]
  readonly text: string | null
}

/** A basket, and what puts a mail into it. `mine` are my own addresses: what comes from there is no answer. */
export function gathering(
  world: IntakeWorld,
  { all, rules, mine }: { readonly all: readonly Placing[]; readonly rules: ReplyRules; readonly mine: readonly string[] },
): { readonly gathered: Gathered; readonly put: (caught: Caught) => void } {
  const gathered: Gathered = { judged: [], unplaced: [], unread: [] }
  const put = (caught: Caught): void => {
    if ('fault' in caught) return void gathered.unread.push(caught)
    const { mail } = caught
    if (mail.from && mine.includes(mail.from.address)) return
    const placed = placeMail(world, mail, { all, rules })
    if (placed) return void gathered.judged.push(judgedOf(world, mail, placed))
    const unplaced = unplacedOf(mail, all)
    if (unplaced) gathered.unplaced.push(unplaced)
  }
  return { gathered, put }
}

function judgedOf({ clock, settings }: IntakeWorld, mail: Mail, placed: Placed): Judged {
  const at = mail.sent === null || mail.sent > clock.today ? clock.today : mail.sent
  return {
    placed,
    at,
    messageId:
      mail.messageId ??
      `<none.${[at, mail.from?.address ?? '', mail.subject]
        .join('.')
        .replace(/[<>\s]+/g, '-')
        .slice(0, 200)}>`,
    reported: mail.report?.messageIds ?? [],
    text: settings['keep-bodies'] === 'true' ? ownWords(mail.text).slice(0, 20_000) : null,
  }
}

/** Puts on record what is certain, and what is probable as a question, the earliest first; with `dryRun` nothing. */
export async function takeIn(world: IntakeWorld, { judged }: Gathered, dryRun: boolean): Promise<readonly Taken[]> {
  const taken: Taken[] = []
  const met = new Set<string>()
  for (const one of [...judged].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const key = `${one.placed.row.id} ${one.messageId}`
    if (met.has(key)) continue
    met.add(key)
    const does = known(world.store, one) ? 'known' : whatToDo(world.store, one)
    const notes = does === 'recorded' ? onSeveral(world, one) : []
    taken.push(toldOf(one, does, { notes, fault: dryRun ? null : await settle(world, one, does) }))
  }
  return taken
}

/** Records it; a sentence where that cannot be. */
async function settle(world: IntakeWorld, one: Judged, does: Doing): Promise<string | null> {
  try {
    if (does === 'recorded') await heard(world, heardOf(one))
    if (does === 'asked')
      world.store.record([
        { opportunity: one.placed.row.id, at: momentOn(one.at, null, world.clock.zone), kind: 'arrived', data: arrivedOf(one) },
      ])
    return null
  } catch (error) {
    if (!isProblem(error) || error.kind === 'store') throw error
    return error.message
  }
}

function heardOf({ placed, at, messageId, reported, text }: Judged): Parameters<typeof heard>[1] {
  const { found, row, about } = placed
  const of = found.kind === 'bounce' ? about.letters.find((letter) => reported.includes(letter.messageId))?.kind : undefined
  const person = found.kind === 'bounce' ? null : personOf(placed)
  const note = text ?? found.sentence
  return {
    opp: row.handle,
    kind: found.kind,
    at,
    messageId,
    ...given({ of, from: person?.email ?? person?.name, note: note === null || note.trim() === '' ? undefined : note }),
    ...(found.until === null ? {} : { until: found.until }),
  }
}

function arrivedOf({ placed, messageId, text }: Judged): FactOf<'arrived'>['data'] {
  const { found, sender } = placed
  return {
    kind: found.kind as HeardKind,
    contact: personOf(placed)?.id ?? null,
    from: found.from,
    messageId,
    sentence: text ?? found.sentence,
    ...given({
      unclear: found.unclear ? true : undefined,
      automated: sender === 'hiring-system' || sender === 'machine' ? true : undefined,
      promise: found.promise ?? undefined,
      until: found.until ?? undefined,
      terms: namesTerms(found.offer) ? found.offer.terms : undefined,
    }),
  }
}

/** Whom the news is about: who wrote it, or who is said to have left. */
function personOf({ row, found, sender }: Placed): Contact | null {
  const writer = row.contacts.find(({ email }) => email?.toLowerCase() === found.from) ?? null
  if (found.kind !== 'left' || sender !== 'person') return writer
  const said = ` ${(found.sentence ?? '').toLowerCase()} `
  const named = row.contacts.find(
    (one) =>
      one !== writer &&
      one.name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.length > 2 && new RegExp(`[^\\p{L}]${word.replace(/[^\p{L}]/gu, '.')}[^\\p{L}]`, 'u').test(said)),
  )
  return named ?? writer
}

/** Other opportunities that a mail may be about too. */
function onSeveral({ store, clock }: IntakeWorld, { placed, at }: Judged): readonly string[] {
  const data = { kind: placed.found.kind as HeardKind, contact: personOf(placed)?.id ?? null }
  return wordOnSeveral({ store }, store.caseFile(placed.row.id)?.facts ?? [], { data, at: momentOn(at, null, clock.zone) })
}

function toldOf({ placed, at, messageId }: Judged, does: Doing, { notes, fault }: Pick<Taken, 'notes' | 'fault'>): Taken {
  const { row, found } = placed
  const { match, unclear, from, promise, until, offer, sentence } = found
  const name = row.contacts.find(({ email }) => email?.toLowerCase() === from)?.name ?? null
  return {
    handle: row.handle,
    company: row.company,
    does,
    kind: found.kind as HeardKind,
    match,
    unclear,
    at,
    from,
    name,
    promise,
    until,
    offer,
    sentence,
    messageId,
    notes,
    fault,
  }
}
