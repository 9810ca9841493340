import type { Moment } from '../model/day.js'
import type { FactDraft, Introduction } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { timeline } from '../rules/timeline.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { isNone, lookAnew, takenBack } from './debrief/again.js'
import { debriefNotes, debriefOf, landingLines } from './debrief/words.js'
import type { DebriefArgs } from './debrief/words.js'
import { given } from './typed/given.js'
import { isAhead, pastMoment } from './typed/moments.js'
import { interviewPromise } from './recording/interview-promise.js'
import { metDrafts } from './recording/met.js'
import { numberTold } from './recording/people.js'
import { noteDrafts, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'
import { remembering } from './debrief/remembered-words.js'

interface Args extends DebriefArgs, RecordArgs {
  readonly opp: string
  /** The number of the one who is chased. */
  readonly phone?: string
  /** What is said replaces what was said before to the same questions. */
  readonly again?: true
}

/** Keeps the look back at the last interview. Throws Problem('usage') when nothing was said. */
export async function debrief(world: Scribe, args: Args): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const data = debriefOf(world, args.again ? takenBack(args) : args)
  const number = await numberTold(world, args.phone, () => row.outlook)
  const person = given({
    assistant: data?.assistant === undefined ? undefined : nobodyOr(data.assistant),
    phone: number.phone,
  })
  if (!data && args.promise === undefined && args.note === undefined && args.phone === undefined) throw nothingSaid(row)
  const when = pastMoment(world, args.at)
  const about = { opportunity: row.id, at: when.value }
  // Named in the interview, unless it is said when.
  const named = (): Moment => (args.at === undefined ? lastInterview(world, row) : null) ?? when.value
  const promised = args.promise === undefined ? null : interviewPromise(world, args.promise, { id: row.id, at: named(), row })
  const note = await noteDrafts(world, args.note, about)
  const look: readonly FactDraft[] = !data ? [] : args.again ? lookAnew(world, row, data) : [{ ...about, kind: 'debriefed', data }]
  return record(world, [...look, ...leadDrafts(world, person, { row, at: when.value }), ...(promised?.drafts ?? []), ...note], {
    about: row.id,
    say: () => ({
      recorded: `the look back on ${row.handle}${args.again ? ', corrected' : ''}`,
      understood: [...when.lines, ...number.lines, ...landingLines(world, data), ...remembering(data, row), ...(promised?.lines ?? [])],
      notes: debriefNotes(data, row),
    }),
  })
}

/** Nobody answers any more: null. */
function nobodyOr(assistant: string): string | null {
  return isNone(assistant) ? null : assistant
}

function nothingSaid(row: OpportunityRow): Problem {
  return new Problem('usage', 'There is nothing to keep yet.', {
    hint: `For example: followup debrief ${row.handle} --hook "..." --cares "..." --landing well --promise "next fri" --want yes`,
    code: 'missing',
  })
}

/** What is new about the one who is chased. Throws Problem('usage') when that is nobody and a number was given. */
function leadDrafts(
  world: Needs<'store'>,
  person: Pick<Introduction, 'assistant' | 'phone'>,
  { row, at }: { readonly row: OpportunityRow; readonly at: Moment },
): readonly FactDraft[] {
  const { lead } = row.outlook
  if (Object.keys(person).length === 0) return []
  if (lead !== null) return metDrafts(world, { contact: lead, ...person }, { ...row, at })
  if (person.phone === undefined) return []
  throw new Problem('usage', 'Whose number is that? Nobody is named yet.', {
    hint: `Name the person first: followup contact add "Name <mail>" --for ${row.handle}`,
    code: 'missing',
  })
}

/** When the last interview was that is over; null when there was none. */
export function lastInterview(world: Needs<'store' | 'clock'>, row: OpportunityRow): Moment | null {
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const held = timeline(facts, row.outlook.zone).filter(({ fact }) => fact.kind === 'interviewed' && !isAhead(fact.at, world.clock))
  return held.at(-1)?.fact.at ?? null
}
