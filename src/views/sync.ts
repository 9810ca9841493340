import type { Taken } from '../commands/mail/intake.js'
import type { Unplaced } from '../commands/mail/unplaced.js'
import type { MailSynced } from '../commands/mail/sync.js'
import type { Synced } from '../commands/sync.js'
import { heardWords } from '../model/vocabulary.js'
import { pushedLines } from './calendar.js'
import { shortDay } from './day-words.js'
import { fact } from './grids.js'
import { page, paragraph } from './layout.js'
import { offerLines } from './offer-named.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What a look into the mailbox and at the calendar came to. */
export function syncView({ mail, calendar }: Synced, screen: Screen): string {
  return page([...(mail ? mailLines(mail, screen) : []), ...(calendar ? pushedLines(calendar, screen) : [])])
}

function mailLines(synced: MailSynced, screen: Screen): readonly string[] {
  const looked = synced.folders.map(({ folder, looked: count }) => `${folder}: ${String(count)} new`)
  return [...fact('Mail', looked.join(', '), screen), ...takenLines(synced, screen)]
}

/** What was made of mails: what is on record, what is asked, what was left alone, and what could not be read. */
export function takenLines({ mails, unplaced, unread, dryRun }: Omit<MailSynced, 'folders'>, screen: Screen): readonly string[] {
  const shown = mails.filter(({ does }) => does === 'recorded' || does === 'asked')
  const asked = shown.find(({ does }) => does === 'asked')
  const passed = mails.filter(({ does }) => does === 'passed').length
  const known = mails.filter(({ does }) => does === 'known').length
  return [
    ...shown.flatMap((one) => mailLine(one, screen)),
    ...(passed === 0 ? [] : fact('Left alone', `${counted(passed, 'mail')} that say nothing new: receipts, earlier ones`, screen)),
    ...(known === 0 ? [] : fact('Known', `${counted(known, 'mail')} on record already, or taken back`, screen)),
    ...unplacedLines(unplaced, screen),
    ...unread.slice(0, 20).flatMap(({ place, fault }) => fact('Not read', `${place}: ${fault}`, screen)),
    ...(unread.length > 20 ? fact('Not read', `${String(unread.length - 20)} more; --json names them all`, screen) : []),
    ...(shown.length === 0 && unplaced.length + unread.length + known === 0 ? paragraph('No word from anyone you know.', screen) : []),
    ...(dryRun ? paragraph('Nothing was recorded.', screen) : asked ? askedLines(asked, screen) : []),
  ]
}

function askedLines({ handle, unclear }: Taken, screen: Screen): readonly string[] {
  if (!unclear) return paragraph(`Whether it is an answer is asked by: followup do ${handle}`, screen)
  return paragraph(`What it says is asked by: followup do ${handle}; or say it: followup heard ${handle} KIND`, screen)
}

function unplacedLines(unplaced: readonly Unplaced[], screen: Screen): readonly string[] {
  const [first] = unplaced
  if (!first) return []
  const shown = unplaced.slice(0, MOST_UNPLACED).flatMap(({ at, from, subject }) => {
    const day = at === null ? '' : `, ${shortDay(at, screen.today)}`
    return fact('Not placed', `from ${from}${day}: ${subject}`, screen)
  })
  const more = unplaced.length - MOST_UNPLACED
  return [
    ...shown,
    ...(more > 0 ? fact('Not placed', `${String(more)} more; --json names them all`, screen) : []),
    ...paragraph(
      `Nobody you know wrote that. If it belongs to ${first.handles.join(' or ')}: followup import FILE --for ${first.handles[0] ?? ''}`,
      screen,
    ),
  ]
}
const MOST_UNPLACED = 10

function mailLine(one: Taken, screen: Screen): readonly string[] {
  const who = one.name ?? one.from ?? 'somebody'
  const says = one.unclear ? `a mail from ${who}` : `${heardWords[one.kind]}, from ${who}`
  const what = `${one.handle}: ${says}, ${shortDay(one.at, screen.today)}`
  return [
    ...fact(one.fault !== null ? 'Not kept' : one.does === 'recorded' ? 'Recorded' : one.unclear ? 'Not clear' : 'Perhaps', what, screen),
    ...(one.fault === null ? [] : fact('', one.fault, screen)),
    ...one.notes.flatMap((note) => fact('', note, screen)),
    ...(one.sentence === null ? [] : fact('', `"${one.sentence}"`, screen)),
    ...offerLines(one.offer, screen),
    ...(one.until === null
      ? []
      : fact('', `${one.kind === 'on-hold' ? 'at rest until' : 'back'} ${shortDay(one.until, screen.today)}`, screen)),
    ...(one.promise === null || one.does !== 'recorded'
      ? []
      : fact('', `If that is the day for news: followup promise ${one.handle} ${one.promise}`, screen)),
  ]
}
