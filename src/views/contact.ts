import type { ContactResult, PeopleList } from '../commands/contact.js'
import type { Contact } from '../model/opportunity.js'
import { capital, row, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** People by name with how to reach them and where they are; or the block that closes a write. */
export function contactView(result: ContactResult, screen: Screen): string {
  return 'people' in result ? listText(result, screen) : writtenView(result, screen)
}

function listText({ people }: PeopleList, screen: Screen): string {
  if (people.length === 0)
    return page(paragraph('Nobody is on record yet. "followup log" names whom you meet; so does "followup contact add".', screen))
  return page(people.flatMap(({ contact, opportunities }) => lines(contact, opportunities.join(', '), screen)))
}

function lines(contact: Contact, where: string, screen: Screen): readonly string[] {
  const [first = 'no address on record', ...rest] = [contact.email, contact.phone, contact.title].filter((part) => part !== null)
  const said = contact.say === null ? [] : [`said ${contact.say}`]
  const answers = contact.assistant === null ? [] : [`${contact.assistant} answers the phone`]
  const below = [...rest, ...said, ...answers].join(', ')
  if (screen.plain) return [sentences([contact.name, capital(first), below, where])]
  return row({ name: contact.name, act: first, reason: where, below }, screen)
}
