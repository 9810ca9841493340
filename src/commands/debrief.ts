import type { Day, Moment } from '../model/day.js'
import type { FactDraft } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { timeline } from '../rules/timeline.js'
import { chooseOpportunity } from './choose.js'
import { debriefNotes, debriefOf, landingLines } from './debrief-words.js'
import type { DebriefArgs } from './debrief-words.js'
import { isAhead, namedDay, pastMoment } from './moments.js'
import { noteDrafts, record } from './record.js'
import type { Noted, RecordArgs, Scribe } from './record.js'

interface Args extends DebriefArgs, RecordArgs {
  readonly opp: string
}

/** Keeps the look back at the last interview. Throws Problem('usage') when nothing was said. */
export async function debrief(world: Scribe, args: Args): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const data = debriefOf(world, args)
  if (!data && args.promise === undefined && args.note === undefined) throw nothingSaid(row)
  const when = pastMoment(world, args.at)
  const about = { opportunity: row.id, at: when.value }
  const promised =
    args.promise === undefined ? null : promisedThen(world, { row, text: args.promise, now: when.value, given: args.at !== undefined })
  const note = await noteDrafts(world, args.note, about)
  const look: readonly FactDraft[] = data ? [{ ...about, kind: 'debriefed', data }] : []
  const person =
    data?.assistant === undefined || row.outlook.lead === null ? [] : [assistantDraft(row, { ...about, assistant: data.assistant })]
  return record(world, [...look, ...person, ...(promised?.drafts ?? []), ...note], {
    about: row.id,
    say: () => ({
      recorded: `the look back on ${row.handle}`,
      understood: [...when.lines, ...landingLines(world, data), ...(promised?.lines ?? [])],
      notes: debriefNotes(data, row),
    }),
  })
}

function nothingSaid(row: OpportunityRow): Problem {
  return new Problem('usage', 'There is nothing to keep yet.', {
    hint: `For example: followup debrief ${row.handle} --hook "..." --cares "..." --landing well --promise "next fri" --want yes`,
    code: 'missing',
  })
}

/** Who answers the phone of the one who is chased. */
export function assistantDraft(row: OpportunityRow, { at, assistant }: { readonly at: Moment; readonly assistant: string }): FactDraft {
  if (row.outlook.lead === null) throw new Error('nobody is chased')
  return { opportunity: row.id, at, kind: 'met', data: { contact: row.outlook.lead, assistant } }
}

interface Promising {
  readonly row: OpportunityRow
  readonly text: string
  readonly now: Moment
  /** The person said when. */
  readonly given: boolean
}

/** The day they named was named in the interview, unless it is said when. */
function promisedThen(
  world: Scribe,
  { row, text, now, given }: Promising,
): { readonly drafts: readonly FactDraft[]; readonly lines: readonly string[] } {
  const at = given ? now : (lastInterview(world, row) ?? now)
  const { value, lines } = namedDay(world, text, { at, row })
  const day: Day | null = value.day
  return { drafts: day ? [{ opportunity: row.id, at, kind: 'promised', data: { day, words: value.words, via: 'interview' } }] : [], lines }
}

/** When the last interview was that is over; null when there was none. */
function lastInterview(world: Scribe, row: OpportunityRow): Moment | null {
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const held = timeline(facts, row.outlook.zone).filter(({ fact }) => fact.kind === 'interviewed' && !isAhead(fact.at, world.clock))
  return held.at(-1)?.fact.at ?? null
}
