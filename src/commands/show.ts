import type { LetterKind } from '../model/act.js'
import type { Day } from '../model/day.js'
import type { FactOf } from '../model/fact.js'
import type { Contact, ContactId, Want } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'
import { goneIn } from '../rules/left.js'
import { awaitedPaper } from '../rules/negotiation.js'
import type { AwaitedPaper } from '../rules/negotiation.js'
import { cameBack } from '../rules/timeline.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { oneMessage } from './standing/one-message.js'
import { lookoutOn, seen } from './standing/seen.js'
import type { Seen } from './standing/seen.js'
import { stopsIn } from './standing/stops.js'
import type { Stop } from './standing/stops.js'
import { toldFact } from './telling/told.js'
import type { ToldFact } from '../model/result.js'
import { caseOf, leftOf } from './why.js'
import type { Left } from './why.js'

export interface ShowArgs {
  readonly opp: string
  readonly on?: string
}

/** Something talked about, and the letter that used it, if one did. */
export interface KnownHook {
  readonly text: string
  readonly used: { readonly letter: LetterKind; readonly on: Day } | null
}

/** One opportunity, whole: its standing, what is known, and its history. `asOf` is the contact's day, `today` mine. */
export interface ShowResult extends Seen {
  readonly asOf: Day
  readonly today: Day
  readonly zone: string
  readonly country: string
  readonly playbook: string
  readonly location: string | null
  readonly source: string | null
  readonly via: string | null
  readonly salary: string | null
  readonly priority: number | null
  readonly tags: readonly string[]
  readonly lead: ContactId | null
  readonly people: readonly Contact[]
  /** Those of them who have left. */
  readonly gone: readonly ContactId[]
  /** What is on the stop list here; with contact null it holds for the whole company. */
  readonly stops: readonly Stop[]
  readonly cares: readonly string[]
  readonly hooks: readonly KnownHook[]
  readonly doubts: readonly { readonly code: string; readonly label: string }[]
  readonly want: Want | null
  readonly pay: string | null
  /** The last touch of mine that reached them: no letter that came back, and no call of theirs. */
  readonly touch: ToldFact | null
  readonly offer: Extract<ToldFact, { kind: 'offered' }>['data'] | null
  /** The paper behind a yes of mine, where it is not there yet. */
  readonly paper: AwaitedPaper
  readonly left: Left
  /** Handles of other opportunities whose next letter, or call, to the same person is one message with the next act. */
  readonly together: readonly string[]
  readonly history: readonly ToldFact[]
}

/** Everything about one opportunity on one page. */
export async function show(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>, args: ShowArgs): Promise<ShowResult> {
  const row = chooseOpportunity(world.store, args.opp)
  const from = await lookoutOn(world, args.on)
  const file = caseOf(world.store, row.id)
  const { zone, country, playbook, lead } = row.outlook
  const names = new Map(file.opportunity.contacts.map((one) => [one.id, one.name]))
  const history = file.facts.map((fact) => toldFact(fact, names))
  const { location, source, via, salary, priority, tags } = file.opportunity
  return {
    ...seen(row, world, from),
    asOf: from.in(zone).slice(0, 10) as Day,
    today: from.asOf,
    zone,
    country,
    playbook,
    location,
    source,
    via,
    salary,
    priority,
    tags,
    lead,
    people: file.opportunity.contacts,
    gone: [...goneIn(file)],
    stops: stopsIn(file.facts),
    ...known(file.facts, world.catalog),
    touch: lastTouchOf(file.facts, history),
    offer: offerOf(history),
    paper: awaitedPaper(file.facts),
    left: leftOf({ outlook: row.outlook, contacts: file.opportunity.contacts }, world.catalog.playbook(playbook)),
    // Nobody here is met for another role where nothing of another one bears on this.
    together: file.elsewhere.length === 0 ? [] : oneMessage(world, row, { from }).map(({ handle }) => handle),
    history,
  }
}

function lastTouchOf(facts: CaseFile['facts'], history: readonly ToldFact[]): ToldFact | null {
  const back = new Set([...cameBack(facts).values()].map((letter) => letter.id))
  const isMine = (fact: ToldFact): boolean =>
    (fact.kind === 'sent' && !back.has(fact.id)) || (fact.kind === 'called' && fact.data.outcome !== 'missed-callback')
  return history.findLast(isMine) ?? null
}

/** What the debriefs left: later words add to earlier ones, single answers replace them. */
function known(
  facts: CaseFile['facts'],
  catalog: Needs<'catalog'>['catalog'],
): Pick<ShowResult, 'cares' | 'hooks' | 'doubts' | 'want' | 'pay'> {
  const debriefs = facts.filter((fact): fact is FactOf<'debriefed'> => fact.kind === 'debriefed').map((fact) => fact.data)
  const sent = facts.filter((fact): fact is FactOf<'sent'> => fact.kind === 'sent')
  const codes = unique(debriefs.flatMap((one) => one.landings ?? [])).filter((code) => code !== 'well' && code !== 'none-known')
  const labels = codes.length > 0 ? catalog.landings() : []
  return {
    cares: unique(debriefs.flatMap((one) => one.cares ?? [])),
    hooks: unique(debriefs.flatMap((one) => one.hooks ?? [])).map((text) => ({ text, used: useOf(text, sent) })),
    doubts: codes.map((code) => ({ code, label: labels.find((one) => one.code === code)?.label ?? code })),
    want: debriefs.findLast((one) => one.want !== undefined)?.want ?? null,
    pay: debriefs.findLast((one) => one.pay !== undefined)?.pay ?? null,
  }
}

function useOf(text: string, sent: readonly FactOf<'sent'>[]): KnownHook['used'] {
  const user = sent.find((fact) => fact.data.hook === text)
  return user ? { letter: user.data.letter, on: user.at.day } : null
}

function offerOf(history: readonly ToldFact[]): ShowResult['offer'] {
  const terms = history.filter((fact): fact is Extract<ToldFact, { kind: 'offered' }> => fact.kind === 'offered').map((fact) => fact.data)
  return terms.length === 0 ? null : (Object.assign({}, ...terms) as ShowResult['offer'])
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
