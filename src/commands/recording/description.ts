import type { Moment } from '../../model/day.js'
import type { Description, FactDraft } from '../../model/fact.js'
import type { OpportunityId } from '../../model/opportunity.js'
import { Problem } from '../../problem.js'
import type { Needs } from '../../world.js'
import { given, oneOf } from '../typed/given.js'
import { slugOf } from '../log/place.js'
import type { Place } from '../log/place.js'
import { countingWords, countryMeant, zoneCity, zoneMeant } from '../typed/zone.js'

/** The flags of `log` about the opportunity as a whole. */
export interface DescriptionArgs {
  readonly role?: string
  readonly location?: string
  readonly source?: string
  readonly via?: string
  readonly salary?: string
  readonly priority?: string
  readonly tag?: readonly string[]
  readonly playbook?: string
  readonly confidential?: true
  readonly country?: string
  readonly zone?: string
  /** With people named, a round's --zone is the first one's. */
  readonly with?: readonly string[]
}

/** Whose days count, and the facts that say so and all else about the opportunity. */
export interface Described {
  readonly drafts: readonly FactDraft[]
  readonly lines: readonly string[]
  readonly zone: string
  readonly country: string
}

/** What the flags say of the opportunity: all of it when it is new, else what they change. Throws Problem('usage') for an unknown zone, country or playbook. */
export function descriptionOf(
  world: Needs<'catalog' | 'settings' | 'clock'>,
  args: DescriptionArgs,
  about: { readonly place: Place; readonly id: OpportunityId; readonly at: Moment },
): Described {
  const { place, id, at } = about
  const fields = fieldsOf(world, args, place)
  if (place.kind === 'round') return change(world, args, { place, id, at, fields })
  const zone = args.zone === undefined ? world.clock.zone : zoneMeant(world, args.zone)
  const country = countryMeant(world, args.country, zone)
  const data = { company: place.company, handle: slugOf(place.company), ...fields, zone, country }
  return {
    drafts: [{ id: id as string as never, opportunity: id, at, kind: 'opened', data }],
    lines: placeLines(args, { zone, country }),
    zone,
    country,
  }
}

interface Change {
  readonly place: Extract<Place, { readonly kind: 'round' }>
  readonly id: OpportunityId
  readonly at: Moment
  readonly fields: Description
}

function change(world: Needs<'catalog' | 'settings' | 'clock'>, args: DescriptionArgs, { place, id, at, fields }: Change): Described {
  const { outlook, role } = place.row
  const zone = args.zone === undefined || args.with ? outlook.zone : zoneMeant(world, args.zone)
  const country = args.country === undefined && zone === outlook.zone ? outlook.country : countryMeant(world, args.country, zone)
  const { role: newRole, ...rest } = fields
  const data: Description = {
    ...rest,
    ...given({
      role: role === null ? newRole : undefined,
      zone: zone === outlook.zone ? undefined : zone,
      country: country === outlook.country ? undefined : country,
    }),
  }
  const drafts: readonly FactDraft[] = Object.keys(data).length > 0 ? [{ opportunity: id, at, kind: 'described', data }] : []
  return { drafts, lines: placeLines(args, { zone, country }), zone, country }
}

function fieldsOf(world: Needs<'catalog'>, args: DescriptionArgs, place: Place): Description {
  const { role, location, source, via, salary, confidential } = args
  const tags = args.tag && [...new Set([...(place.kind === 'round' ? place.row.tags : []), ...args.tag.map(tagOf)])]
  const priority = args.priority === undefined ? undefined : Number(oneOf(args.priority, ['1', '2', '3', '4', '5'], '--priority'))
  const playbook = args.playbook === undefined ? undefined : world.catalog.playbook(args.playbook).name
  return given({ role: role?.trim() || undefined, location, source, via, salary, priority, tags, playbook, confidential })
}

function tagOf(text: string): string {
  const tag = text.trim()
  if (tag !== '') return tag
  throw new Problem('usage', '--tag is empty.', { hint: 'Write a word to find it by.', code: 'bad-value' })
}

function placeLines(args: DescriptionArgs, { zone, country }: { readonly zone: string; readonly country: string }): readonly string[] {
  if (args.zone === undefined && args.country === undefined) return []
  return [`${zoneCity(zone, args.zone)}; ${countingWords(country)}`]
}
