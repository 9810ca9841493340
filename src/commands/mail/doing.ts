import { newsIs } from '../../model/kinds.js'
import type { Day } from '../../model/day.js'
import type { Store } from '../../model/store.js'
import type { Placed } from './place.js'
import { namesTerms } from '../offer/named.js'

/** What is done with a mail: on record by itself, asked about, on record already, or left alone. */
export type Doing = 'recorded' | 'asked' | 'known' | 'passed'

interface Arriving {
  readonly placed: Placed
  readonly at: Day
  readonly messageId: string
}

/** Whether a mail is on record, or was taken back: what the person undid does not return. */
export function known(store: Pick<Store, 'history'>, { placed, at, messageId }: Arriving): boolean {
  const { row, found } = placed
  return store.history({ opportunity: row.id, retracted: true }).some(({ fact, retracted }) => {
    if (fact.kind !== 'heard' && fact.kind !== 'arrived') return false
    if (fact.data.messageId !== undefined) return fact.data.messageId === messageId
    // Put on record by hand that day: the same news.
    return !retracted && fact.data.kind === found.kind && fact.at.day === at
  })
}

/**
 * Only what is certain goes on record by itself, and neither a no, for whether it ends there is for the person to say, nor an offer that names its terms,
 * nor what is not clear: most noes that are missed would pass for a friendly word.
 */
export function whatToDo(store: Pick<Store, 'caseFile'>, { placed, at }: Arriving): Doing {
  const { row, found, sender } = placed
  const { kind, match, unclear } = found
  if (kind === 'none' || kind === 'auto') return 'passed'
  if (kind === 'bounce') return match === 'certain' && wroteBy(store, placed, at) ? 'recorded' : 'passed'
  const isOnRecord = row.contacts.some(({ email }) => email?.toLowerCase() === found.from)
  // That somebody unknown is away holds up nobody.
  if (newsIs(kind, 'notice') && sender !== 'person' && !isOnRecord) return 'passed'
  // What it names is shown before it is kept.
  if (match === 'certain' && unclear) return isOlder(placed, at) ? 'passed' : 'asked'
  if (match === 'certain')
    return kind === 'rejection' || namesTerms(found.offer) || (kind === 'left' && sender === 'person') ? 'asked' : 'recorded'
  if (row.closed || isOlder(placed, at)) return 'passed'
  return 'asked'
}

/** What was written before their last word, or before we met, is part of what is past. */
function isOlder({ row }: Placed, at: Day): boolean {
  const { lastInbound } = row.outlook
  return lastInbound !== null && at < lastInbound
}

function wroteBy(store: Pick<Store, 'caseFile'>, { row }: Placed, at: Day): boolean {
  return (store.caseFile(row.id)?.facts ?? []).some((fact) => fact.kind === 'sent' && fact.at.day <= at)
}
