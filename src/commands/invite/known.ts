import type { FactOf, InviteMark } from '../../model/fact.js'
import type { Invite } from '../../model/invite.js'
import type { OpportunityRow, Store } from '../../model/store.js'

/** An invite that is on record: its interview, whose it is, and the latest version that was taken in. */
export interface KnownInvite {
  readonly row: OpportunityRow
  readonly interview: FactOf<'interviewed'>
  readonly mark: InviteMark
  /** False once it was called off. */
  readonly stands: boolean
}

/** The interview that an earlier version of this invite booked; null when none did. */
export function standingInvite(store: Pick<Store, 'history' | 'row'>, { uid, recurrence }: Invite): KnownInvite | null {
  if (uid === null) return null
  const facts = store.history({}).map(({ fact }) => fact)
  const bears = (mark: InviteMark | undefined): boolean => mark?.uid === uid && (mark.recurrence ?? null) === recurrence
  const interviews = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'interviewed' && bears(fact.data.invite)
        ? [fact.id]
        : fact.kind === 'rescheduled' && bears(fact.data.invite)
          ? [fact.data.interview]
          : [],
    ),
  )
  const interview = facts.findLast((fact): fact is FactOf<'interviewed'> => fact.kind === 'interviewed' && interviews.has(fact.id))
  const row = interview?.opportunity ? store.row(interview.opportunity) : null
  if (!interview || !row) return null
  const changes = facts.filter((fact): fact is FactOf<'rescheduled'> => fact.kind === 'rescheduled' && fact.data.interview === interview.id)
  const marks = [interview.data.invite, ...changes.map((fact) => fact.data.invite)].filter((mark) => mark !== undefined)
  const mark = marks.reduce((best, one) => (isNewer(one, best) ? one : best), marks[0] ?? { uid, sequence: 0, stamp: '' })
  return { row, interview, mark, stands: changes.at(-1)?.data.to !== null }
}

/** Whether a version came after another: by its number, then by its stamp (RFC 5546 2.1.5). */
export function isNewer(one: Pick<InviteMark, 'sequence' | 'stamp'>, than: Pick<InviteMark, 'sequence' | 'stamp'>): boolean {
  return one.sequence > than.sequence || (one.sequence === than.sequence && one.stamp > than.stamp)
}
