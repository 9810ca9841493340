import { shellWord } from '../formats/shell-words.js'
import type { ForgetTarget, Forgotten, OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { foldName } from '../rules/names.js'
import type { Needs } from '../world.js'
import { chooseOpportunity, choosePerson, nameAmong, peopleCalled, severalFit } from './choose.js'

export interface ForgetArgs {
  /** An opportunity or a person. */
  readonly who: string
  /** The copies go too, and a new one is made. */
  readonly backups?: true
  readonly yes?: true
}

/** What was removed; `name` is not kept anywhere else. `people` were in nothing else and went too. */
export interface ForgetResult extends Forgotten {
  readonly kind: ForgetTarget['kind']
  readonly name: string
  readonly people: readonly string[]
}

/**
 * Removes an opportunity or a person for good, once the person has said yes or typed its name. Throws Problem('reference') when nothing or several
 * fit, Problem('usage') where no yes can be asked for, Problem('failed') when it was not typed.
 */
export async function forget({ store, ask }: Needs<'store' | 'ask'>, { who, backups, yes }: ForgetArgs): Promise<ForgetResult> {
  const found = meant(store, who)
  const all = backups === true
  if (!yes) await confirm(ask, needsYes(found, all), { ...found, all })
  return { kind: found.target.kind, name: found.name, people: found.people, ...store.forget(found.target, { backups: all }) }
}

interface Found {
  readonly target: ForgetTarget
  readonly name: string
  /** How it is called, so that nothing else is meant. */
  readonly typed: string
  readonly people: readonly string[]
}

type Store = Needs<'store'>['store']

function meant(store: Store, who: string): Found {
  const people = peopleCalled(store, who)
  const rows = opportunitiesCalled(store, who)
  if (rows.length > 0 && people.length > 0) throw both(who, rows)
  if (people.length > 0) {
    const person = choosePerson(store, who)
    const { id, name, email } = person.contact
    return { target: { kind: 'contact', id }, name, typed: email ?? nameAmong(person, peopleCalled(store, name)), people: [] }
  }
  if (rows.length > 1) throw severalFit(who, rows)
  const row = rows[0] ?? chooseOpportunity(store, who)
  return { target: { kind: 'opportunity', id: row.id }, name: nameOf(row), typed: row.handle, people: onlyHere(store, row) }
}

/** Those whose handle it is or begins, or whose company's name has words that begin so; not those it fits by a person. */
function opportunitiesCalled(store: Store, who: string): readonly OpportunityRow[] {
  const wanted = foldName(who)
  const rows = store.match(who)
  const exact = rows.filter((row) => row.handle === wanted)
  return exact.length > 0
    ? exact
    : rows.filter((row) => row.handle.startsWith(wanted) || ` ${foldName(row.company)}`.includes(` ${wanted}`))
}

function onlyHere(store: Store, row: OpportunityRow): readonly string[] {
  const known = store.contacts().filter(({ opportunities }) => opportunities.length === 1 && opportunities[0] === row.handle)
  const ids = new Set(row.contacts.map((one) => one.id))
  return known.filter(({ contact }) => ids.has(contact.id)).map(({ contact }) => contact.name)
}

function nameOf({ company, role }: OpportunityRow): string {
  return role === null ? company : `${company}, ${role}`
}

function both(who: string, rows: readonly OpportunityRow[]): Problem {
  return new Problem('reference', `"${who}" fits an opportunity and a person.`, {
    hint: `For the person give their mail address or full name; for the opportunity: ${rows.map((row) => row.handle).join(', ')}.`,
    code: 'ambiguous',
  })
}

/** Only the name itself, typed once more, in quotes or without, is a yes. */
async function confirm(
  ask: Needs<'ask'>['ask'],
  asked: Problem,
  { typed, all }: { readonly typed: string; readonly all: boolean },
): Promise<void> {
  if (!ask.able) throw asked
  const copies = all ? 'The backups go too.' : 'Backups keep it until newer ones come; with --backups they go at once.'
  ask.note(`${asked.message} No undo brings it back. ${copies}`)
  const said = await ask.line({ ask: `To remove it, type ${typed}; Enter keeps it.` })
  if (![typed, shellWord(typed), `"${typed}"`].includes(said))
    throw new Problem('failed', 'Nothing was removed.', { hint: 'What is on record stays as it was.', code: 'kept' })
}

function needsYes({ name, typed, people }: Found, backups: boolean): Problem {
  const also = people.length === 0 ? '' : `, with ${people.join(', ')}, who ${people.length === 1 ? 'is' : 'are'} in nothing else`
  return new Problem('usage', `This removes ${name} for good${also}.`, {
    hint: `No undo brings it back; to go on: followup forget ${shellWord(typed)}${backups ? ' --backups' : ''} --yes${backups ? '' : ' (with --backups the copies go too)'}`,
    code: 'needs-yes',
  })
}
