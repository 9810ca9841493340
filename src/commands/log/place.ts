import { shellWord } from '../../formats/shell-words.js'
import { freeHandle } from '../../model/handle.js'
import type { OpportunityRow } from '../../model/store.js'
import { safe } from '../../model/safe.js'
import { Problem } from '../../problem.js'
import { foldName, typedName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { listed, severalFit } from '../asking/choose.js'

/** Where an interview belongs: a new opportunity, or a further round of one that is open. `known` are all at that company. */
export type Place =
  | { readonly kind: 'new'; readonly company: string; readonly known: readonly OpportunityRow[] }
  | { readonly kind: 'round'; readonly row: OpportunityRow; readonly known: readonly OpportunityRow[] }

/** Finds the place by the full name of the company or a handle, never by a prefix. Throws Problem('usage') for another role, Problem('reference') for several. */
export function placeOf(
  store: Needs<'store'>['store'],
  args: { readonly company: string; readonly role?: string; readonly new?: true },
): Place {
  const company = args.company.replace(/\s+/g, ' ').trim()
  if (company === '')
    throw new Problem('usage', 'The company has no name.', { hint: 'For example: followup log "Acme Controls"', code: 'missing' })
  const known = store.atCompany(company)
  const open = known.filter((row) => !row.closed)
  const fresh = (): Place => ({ kind: 'new', company: known[0]?.company ?? company, known })
  if (args.new || open.length === 0) return fresh()
  const byHandle = open.find((row) => row.handle === company.toLowerCase() && foldName(row.company) !== foldName(company))
  const row = byHandle ?? (open.length === 1 ? open[0] : byRole(open, args.role))
  if (!row) throw severalOpen(company, open)
  if (args.role !== undefined && row.role !== null && foldName(args.role) !== foldName(row.role)) throw otherRole(row, args.role)
  return { kind: 'round', row, known }
}

function byRole(open: readonly OpportunityRow[], role: string | undefined): OpportunityRow | undefined {
  const fitting = role === undefined ? [] : open.filter((row) => row.role !== null && foldName(row.role) === foldName(role))
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Where the name of a company alone does not tell; a handle that is that name is no help, and the role is. */
function severalOpen(company: string, open: readonly OpportunityRow[]): Problem {
  const several = severalFit(company, open)
  const named = open.find((row) => row.handle === foldName(row.company))
  if (!named) return several
  const others = open.filter((row) => row !== named).map(({ handle, role }) => `${handle}${role === null ? '' : ` (${role})`}`)
  const line = `followup log ${named.handle}`
  const way =
    named.role !== null && byRole(open, named.role)
      ? `${named.handle} itself: ${line} --role ${shellWord(named.role)}`
      : `${named.handle} itself, once it has a role of its own: ${line} --correct --role ROLE`
  return new Problem('reference', several.message, { hint: `Name one: ${listed(others)}; or ${way}`, code: several.code })
}

function otherRole(row: OpportunityRow, role: string): Problem {
  return new Problem('usage', `${row.handle} is about ${String(row.role)}, not ${role}.`, {
    hint: 'Add --new for a second opportunity there, --correct if the role was written wrongly, or leave --role out for another round.',
    code: 'other-role',
  })
}

/** The handle that a new opportunity at a company of this name would be given now. */
export function handleOfNew(store: Needs<'store'>['store'], company: string): string {
  const isTaken = (handle: string): boolean => store.match(handle).some((row) => row.handle === handle)
  return freeHandle(slugOf(company), isTaken)
}

/** The ASCII slug of a company's name, at most forty letters: its handle if that is free. A name of which only figures would be left has none. */
export function slugOf(company: string): string {
  const slug = inLatin(typedName(safe(company).replace(/&/g, ' and ')))
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const isLost = /\p{L}/u.test(company) && !/[a-z]/.test(slug)
  return slug === '' || isLost ? 'opportunity' : shortSlug(slug)
}

/** Cut between words, where there is more than one. */
function shortSlug(slug: string): string {
  if (slug.length <= mostLetters) return slug
  const end = slug.lastIndexOf('-', mostLetters)
  return slug.slice(0, end > 0 ? end : mostLetters)
}
const mostLetters = 40

/** Greek and Cyrillic letters by those that sound like them; other scripts stay. */
function inLatin(folded: string): string {
  if (!/[\u0370-\u052f]/.test(folded)) return folded
  const latin = new Map(letterPairs.split(' ').map((pair) => pair.split(':') as [string, string]))
  return folded.replace(/[\u0370-\u052f]/g, (letter) => latin.get(letter) ?? letter)
}

const letterPairs =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o ' +
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ' +
  'є:ye і:i ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѕ:dz'
