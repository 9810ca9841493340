import type { ContactResult, PeopleList } from '../commands/contact.js'
import { capital, rows, sentences } from './grids.js'
import type { Row } from './grids.js'
import { page, paragraph } from './layout.js'
import { stopWords } from './phrases.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** People by name with how to reach them and where they are; or the block that closes a write. */
export function contactView(result: ContactResult, screen: Screen): string {
  return 'people' in result ? listText(result, screen) : writtenView(result, screen)
}

function listText({ people }: PeopleList, screen: Screen): string {
  if (people.length === 0)
    return page(paragraph('Nobody is on record yet. "followup log" names whom you meet; so does "followup contact add".', screen))
  const parts = people.map((one) => rowOf(one))
  const plain = (): readonly string[] => parts.map(({ name, act, reason, below = '' }) => sentences([name, capital(act), below, reason]))
  return page(screen.plain ? plain() : rows(parts, screen))
}

function rowOf({ contact, opportunities, stops }: PeopleList['people'][number]): Row {
  const [first = 'no address on record', ...rest] = [contact.email, contact.phone, contact.title].filter((part) => part !== null)
  const said = contact.say === null ? [] : [`said ${contact.say}`]
  const answers = contact.assistant === null ? [] : [`${contact.assistant} answers the phone`]
  const stopped = stops.map((one) => (one.company === null ? stopWords(one) : `${stopWords(one)} (all at ${one.company})`))
  const below = [...rest, ...said, ...answers, ...stopped].join(', ')
  return { name: contact.name, act: first, reason: opportunities.join(', '), below }
}
