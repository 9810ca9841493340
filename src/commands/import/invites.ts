import type { Invite, RefusedEvent } from '../../model/invite.js'
import { isProblem } from '../../problem.js'
import type { Problem, ProblemKind } from '../../problem.js'
import { isZone } from '../../rules/zones.js'
import { askUntil } from '../asking/again.js'
import { bookInvite, changeInvite, inviteWhen } from '../invite/booking.js'
import { placeOfInvite } from '../invite/place.js'
import { standingInvite } from '../invite/known.js'
import { readInvites } from '../invite/read.js'
import type { Invites } from '../invite/read.js'
import { zoneMeant } from '../typed/zone.js'
import type { InviteArgs, InviteWorld } from '../invite/people.js'
import type { Settled } from '../invite/booking.js'

/** What stands in a file of invites; nothing was recorded. */
export interface InviteList extends Invites {
  /** When each of the events is, in words, on my clock first. */
  readonly when: readonly (string | null)[]
}

export interface InvitesImported {
  readonly invites: readonly Settled[]
  readonly refused: readonly RefusedEvent[]
}

/** Books, moves or cancels the interviews that a file of invites tells of, and names those that it is not clear where to put. Throws the first one's Problem where that is so of all. */
export async function importInvites(world: InviteWorld, bytes: Uint8Array, args: InviteArgs): Promise<InviteList | InvitesImported> {
  const told = args.zone === undefined ? null : zoneMeant(world, args.zone)
  const { events, refused } = await readInvites(bytes, {
    mine: told ?? world.clock.zone,
    ask: (tzid) => (told !== null || !world.ask.able ? Promise.resolve(told) : askZone(world, tzid)),
  })
  if (args.dryRun) return { events, refused, when: events.map((one) => inviteWhen(world, one)) }
  const invites: Settled[] = []
  const unclear: Problem[] = []
  for (const invite of inOrder(events)) {
    try {
      invites.push(await settle(world, invite, args))
    } catch (error) {
      if (!isProblem(error) || !aboutOne.has(error.kind)) throw error
      unclear.push(error)
      const says = `${error.message} ${error.hint ?? ''}`.trim()
      invites.push({ uid: invite.uid, handle: null, done: 'unclear', says, written: null })
    }
  }
  if (unclear[0] && unclear.length === invites.length) throw unclear[0]
  return { invites, refused }
}

/** What may be wrong with one invite alone, and is no reason to keep silent about the others. */
const aboutOne: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['usage', 'reference', 'refused'])

function inOrder(events: readonly Invite[]): readonly Invite[] {
  return [...events].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : a.start === b.start ? 0 : 1))
}

async function askZone(world: InviteWorld, tzid: string): Promise<string> {
  return askUntil(world.ask, {
    ask: `The invite is in the time zone "${tzid}". Which is that?`,
    hint: 'its name or its city, as in Europe/Berlin or chicago',
    needed: 'Without it the hour would be a guess.',
    read: (text) => {
      const zone = zoneMeant(world, text)
      return { value: zone, lines: isZone(text) ? [] : [zone] }
    },
  })
}

async function settle(world: InviteWorld, invite: Invite, args: InviteArgs): Promise<Settled> {
  const nothing = (says: string, handle: string | null = null): Settled => ({
    uid: invite.uid,
    handle,
    done: 'nothing',
    says,
    written: null,
  })
  if (silent.has(invite.method)) return nothing(`"${invite.summary}" is an answer to an invite; it moves nothing.`)
  const known = standingInvite(world.store, invite)
  if (known) return changeInvite(world, { invite, known })
  if (invite.cancelled || invite.start === null) return nothing(`"${invite.summary}" is called off, and was not on record.`)
  const place = await placeOfInvite(world, invite, args.for)
  return bookInvite(world, { invite, place, args })
}

// RFC 5546: what attendees send back, and what asks for a copy.
const silent: ReadonlySet<string> = new Set(['REPLY', 'REFRESH', 'DECLINECOUNTER'])
