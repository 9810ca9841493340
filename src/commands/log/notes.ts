import { ownerTitle } from '../../model/opportunity.js'
import type { Fact } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import type { Needs } from '../../world.js'
import { debriefNotes } from '../debrief/words.js'
import { twiceNotes } from '../standing/told-twice.js'
import { countingWords, zoneCity } from '../typed/zone.js'
import type { Place } from './place.js'
import type { Told, ToldArgs } from './told.js'

type NotesArgs = Pick<ToldArgs, 'zone' | 'country' | 'playbook' | 'phone'>

interface Background extends Pick<Told, 'interview' | 'look' | 'description'> {
  readonly place: Place
  /** Those on record before it. */
  readonly facts: readonly Fact[]
}

/** What to say beside the record of an interview, once it is made. */
export async function notesOn(
  world: Needs<'clock' | 'catalog'>,
  args: NotesArgs,
  { interview, place, facts, look, description }: Background,
): Promise<(row: OpportunityRow) => readonly string[]> {
  const { when, ahead, replaced } = interview
  const twice = ahead || replaced ? [] : twiceNotes(facts, when.value)
  const abroad = await numberNotes(world, args, { place, description })
  return (row) => [
    ...twice,
    ...(ahead ? confirmNotes(world, place) : []),
    ...debriefNotes(look, row),
    ...(place.kind === 'new' && args.playbook === undefined ? ownerNotes(row) : []),
    ...abroad(row),
  ]
}

/** Nobody said whose days count: a number that may be foreign is looked at, and what takes long is loaded only then. */
async function numberNotes(
  { catalog }: Needs<'catalog'>,
  { phone, zone, country }: NotesArgs,
  { place, description }: Pick<Background, 'place' | 'description'>,
): Promise<(row: OpportunityRow) => readonly string[]> {
  const isSaid = place.kind === 'round' || zone !== undefined || country !== undefined
  if (isSaid || phone === undefined || !/^\s*(?:\+|00)/.test(phone)) return () => []
  const taken = `${zoneCity(description.zone, undefined)}'s days and hours are taken; ${countingWords(description.country)}`
  return (await import('./abroad.js')).abroadNotes(phone, catalog.countryOf(description.zone), taken)
}

/** A booking settles an invitation, and so the list no longer asks for the yes to it. */
function confirmNotes({ clock }: Needs<'clock'>, place: Place): readonly string[] {
  if (place.kind === 'new') return []
  const { handle, outlook } = place.row
  const isInvited = phaseNow(outlook, clock).next?.step === 'confirm'
  return isInvited ? [`If they do not know yet that you will come: followup letter ${handle} confirm`] : []
}

/** An owner decides alone and often answers the phone: there is a playbook for that, and it is proposed once, when the opportunity is new. */
function ownerNotes({ handle, contacts, outlook }: OpportunityRow): readonly string[] {
  const owner = contacts.find((one) => one.id === outlook.lead && ownerTitle.test(one.title ?? ''))
  return owner ? [`${owner.name} owns the place, and may answer the phone: followup playbook use owner-operator ${handle}`] : []
}
