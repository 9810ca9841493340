import type { Invite } from '../../model/invite.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { foldName } from '../../rules/names.js'
import { chooseOpportunity } from '../asking/choose.js'
import type { InviteWorld } from './people.js'
import { domainOf, guestsOf, isService } from './people.js'
import { placeOf, slugOf } from '../log/place.js'
import type { Place } from '../log/place.js'

/** Where an invite belongs, and by what that was known: half a sentence, null where it was said. */
export interface InvitePlace {
  readonly place: Place
  readonly because: string | null
}

/** The opportunity that `--for` names (a company without one is a new one), else the one that the invite's people or words point to, else the one a person names. Throws Problem('usage') where nobody can. */
export async function placeOfInvite(world: InviteWorld, invite: Invite, told: string | undefined): Promise<InvitePlace> {
  if (told !== undefined) return { place: placeNamed(world.store, told), because: null }
  const found = matched(world.store.list({ closed: false }), invite)
  if (found) return { place: roundOf(world.store, found.row), because: found.because }
  if (!world.ask.able) {
    throw new Problem('usage', `It is not clear to which opportunity "${invite.summary}" belongs.`, {
      hint: 'Say it: --for HANDLE, or --for "Full Company Name" for a new one.',
      code: 'whose-invite',
    })
  }
  const open = world.store.list({ closed: false, limit: 6 })
  if (open.length > 0) world.ask.note(`Open: ${open.map((row) => row.handle).join(', ')}`)
  const offer = companyBehind(invite) ?? (open.length === 1 ? open[0]?.handle : undefined)
  const answer = await world.ask.line({
    ask: `"${invite.summary}": with which company?`,
    hint: 'a handle, or the full name of a new company',
    ...(offer === undefined ? {} : { offer }),
  })
  if (answer === '') throw new Problem('usage', 'No company was named.', { hint: 'Say it with --for.', code: 'whose-invite' })
  return { place: placeNamed(world.store, answer), because: null }
}

/** What the company may be called, going by the mail domain of its own that the invite comes from; null where it comes from none. */
function companyBehind({ organizer }: Invite): string | null {
  const email = organizer?.email ?? null
  if (email === null || isService(email)) return null
  const labels = domainOf(email).split('.').slice(0, -1)
  const label = labels.findLast((one) => !/^(?:co|com|org|ac|net|gov|edu)$/.test(one)) ?? ''
  const words = label.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return label === '' ? null : words.join(' ')
}

function placeNamed(store: Store, text: string): Place {
  return store.match(text).length > 0
    ? roundOf(store, chooseOpportunity(store, text, { closed: 'refuse' }))
    : placeOf(store, { company: text })
}

function roundOf(store: Store, row: OpportunityRow): Place {
  return { kind: 'round', row, known: store.atCompany(row.company) }
}

interface Match {
  readonly row: OpportunityRow
  readonly because: string
}

/** Known people point to one opportunity, else the company's own mail addresses, else its name in the words; null where they point to none, or several. */
function matched(open: readonly OpportunityRow[], invite: Invite): Match | null {
  const addresses = new Set(guestsOf(invite).flatMap(({ email }) => email ?? []))
  const domains = new Set([...addresses].filter((one) => !isService(one)).map(domainOf))
  const words = ` ${foldName(`${invite.summary} ${invite.location}`).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const tests: readonly { readonly because: string; readonly fits: (row: OpportunityRow) => boolean }[] = [
    {
      because: 'somebody you know there',
      fits: (row) => row.contacts.some((one) => one.email !== null && addresses.has(one.email.toLowerCase())),
    },
    {
      because: "the company's mail addresses",
      fits: (row) => row.contacts.some((one) => one.email !== null && !isService(one.email) && domains.has(domainOf(one.email))),
    },
    { because: "the company's mail addresses", fits: (row) => [...domains].some((domain) => isOf(domain, row.company)) },
    { because: 'its name in the invite', fits: (row) => words.includes(` ${plain(row.company)} `) },
    {
      because: 'a word of its name in the invite',
      fits: (row) => firstWord(row.company) !== null && words.includes(` ${String(firstWord(row.company))} `),
    },
  ]
  let left = open
  for (const { because, fits } of tests) {
    const fitting = left.filter(fits)
    if (fitting[0] && fitting.length === 1) return { row: fitting[0], because }
    if (fitting.length > 1) left = fitting
  }
  return null
}

function isOf(domain: string, company: string): boolean {
  const label = domain.split('.')[0] ?? ''
  const slug = slugOf(company)
  return label.length > 2 && (label === slug || label === slug.replaceAll('-', '') || (label.length > 3 && label === slug.split('-')[0]))
}

function plain(company: string): string {
  return foldName(company)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// Words that many companies and most invites share say nothing.
const vague =
  /^(?:the|international|global|group|interview|team|meeting|call|company|systems|solutions|digital|first|final|general|national|united|american)$/

function firstWord(company: string): string | null {
  const word = plain(company).split(' ')[0] ?? ''
  return word.length > 3 && !vague.test(word) ? word : null
}
