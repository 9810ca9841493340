import type { FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { doorOpen, kindReply } from '../standing/open-door.js'
import type { After } from '../recording/record.js'
import type { Day, LocalTime } from '../../model/day.js'
import { dayWords } from '../typed/moments.js'

/** News as it came, for what is to be said about it. */
export interface NewsTold {
  readonly data: FactOf<'heard'>['data']
  /** The opportunity before the news. */
  readonly before: OpportunityRow
  readonly after: After
  readonly name: string
}

type World = Parameters<typeof kindReply>[0]

/** What follows from the news, a sentence each. */
export function heardNotes(world: World, told: NewsTold): readonly string[] {
  const { before, after, data } = told
  const reopens = before.closed && data.kind !== 'rejection' && after.row !== null
  if (reopens && after.row.closed) return [`${before.company} stays closed. If it is not over: followup reopen ${before.handle}`]
  if (reopens)
    return [data.kind === 'bounce' ? neverLeft : 'They are in touch after all, so it is open again.', ...consequence(world, told)]
  return consequence(world, told)
}

const neverLeft = 'Your letter did not reach them, so it is open again.'

function consequence(world: World, told: NewsTold): readonly string[] {
  const { data, before, after, name } = told
  const { handle, company } = before
  switch (data.kind) {
    case 'rejection':
      return after.row?.closed === false
        ? [
            `A person there was in touch lately, so a machine does not end it${after.standing?.next?.step === 'check-in' ? ': ask them' : ''}.`,
          ]
        : data.automated
          ? [doorOpen(handle)]
          : kindReply(world, before)
    case 'offer':
      return [`Chasing stops here. The terms, as far as you know them: followup offer ${handle}`]
    case 'invite':
      return after.standing?.next?.step === 'interview' ? [] : [...soonest(after), `When the day is set: followup log ${handle} --at WHEN`]
    case 'left':
      return after.standing?.next?.step !== 'find-contact'
        ? []
        : [`Who took over, when you know: followup contact add "Name <mail>" --for ${handle} --lead`]
    case 'bounce':
      return [`Another address, when you have it: followup contact edit "${name === company ? 'NAME' : name}" --email MAIL`]
    case 'reposted':
    case 'viewed':
    case 'freeze':
      return ofSigns[data.kind](handle)
    case 'no-show':
      return noShow(told, world.clock.in(before.outlook.zone))
    case 'question':
      return soonest(after)
    case 'holding':
    case 'courtesy':
    case 'on-hold':
    case 'out-of-office':
    case 'auto':
      return []
  }
}

/** Signs are no word of theirs. */
const ofSigns: Readonly<Record<'reposted' | 'viewed' | 'freeze', (handle: string) => readonly string[]>> = {
  reposted: () => [
    'Nothing changes. Boards renew by themselves, and at times a search is widened; it does say that the post is still open.',
    'Leave it out of your letters, and do not apply a second time.',
  ],
  viewed: () => ['Nothing changes. A glance at a profile is no word from them.'],
  freeze: (handle) => [`Nothing changes yet. If they tell you so themselves: followup heard ${handle} on-hold`],
}

/** A meeting that did not take place takes its look back and its thanks along; where it was told as held before, or is still to come, nothing moves. */
function noShow({ before: { handle, outlook }, after: { row } }: NewsTold, now: LocalTime): readonly string[] {
  const isSame = row !== null && JSON.stringify(row.outlook.phases) === JSON.stringify(outlook.phases)
  const coming = isSame ? row.outlook.coming.find(({ over }) => over > now) : undefined
  if (coming)
    return [
      `The interview on ${dayWords(coming.day, now.slice(0, 10) as Day)} is still to come, and stays booked. If it is off: followup log ${handle} --cancel`,
      `At another time: followup log ${handle} --reschedule --at WHEN`,
    ]
  const what = isSame ? 'Nothing changes.' : 'It counts as not held, and nobody is to be thanked for it.'
  return [
    `${what} Things come up; ask in a line for another time: followup letter ${handle} check-in`,
    `Once it is set: followup log ${handle} --reschedule --at WHEN`,
  ]
}

/** The list has an answer from the next business day, so that nobody is hurried; who can gives it at once. */
function soonest({ standing }: After): readonly string[] {
  const step = standing?.next?.step
  return standing && (step === 'answer' || step === 'confirm')
    ? [`At once is kindest, where you can: followup letter ${standing.handle} ${step}`]
    : []
}
