import type { Moment } from '../../model/day.js'
import type { Stage } from '../../model/opportunity.js'
import { stageWords } from '../../model/vocabulary.js'
import { patience } from '../../rules/limits.js'
import type { World } from '../../world.js'
import { askAgain, choicesOf } from '../asking/again.js'
import { askCompany } from './company.js'
import { askMet } from './met.js'
import { askWhen } from './when.js'
import type { Answers, Guide } from '../asking/guide.js'
import { word } from '../asking/guide.js'
import { countryMeant, zoneCity, zoneMeant } from '../typed/zone.js'
import { placeOf } from '../log/place.js'
import { anyMoment, isAhead } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'
import { numberWord } from '../../model/number-word.js'

/** An interview, told a question at a time; the look back is offered once it is on record. */
export const logGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const { ask } = world
    ask.note('Enter takes what is in brackets, or skips; "<" goes back a question. Ctrl-C leaves.')
    ask.say('\n')
    const company = await askCompany(world, args)
    const told: Record<string, string | readonly string[] | true> = { ...args, ...company, asked: true }
    const place = placeOf(world.store, { company: String(told['company']), ...roleOf(told), ...(told['new'] ? { new: true } : {}) })
    if (place.kind === 'new' && told['role'] === undefined) put(told, 'role', await ask.line({ ask: 'Which role?' }))
    const when = await momentOf(world, told)
    const ahead = isAhead(when, world.clock)
    if (place.kind === 'new' && told['zone'] === undefined && told['country'] === undefined) put(told, 'zone', await askZone(world))
    if (told['with'] === undefined) put(told, 'with', await askMet(world, { place, ahead }))
    if (told['kind'] === undefined) told['kind'] = await askKind(world, ahead)
    ask.say('\n')
    return { args: told, ...(place.kind === 'round' ? { about: place.row } : {}) }
  },
  after: async (world, { result, args }) => {
    const { ask } = world
    const { standing } = result
    if (!standing || args['landing'] !== undefined || args['hook'] !== undefined) return null
    if (result.facts.some((fact) => fact.kind === 'interviewed' && fact.data.booked)) return null
    ask.say('\n')
    const now = await ask.choice({
      ask: 'Seven questions while it is fresh, a minute in all?',
      choices: [
        { value: 'yes', words: 'yes' },
        { value: 'tonight', words: 'tonight' },
        { value: 'no', words: 'no' },
      ],
    })
    if (now === 'yes') return { verb: 'debrief', args: { opp: standing.handle } }
    ask.note(`${now === 'no' ? 'Should you change your mind' : 'Tonight, then'}: followup debrief ${standing.handle}`)
    return null
  },
}

function put(told: Record<string, string | readonly string[] | true>, name: string, value: string | readonly string[]): void {
  if (value.length > 0) told[name] = value
}

function roleOf(told: Answers): { readonly role?: string } {
  const role = word(told, 'role')
  return role === undefined ? {} : { role }
}

async function momentOf(world: World, told: Record<string, string | readonly string[] | true>): Promise<Moment> {
  const at = typeof told['at'] === 'string' ? told['at'] : await askWhen(world)
  if (at === null) return world.clock.moment
  told['at'] = at
  return anyMoment(world, at, 'future').value
}

async function askZone(world: World): Promise<string> {
  const read = (text: string): Understood<string> => {
    const zone = /^here$/i.test(text) ? world.clock.zone : zoneMeant(world, text)
    return { value: zone, lines: [zoneWords(world, zone, text)] }
  }
  const zone = await askAgain(world.ask, {
    ask: 'Where do they sit?',
    offer: 'here',
    mend: 'A big city on the same clock or a state will do, as in "chicago" or "Ohio".',
    read,
  })
  return zone === null || zone === world.clock.zone ? '' : zone
}

/** 'Chicago, one hour behind you; US holidays count'. */
function zoneWords(world: World, zone: string, text: string): string {
  const country = countryMeant(world, undefined, zone)
  const days =
    country === 'none' ? 'weekends only' : country === 'unknown' ? 'weekends and the turn of the year count' : `${country} holidays count`
  return `${zoneCity(zone, text)}, ${aheadWords(minutesAhead(world, zone))}; ${days}`
}

/** Minutes by which their clock is ahead of mine. */
function minutesAhead({ clock }: World, zone: string): number {
  const minutes = (wall: string): number => Date.parse(`${wall}Z`) / 60_000
  return minutes(clock.in(zone)) - minutes(clock.in(clock.zone))
}

function aheadWords(minutes: number): string {
  if (minutes === 0) return 'on your clock'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  const length = `${hours === 1 ? 'one hour' : `${numberWord(hours)} hours`}${rest === 0 ? '' : ` ${String(rest)} minutes`}`
  return `${length} ${minutes > 0 ? 'ahead of' : 'behind'} you`
}

async function askKind({ ask }: World, ahead: boolean): Promise<Stage> {
  const kind = await ask.choice({ ask: 'What kind of meeting?', choices: choicesOf<Stage>(stageWords, 'manager') })
  if (!ahead) ask.understood([`${String(patience[kind].wait)} business days of patience, unless they named a day`])
  return kind
}
