import type { LetterKind } from '../../model/act.js'
import { letterIs } from '../../model/kinds.js'
import type { Fact, FactOf } from '../../model/fact.js'
import type { Draft } from '../../model/letter.js'
import type { Contact, OpportunityId } from '../../model/opportunity.js'

/** A letter in the person's own words, and the other opportunities that it speaks of. */
export interface Kept {
  readonly draft: Draft
  readonly also: readonly OpportunityId[]
}

/** The person's own wording of such a letter, written earlier, and not sent or come back; null when there is none. */
export function keptOf(facts: readonly Fact[], { kind, to }: { readonly kind: LetterKind; readonly to: string | null }): Kept | null {
  const last = facts.findLast(
    (fact) =>
      (fact.kind === 'drafted' || (fact.kind === 'sent' && !isBounced(fact, facts))) &&
      fact.data.letter === kind &&
      fact.data.contact === to,
  )
  if (last?.kind !== 'drafted') return null
  const { subject, text, hook = null, repair = null, template = null, also = [] } = last.data
  return { draft: { subject, text, hook, repair, template, speaksOfAll: also.length > 0 }, also }
}

/** The mails that a letter follows: their subject (null: it has its own) and their ids, the last one last. */
export interface Thread {
  readonly subject: string | null
  readonly references: readonly string[]
}

/**
 * What a letter of this kind to someone follows: the mails between us; of an offer, the mail that brought it, where that is known. A yes, a no and what
 * begins anew have a subject of their own.
 */
export function threadOf(facts: readonly Fact[], kind: LetterKind, reader: Contact | null): Thread {
  if (apart.has(kind)) return { subject: null, references: [] }
  const mails = facts.filter((fact): fact is Mail => isMail(fact) && fact.data.contact === (reader?.id ?? null))
  if (letterIs(kind, 'offer'))
    return { subject: null, references: idsOf(mails.filter((fact) => fact.kind === 'heard' && fact.data.kind === 'offer')) }
  const first = mails.find(
    (fact) => fact.kind === 'sent' && !isBounced(fact, facts) && fact.data.channel === 'email' && fact.data.subject !== undefined,
  )
  return { subject: first?.kind === 'sent' ? (first.data.subject ?? '').replace(/^(?:re: *)+/i, '') : null, references: idsOf(mails) }
}

/** Whether a letter came back: the last of its kind, or of any, before a bounce. */
export function isBounced(sent: FactOf<'sent'>, facts: readonly Fact[]): boolean {
  const later = facts.slice(facts.indexOf(sent) + 1)
  const back = later.findIndex(
    (fact) => fact.kind === 'heard' && fact.data.kind === 'bounce' && (fact.data.contact ?? sent.data.contact) === sent.data.contact,
  )
  const bounce = later[back]
  if (bounce?.kind !== 'heard') return false
  const { of, letter } = bounce.data
  if (letter !== undefined) return letter === sent.id
  if (of !== undefined && of !== sent.data.letter) return false
  return !later
    .slice(0, back)
    .some((fact) => fact.kind === 'sent' && fact.data.contact === sent.data.contact && (of ?? fact.data.letter) === fact.data.letter)
}

type Mail = FactOf<'sent'> | FactOf<'heard'>

function isMail(fact: Fact): fact is Mail {
  return fact.kind === 'sent' || fact.kind === 'heard'
}

function idsOf(mails: readonly Mail[]): readonly string[] {
  return mails.flatMap((fact) => fact.data.messageId ?? []).map((id) => (id.startsWith('<') ? id : `<${id}>`))
}

/** Letters that begin anew. */
const apart: ReadonlySet<LetterKind> = new Set<LetterKind>(['reconnect', 'referee-brief', 'referrer-update', 'withdraw', 'competing-offer'])
