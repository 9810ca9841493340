import type { OpportunityRow } from '../../model/store.js'
import type { World } from '../../world.js'
import { askAgain } from '../asking/again.js'
import type { Place } from '../log/place.js'
import type { Understood } from '../typed/moments.js'
import { addressLines, calledOtherwise, nameSaid, readPerson, besideLines } from '../recording/people.js'
import type { PersonNamed } from '../recording/people.js'
import { nameIn } from '../telling/telling.js'

/** Who was met or will be, as values of `--with`; empty when that was skipped. */
export async function askMet(
  world: World,
  { place, ahead }: { readonly place: Place; readonly ahead: boolean },
): Promise<readonly string[]> {
  const known = place.kind === 'round' ? knownIn(place.row) : null
  const people = await askAgain(world.ask, {
    ask: ahead ? 'Who will you meet? A star after the one who decides.' : 'Who did you meet? A star after the one who decides.',
    ...(known === null ? {} : { offer: known }),
    mend: 'Names with commas between them, each with a mail address if you have it: Dana Reyes* dana@acme.example, Priya Nair',
    read: (text) => readPeople(world, text),
  })
  return people ?? []
}

function knownIn(row: OpportunityRow): string | null {
  return row.outlook.lead === null ? null : nameIn(row, row.outlook.lead)
}

function readPeople(world: World, text: string): Understood<readonly string[]> {
  const said = text
    .replace(/\s*[,;]\s*(?=[+(]?\d)/g, ' ')
    .split(/\s*[,;]\s*|\s+and\s+/)
    .filter((part) => part !== '')
    .map(readPerson)
    .map((one) => ({ ...one, name: nameSaid(one.name) }))
  const people = said.map((one) => ({ ...one, name: calledOtherwise(world, one)?.name ?? one.name }))
  return { value: people.map(written), lines: [...addressLines(world, said), ...besideLines(people), ...peopleWords(people)] }
}

/** A person as `--with` takes them. */
function written({ name, email, decides, role, phone }: PersonNamed): string {
  return `${name}${role === null ? '' : ` (${role})`}${phone === null ? '' : `, ${phone}`}${decides ? '*' : ''}${email === null ? '' : ` <${email}>`}`.trim()
}

function peopleWords(people: readonly PersonNamed[]): readonly string[] {
  const called = (one: PersonNamed): string => one.name || (one.email ?? '')
  const chief = people.find((one) => one.decides) ?? people[0]
  if (!chief) return []
  const others = people.filter((one) => one !== chief).map(called)
  const first = chief.decides ? `${called(chief)} decides` : `${called(chief)} is the one you write to`
  if (others.length === 0) return [first]
  return [`${first}; ${others.join(', ')} ${others.length === 1 ? 'gets a separate thank-you' : 'each get a separate thank-you'}`]
}
