import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { typedName } from '../../rules/names.js'
import { word } from './guide.js'
import type { Answers } from './guide.js'

/** The one person by whose name an opportunity was meant; null where its handle or company was, or several are called so. */
export function personMeant(
  { handle, company, contacts }: Pick<OpportunityRow, 'handle' | 'company' | 'contacts'>,
  reference: string,
): Contact | null {
  const wanted = typedName(reference)
  const has = (name: string): boolean => ` ${typedName(name)}`.includes(` ${wanted}`)
  if (wanted === '' || handle.startsWith(wanted) || has(company)) return null
  const [one, other] = contacts.filter(({ name }) => has(name))
  return one && !other ? one : null
}

/** The arguments with the opportunity by its handle, and with the person by whose name it was meant, where nobody else is named. */
export function toldOf(args: Answers, about: OpportunityRow, flag: 'to' | 'with' | 'from'): Answers {
  const named = word(args, 'opp')
  const person = named === undefined || args[flag] !== undefined ? null : personMeant(about, named)
  return { ...args, opp: about.handle, ...(person ? { [flag]: person.id } : {}) }
}
