import type { Guest, Invite } from '../../model/invite.js'
import { isAnybodys } from '../../model/mail-houses.js'
import type { Contact } from '../../model/opportunity.js'
import { foldName } from '../../rules/names.js'
import { askYes } from '../asking/again.js'
import type { Place } from '../log/place.js'
import type { Scribe } from '../recording/record.js'
import type { Needs } from '../../world.js'

/** What is told of a file of invites. */
export interface InviteArgs {
  /** The opportunity, or the company of a new one. */
  readonly for?: string
  readonly dryRun?: true
  /** Of times whose zone nobody knows. */
  readonly zone?: string
  readonly kind?: string
  readonly yes?: true
}

/** What booking an invite can reach. */
export type InviteWorld = Scribe & Needs<'ask' | 'newId'>

/** Everyone in an invite, the organizer first, each address once. */
export function guestsOf({ organizer, attendees }: Invite): readonly Guest[] {
  const all = [...(organizer ? [organizer] : []), ...attendees]
  return all.filter(
    (one, at) => all.findIndex((other) => (one.email === null ? other.name === one.name : other.email === one.email)) === at,
  )
}

/** The people of an invite to put on record (`found`), as `--with` takes them: those who are known, and those the person says yes to (`--yes`: all who write from where the organizer does); `left` are those whom nobody could be asked about. */
export async function peopleToMeet(
  world: InviteWorld,
  invite: Invite,
  { place, args }: { readonly place: Place; readonly args: InviteArgs },
): Promise<{ readonly found: readonly string[]; readonly left: readonly string[] }> {
  const there: readonly Contact[] = place.known.flatMap((row) => row.contacts)
  const found: string[] = []
  const left: string[] = []
  let asked = 0
  for (const guest of guestsOf(invite).slice(0, mostGuests)) {
    const { email } = guest
    if (email === null) continue
    const known = there.find((one) => one.email?.toLowerCase() === email)
    const name = known?.name ?? nameOf(guest)
    if (known) found.push(`${name} <${email}>`)
    else if (name !== null && isStranger(world, invite, guest)) {
      asked += 1
      const wanted =
        (args.yes === true && isOfTheirs(invite, email)) ||
        (world.ask.able && asked <= mostAsked && (await askYes(world.ask, `Will you meet ${name} <${email}>?`)))
      if (wanted) found.push(`${name} <${email}>`)
      else if (!args.yes && !world.ask.able && isOfTheirs(invite, email)) left.push(`${name} <${email}>`)
    }
  }
  return { found, left }
}

/** Whether an address is a calendar's or a robot's, or of a provider that everybody may have one with: it tells nothing of a company. */
export function isService(address: string): boolean {
  return isRobot(address) || isPersonal(address)
}

function isPersonal(address: string): boolean {
  return isAnybodys(address.slice(address.lastIndexOf('@') + 1))
}

const mostGuests = 40
const mostAsked = 8

function isRobot(address: string): boolean {
  return (
    /^(?:no-?reply|do-?not-?reply|notifications?|calendar|calendar-notification|scheduling|invites?|mailer-daemon|unknownorganizer)[^@]*@/i.test(
      address,
    ) ||
    /@(?:.*\.)?(?:calendly\.com|zoom\.us|google\.com|greenhouse\.io|greenhouse-mail\.io|lever\.co|ashbyhq\.com|goodtime\.io|cronofy\.com|modernloop\.io|smartrecruiters\.com|workable(?:mail)?\.com|myworkday\.com|icims\.com|cal\.com|x\.ai|savvycal\.com|calendar\.google\.com)$/i.test(
      address,
    )
  )
}

// I am in the list too, from an address of my own.
function isOfTheirs({ organizer }: Invite, email: string): boolean {
  const from = organizer?.email ?? null
  return from === null || isRobot(from) || from === email || domainOf(from) === domainOf(email)
}

/** The part of an address that a company registers: 'acme.example' of 'dana@mail.acme.example'. */
export function domainOf(address: string): string {
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  const second = labels.length > 2 && /^(?:co|com|ac|org|net|gov|edu)$/.test(labels.at(-2) ?? '')
  return labels.slice(second ? -3 : -2).join('.')
}

/** Somebody else: no robot, and not me, whose address is with a provider, or whose name is mine. */
function isStranger({ settings }: InviteWorld, { organizer }: Invite, { name, email }: Guest): boolean {
  if (email === null || isRobot(email)) return false
  if (settings['my-name'] !== null && foldName(name) === foldName(settings['my-name'])) return false
  return !isPersonal(email) || organizer?.email === email
}

/** The name as people write it, 'Reyes, Dana' turned round; of an address alone what it says; null where that says nothing. */
function nameOf({ name, email }: Guest): string | null {
  const said = name.includes('@') ? '' : name.replace(/\([^)]*\)/g, ' ').replace(/^([^,]+), *([^,]+)$/, '$2 $1')
  const local = (email ?? '').split('@')[0] ?? ''
  const guessed = /^[a-z]{2,}[._-][a-z]{2,}$/i.test(local)
    ? local.replace(/[._-]/, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
    : ''
  const plain = (said.trim() === '' ? guessed : said)
    .replace(/[<>,;@*"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? null : plain
}
