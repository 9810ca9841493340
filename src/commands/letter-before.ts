import type { LetterKind } from '../model/act.js'
import type { Fact } from '../model/fact.js'
import type { Draft } from '../model/letter.js'
import type { Contact } from '../model/opportunity.js'

/** The person's own wording of such a letter, written earlier and not sent; null when there is none. */
export function keptOf(facts: readonly Fact[], { kind, to }: { readonly kind: LetterKind; readonly to: string | null }): Draft | null {
  const last = facts.findLast(
    (fact) => (fact.kind === 'drafted' || fact.kind === 'sent') && fact.data.letter === kind && fact.data.contact === to,
  )
  if (last?.kind !== 'drafted') return null
  const { subject, text, hook = null, repair = null, template = null } = last.data
  return { subject, text, hook, repair, template }
}

/** Letters that begin anew. */
export const apart: ReadonlySet<LetterKind> = new Set<LetterKind>(['reconnect', 'referee-brief', 'referrer-update'])

/** The subject and the ids of the mails between someone and me. */
export function threadOf(
  facts: readonly Fact[],
  reader: Contact | null,
): { readonly subject: string | null; readonly references: readonly string[] } {
  const mails = facts.filter((fact) => (fact.kind === 'sent' || fact.kind === 'heard') && fact.data.contact === (reader?.id ?? null))
  const ids = mails.flatMap((fact) => (fact.kind === 'sent' || fact.kind === 'heard' ? (fact.data.messageId ?? []) : []))
  const first = mails.find((fact) => fact.kind === 'sent' && fact.data.channel === 'email' && fact.data.subject !== undefined)
  return {
    subject: first?.kind === 'sent' ? (first.data.subject ?? '').replace(/^(?:re: *)+/i, '') : null,
    references: ids.map((id) => (id.startsWith('<') ? id : `<${id}>`)),
  }
}
