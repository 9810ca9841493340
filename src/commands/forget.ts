import { shellWord } from '../formats/shell-words.js'
import type { ForgetTarget, Forgotten } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { forgetMeant } from './forget/meant.js'
import type { Found } from './forget/meant.js'

export interface ForgetArgs {
  /** An opportunity or a person. */
  readonly who: string
  /** The copies go too, and a new one is made. */
  readonly backups?: true
  readonly yes?: true
}

/** What was removed; `name` is not kept anywhere else. `people` were in nothing else and went too. */
export interface ForgetResult extends Forgotten, Pick<Found, 'takenBack'> {
  readonly kind: ForgetTarget['kind']
  readonly name: string
  readonly people: readonly string[]
}

/**
 * Removes an opportunity or a person for good, once the person has said yes or typed its name. Throws Problem('reference') when nothing or several
 * fit, Problem('usage') where no yes can be asked for, Problem('failed') when it was not typed.
 */
export async function forget({ store, ask }: Needs<'store' | 'ask'>, { who, backups, yes }: ForgetArgs): Promise<ForgetResult> {
  const found = forgetMeant(store, who)
  const all = backups === true
  if (!yes) await confirm(ask, needsYes(found, all), { ...found, all })
  const { target, name, people, takenBack } = found
  return { kind: target.kind, name, people, takenBack, ...store.forget(target, { backups: all }) }
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

function needsYes({ name, typed, people, takenBack }: Found, backups: boolean): Problem {
  const also = people.length === 0 ? '' : `, with ${people.join(', ')}, who ${people.length === 1 ? 'is' : 'are'} in nothing else`
  return new Problem('usage', `This removes ${name} for good${also}${takenBackWords[takenBack]}.`, {
    hint: `No undo brings it back; to go on: followup forget ${shellWord(typed)}${backups ? ' --backups' : ''} --yes${backups ? '' : ' (with --backups the copies go too)'}`,
    code: 'needs-yes',
  })
}

const takenBackWords: Readonly<Record<Found['takenBack'], string>> = {
  all: '; it was taken back already, and only the file still holds it',
  more: ', and what was taken back under that name',
  none: '',
}
