import type { FactDraft } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { foldName } from '../../rules/names.js'
import { chooseOpportunity } from '../asking/choose.js'
import { descriptionOf } from '../recording/description.js'
import { refuseFlag } from '../typed/given.js'
import type { LogArgs, LogWorld } from './args.js'
import { moveHeld } from './held.js'
import { noteDrafts, record } from '../recording/record.js'
import type { Noted } from '../recording/record.js'

/** Puts right what was said of an opportunity, and with `--at` when its last interview was; records no other. Throws Problem('usage') where nothing would change. */
export async function correctLog(world: LogWorld, args: LogArgs): Promise<Noted> {
  for (const flag of ['with', 'kind', 'by', 'landing', 'promise', 'new', 'reschedule', 'cancel'] as const)
    refuseFlag(args[flag], `--correct is about the opportunity; --${flag} is about an interview or people.`, 'Leave one of them out.')
  const row = chooseOpportunity(world.store, args.company)
  // As if nothing were said of the role yet: a role that stands is not changed by another round.
  const about = { place: { kind: 'round', row: { ...row, role: null }, known: [row] } as const, id: row.id, at: world.clock.moment }
  const described = descriptionOf(world, args, about)
  const renamed = args.name === undefined ? [] : rename(world, row, args.name)
  const moved = args.at === undefined ? null : moveHeld(world, row, args.at)
  const known = [...renamed, ...described.drafts]
  if (known.length === 0 && !moved)
    throw new Problem('usage', 'Nothing would change.', {
      hint: `Say what is right, as in: followup log ${row.handle} --correct --role "Plant Manager"`,
      code: 'missing',
    })
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at: about.at })
  const corrected = `what is known of ${row.handle}${args.role === undefined ? ', corrected' : `: ${args.role.trim()}`}`
  return record(world, [...known, ...(moved?.drafts ?? []), ...note], {
    about: row.id,
    say: () => ({
      recorded: [...(moved ? [moved.says] : []), ...(known.length === 0 ? [] : [corrected])].join('; '),
      understood: [
        ...(moved?.lines ?? []),
        ...renamed.map(({ data }) => `${data.company}; its handle stays ${row.handle}`),
        ...described.lines,
      ],
    }),
  })
}

/** A stop of a whole company goes by its name, and must not be lost with it. */
function rename(
  world: LogWorld,
  row: OpportunityRow,
  said: string,
): readonly (FactDraft & { readonly data: { readonly company: string } })[] {
  const company = said.replace(/\s+/g, ' ').trim()
  if (company === '')
    throw new Problem('usage', '--name is empty.', { hint: 'Write the name of the company, as letters are to have it.', code: 'bad-value' })
  if (company === row.company) return []
  const stopped = world.store.caseFile(row.id)?.facts.some((fact) => fact.kind === 'stopped' && fact.data.company !== undefined)
  if (stopped && foldName(company) !== foldName(row.company))
    throw new Problem('failed', `${row.company} is on your stop list by that name.`, {
      hint: `Lift that first, and put the new name there: followup stop ${row.handle} --lift`,
      code: 'stopped',
    })
  return [{ opportunity: row.id, at: world.clock.moment, kind: 'described', data: { company } }]
}
