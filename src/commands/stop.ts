import type { FactOf } from '../model/fact.js'
import type { OpportunityId } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { foldName } from '../rules/names.js'
import { choosePerson, peopleCalled } from './asking/choose.js'
import { given } from './typed/given.js'
import { onlyOne, opportunitiesOf } from './hold.js'
import { pastMoment } from './typed/moments.js'
import { noteForEach, record } from './recording/record.js'
import type { After, Noted, RecordArgs, Scribe } from './recording/record.js'
import { stopped } from './telling/sentences.js'
import { stopsIn } from './standing/stops.js'
import type { Stop } from './standing/stops.js'

export interface StopArgs extends RecordArgs {
  /** A person, or the full name of a company. */
  readonly who: string
  readonly calls?: true
  readonly letters?: true
  readonly lift?: true
  readonly reason?: string
}

/** Puts a person or a company on the stop list, or takes them off it; neither flag means both. Throws Problem('reference') when nobody or several fit, Problem('failed') when what is lifted was not stopped. */
export async function stop(world: Scribe, args: StopArgs): Promise<Noted> {
  const target = targetOf(world, args.who)
  const both = !args.calls && !args.letters
  const asked = { calls: both || args.calls === true, letters: both || args.letters === true }
  const before = args.lift ? stopOn(world, target) : null
  const data: FactOf<'stopped'>['data'] = {
    ...target.scope,
    ...(args.lift ? stoppedAmong(before, target, asked) : asked),
    ...given({ reason: args.reason }),
  }
  const when = pastMoment(world, args.at)
  const note = await noteForEach(world, args.note, { opportunities: target.opportunities, at: when.value })
  return record(world, [{ opportunity: null, at: when.value, kind: args.lift ? 'lifted' : 'stopped', data }, ...note], {
    about: onlyOne(target.opportunities),
    say: (after) => ({
      recorded: args.lift
        ? `${stopped(data)} to ${target.words} are fine again`
        : `no ${stopped(data).replace(' and ', ' and no ')} to ${target.words}`,
      understood: when.lines,
      notes: args.lift ? (before?.reason ? [`The reason on record was: ${before.reason}`] : []) : effects(data, target, after),
    }),
  })
}

interface Target {
  readonly scope: Pick<FactOf<'stopped'>['data'], 'contact' | 'company'>
  readonly words: string
  /** All of theirs; each of them sees every stop and lift. */
  readonly opportunities: readonly OpportunityId[]
}

type Channels = Pick<FactOf<'stopped'>['data'], 'calls' | 'letters'>

/** What is on the stop list for them; null where nothing is. */
function stopOn({ store }: Scribe, { scope, opportunities: [one] }: Target): Stop | null {
  const facts = (one && store.caseFile(one)?.facts) ?? []
  return stopsIn(facts).find(({ contact }) => contact === (scope.contact ?? null)) ?? null
}

/** Those of the channels that are on the stop list. Throws Problem('failed') where none is: nobody is taken off a list they are not on. */
function stoppedAmong(on: Stop | null, { words }: Target, asked: Channels): Channels {
  const found = { calls: on?.calls === true && asked.calls, letters: on?.letters === true && asked.letters }
  if (found.calls || found.letters) return found
  const both = asked.calls && asked.letters
  throw new Problem(
    'failed',
    both ? `Nothing to ${words} is on the stop list.` : `${asked.calls ? 'Calls' : 'Letters'} to ${words} are not on the stop list.`,
    { hint: '"followup show NAME" lists what was recorded.' },
  )
}

/** The one company that a beginning means; null where it means none, or several. */
function oneCompany([first, ...others]: readonly OpportunityRow[]): string | null {
  return first && others.every((row) => foldName(row.company) === foldName(first.company)) ? first.company : null
}

function companyTarget(rows: readonly OpportunityRow[]): Target {
  const company = rows[0]?.company ?? ''
  return { scope: { company: foldName(company) }, words: `anyone at ${company}`, opportunities: rows.map((row) => row.id) }
}

/** A mail address is a person, a full name of a company the company; else the person so called, else the company a beginning means. */
function targetOf(world: Scribe, who: string): Target {
  const company = world.store.atCompany(who)
  const people = peopleCalled(world.store, who)
  if (company[0] && people.length === 0) {
    return companyTarget(company)
  }
  if (company[0]) {
    throw new Problem('reference', `"${who}" is a company and a person.`, {
      hint: `For the person give their mail address; the company is ${company[0].handle}.`,
      code: 'ambiguous',
    })
  }
  const fitting = people.length === 0 ? oneCompany(world.store.match(who)) : null
  if (fitting !== null) return companyTarget(world.store.atCompany(fitting))
  if (people.length === 0) {
    throw new Problem('reference', `Neither a person nor a company is called "${who}".`, {
      hint: 'A company goes by its full name or handle; "followup contact list" shows the people.',
      code: 'not-found',
    })
  }
  const person = choosePerson(world.store, who)
  return { scope: { contact: person.contact.id }, words: person.contact.name, opportunities: opportunitiesOf(world.store, person) }
}

function effects(data: FactOf<'stopped'>['data'], target: Target, { touched }: After): readonly string[] {
  const whose = touched.length > 1 ? ` It holds for ${touched.map((row) => row.handle).join(', ')}.` : ''
  const leaves = data.calls && data.letters ? 'Every letter and call' : data.calls ? 'Every call' : 'Every letter'
  return [`${leaves} to ${target.words} leaves the plan, here and in what comes.${whose}`]
}
