import { filesWanted } from '../../formats/completion-scripts.js'
import type { Needs } from '../../world.js'
import type { Named, Subject, Table } from './place.js'

type World = Needs<'store' | 'catalog' | 'config'>

/** What was typed of a value, and the table it may be a verb of. */
export interface Begun {
  readonly typed: string
  readonly table: Table
}

/** The values that may be meant, not yet sifted by what was typed. */
export async function valuesOf(world: World, subject: Subject, begun: Begun): Promise<readonly string[]> {
  switch (subject.kind) {
    case 'words':
      return subject.words
    case 'files':
      return [filesWanted]
    case 'named':
      return (await Promise.all(subject.names.map(async (name) => named[name](world, begun)))).flat()
  }
}

// More than anybody would look through.
const MOST = 300

const named: Readonly<Record<Named, (world: World, begun: Begun) => readonly string[] | Promise<readonly string[]>>> = {
  opportunity: handles,
  person: people,
  company: companies,
  playbook: ({ catalog }) => catalog.playbooks().map(({ playbook }) => playbook.name),
  landing: ({ catalog }) => catalog.landings().map(({ code }) => code),
  verb: (_world, { table }) => [...table.verbs.filter((verb) => !verb.hidden).map((verb) => verb.name), 'words', 'days', 'exit-codes'],
  setting: async ({ config }) => (await (await config()).read()).map((one) => one.name),
  file: () => [filesWanted],
}

function handles({ store }: World, { typed }: Begun): readonly string[] {
  const rows = typed === '' ? store.list({ closed: false, limit: MOST }) : store.match(typed)
  const fitting = rows.filter((row) => row.handle.startsWith(typed.toLowerCase()))
  const open = fitting.filter((row) => !row.closed)
  return (open.length > 0 ? open : fitting).slice(0, MOST).map((row) => row.handle)
}

// A name that two people have would not say which.
function people({ store }: World, { typed }: Begun): readonly string[] {
  const all = store.contacts(typed === '' || typed.includes('@') ? undefined : typed).map(({ contact }) => contact)
  const times = (name: string): number => all.filter((one) => one.name === name).length
  return all.slice(0, MOST).flatMap((one) => (typed.includes('@') || times(one.name) > 1 ? (one.email ?? []) : one.name))
}

function companies({ store }: World, { typed }: Begun): readonly string[] {
  const rows = typed === '' ? store.list({ limit: MOST }) : store.match(typed.split(/\s/)[0] ?? '')
  return rows.slice(0, MOST).map((row) => row.company)
}
