import type { Store } from '../model/store.js'
import { agendaAt, countOpen } from './agenda.js'
import type { Tools } from './cases.js'
import { commandsEnding, commandsOf, factsOf, historyOf, newestFact, retractionsOf } from './history.js'
import {
  caseById,
  contactByEmail,
  listContacts,
  listRows,
  matchReference,
  nameById,
  rowById,
  rowsAtCompany,
  rowsSimilar,
  rowsTaken,
  rowsWith,
  searchText,
  stopFacts,
} from './lookup.js'
import type { Writing } from './writing.js'

type Lookups = Pick<
  Store,
  | 'match'
  | 'atCompany'
  | 'similar'
  | 'openWith'
  | 'countOpen'
  | 'opportunity'
  | 'row'
  | 'caseFile'
  | 'history'
  | 'facts'
  | 'retractions'
  | 'agenda'
  | 'list'
  | 'search'
  | 'contacts'
  | 'stopFacts'
  | 'contactsByEmail'
  | 'nameOf'
  | 'rowsTaken'
  | 'newest'
  | 'commands'
  | 'commandsEnding'
  | 'eachCase'
>

/** All that is looked up in the store, by what reads in it; what takes more than looking is loaded with `writing`. */
export function lookups(read: <T>(work: (tools: Tools) => T) => T, writing: () => Writing): Lookups {
  return {
    match: (reference) => read((tools) => matchReference(tools, reference)),
    atCompany: (company) => read((tools) => rowsAtCompany(tools, company)),
    similar: (company, longer) => read((tools) => rowsSimilar(tools, company, longer)),
    openWith: (contact) => read((tools) => rowsWith(tools, contact)),
    opportunity: (id) => read((tools) => caseById(tools, id)?.opportunity ?? null),
    row: (id) => read((tools) => rowById(tools, id)),
    caseFile: (id) => read((tools) => caseById(tools, id)),
    history: (filter) => read((tools) => historyOf(tools, filter)),
    facts: (ids) => read((tools) => factsOf(tools, ids)),
    retractions: () => read(retractionsOf),
    agenda: (query) => read(({ connection }) => agendaAt(connection, query)),
    countOpen: (most) => read(({ connection }) => countOpen(connection, most)),
    list: (filter) => read((tools) => listRows(tools, filter)),
    search: (text, limit) => read((tools) => searchText(tools, text, limit)),
    contacts: (matching) => read((tools) => listContacts(tools, matching)),
    stopFacts: (people) => read((tools) => stopFacts(tools, people)),
    contactsByEmail: (email) => read((tools) => contactByEmail(tools, email)),
    nameOf: (id) => read((tools) => nameById(tools, id)),
    rowsTaken: () => read(rowsTaken),
    newest: () => read(({ connection }) => newestFact(connection)),
    commands: (limit) => read((tools) => commandsOf(tools, limit)),
    commandsEnding: (ending) => read((tools) => commandsEnding(tools, ending)),
    eachCase: (visit) => read((tools) => writing().eachCase(tools, visit)),
  }
}
