import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { loadLetters } from '../../src/catalog/letters.js'
import { loadPhone } from '../../src/catalog/phone.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { defaultSettings } from '../../src/config/load.js'
import { faultIn } from '../../src/letters/fault.js'
import { clockOf, instantNamed } from '../../src/main/clock.js'
import { day } from '../../src/model/day.js'
import type { Instant, Moment } from '../../src/model/day.js'
import type { FactData, FactDraft, FactKind } from '../../src/model/fact.js'
import type { ContactId, ContactRole, FactId, OpportunityId } from '../../src/model/opportunity.js'
import type { Settings } from '../../src/model/settings.js'
import type { StoreRules } from '../../src/model/store.js'
import { agendaOf } from '../../src/rules/agenda.js'
import { describe } from '../../src/rules/describe.js'
import { judge } from '../../src/rules/judge.js'
import { foldName, typedName } from '../../src/rules/names.js'
import { inOrder } from '../../src/rules/order.js'
import { momentOn } from '../../src/rules/zones.js'
import { unasked } from '../../src/main/unasked.js'
import { openStore } from '../../src/store/open.js'
import { writing } from '../../src/store/writing.js'
import type { Catalog, Footing, Schedules, World, MailOut } from '../../src/world.js'
import { testFolder } from './folder.js'

/** A store in a folder of its own, looked at from any moment. */
export interface Stage {
  /** The world at a wall time ('2027-03-09T08:31') in a zone. */
  at(now: string, zone?: string): Promise<World>
  remove(): void
}

/** An empty stage on the real store, catalog and rules. */
export function openStage(): Stage {
  const folder = testFolder()
  let count = 0
  const newId = (): string => `01900000-0000-7000-8000-${String(++count).padStart(12, '0')}`
  return {
    at: async (now, zone = 'America/New_York') => {
      const clock = clockOf({ epochMs: instantNamed(now, zone), zone, offset: null })
      const { catalog } = await loadCatalog({ dataDir: 'data', compiled: null, configDir: folder, checks: false })
      const recordedAt = (): Instant => new Date(clock.epochMs).toISOString() as Instant
      const store = openStore({
        path: join(folder, 'followup.db'),
        rules: rulesOn(catalog),
        writing: () => writing,
        newId,
        now: recordedAt,
        backups: 'off',
      })
      const scratch = (): never => {
        throw new Error('no scratch here')
      }
      const config = (): never => {
        throw new Error('no settings file here')
      }
      const completions = (): never => {
        throw new Error('no shell here')
      }
      const footing = (): Promise<Footing> => Promise.resolve(footingOfStage)
      return {
        clock,
        settings,
        config,
        completions,
        footing,
        schedules: () => Promise.resolve(noSchedulers),
        calendars: () => Promise.reject(new Error('no calendars here')),
        pages: () => Promise.reject(new Error('no pages here')),
        mailIn: () => Promise.reject(new Error('no mail here')),
        mailOut: () => Promise.resolve(noMail),
        heralds: () => Promise.resolve({ notify: nobody, command: nobody, noDesktop: () => null }),
        hooks: () => Promise.resolve({ run: () => null }),
        drawn: () => Promise.reject(new Error('nothing is drawn here')),
        catalog,
        phone: () => loadPhone({ shipped: 'data/phone', own: join(folder, 'phone') }),
        tone: () => readShippedTone('data'),
        readBytes: (path) => Promise.resolve(readFileSync(path)),
        letters: () => loadLetters({ dataDir: 'data', built: null, own: join(folder, 'letters') }, faultIn),
        copyText: () => Promise.reject(new Error('no clipboard here')),
        editText: () => Promise.reject(new Error('no editor here')),
        writeText: () => Promise.reject(new Error('nothing is written here')),
        readText: (path) => Promise.resolve(readFileSync(path, 'utf8')),
        readLines: () => Promise.reject(new Error('no lines here')),
        outlet: () => Promise.reject(new Error('nothing is written here')),
        readSheet: async (bytes, form) => (await import('../../src/formats/sheet-in.js')).readSheet({ bytes, form }),
        sheetsIn: () => Promise.resolve([]),
        store,
        exchange: () => Promise.reject(new Error('no exchange here')),
        newId,
        ask: unasked,
        talk: silent,
        readInput: () => Promise.resolve(''),
        scratch,
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const nobody = (): never => {
  throw new Error('nobody to reach from here')
}

/** Neither a server nor a command is named, and no mail program is there. */
const noMail: MailOut = {
  ...{
    route: null,
    hasDrafts: false,
    trials: [],
    me: nobody,
    compose: nobody,
    file: nobody,
    save: nobody,
    open: nobody,
    keep: nobody,
    send: nobody,
  },
}

const noSchedulers: Schedules = { available: () => [], draft: nobody, found: () => [], install: nobody, remove: nobody, exists: () => true }

/** Nobody talks here. */
const silent: World['talk'] = { show: () => Promise.resolve(), run: () => Promise.resolve() }

const footingOfStage: Footing = {
  clockHeld: true,
  zoneSaid: 'TZ',
  settings: { path: '/home/me/.config/followup/config.toml', exists: true, shared: false, named: false },
  holidays: null,
  leftOut: [],
  letters: 0,
  terminal: { input: true, output: true, columns: 80, kind: 'xterm' },
  editor: { program: 'nano', named: true, found: true },
  node: 'v20.20.2',
  sqlite: '3.53.2',
}

const settings: Settings = { ...defaultSettings(), 'my-name': 'Robin Vale', 'my-number': '574 555 0119', backup: 'off' }

function rulesOn(catalog: Catalog): StoreRules {
  const judged: StoreRules['judge'] = (file) => {
    const outlook = judge(file, { ...catalog, settings })
    return { outlook, agenda: agendaOf(outlook) }
  }
  return { hash: 'test', hashOfEnded: 'test', order: inOrder, describe, judge: judged, fold: foldName, typed: typedName }
}

/** Who is met, and where their days are. */
export interface Cast {
  readonly company: string
  readonly role?: string
  readonly person: string
  readonly email?: string
  readonly phone?: string
  readonly contactRole?: ContactRole
  /** Somebody who is in another opportunity already. */
  readonly contact?: ContactId
  readonly zone?: string
  readonly country?: string
}

/** An opportunity under way: what happened to it is added with `add`. */
export interface Told {
  readonly id: OpportunityId
  readonly contact: ContactId
  /** Records what happened on a day, or at a wall time of the opportunity's zone. */
  add<K extends FactKind>(kind: K, at: string, data: FactData[K]): void
}

/** Opens an opportunity with one person, an interview not yet recorded. */
export function tell(world: World, cast: Cast): Told {
  const id = world.newId() as OpportunityId
  const contact = cast.contact ?? (world.newId() as ContactId)
  const zone = cast.zone ?? 'America/New_York'
  const momentOf = (text: string): Moment => momentOn(day(text.slice(0, 10)), text.length > 10 ? text.slice(11) : null, zone)
  const draft = <K extends FactKind>(kind: K, at: string, data: FactData[K]): FactDraft =>
    ({ id: world.newId() as FactId, opportunity: id, at: momentOf(at), kind, data }) as unknown as FactDraft
  const start = '2027-01-04'
  const handle =
    cast.company
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '') || 'opportunity'
  const { email = `${handle}@${handle}.example`, phone = '+13125550142', contactRole = 'boss', country = 'none' } = cast
  world.store.record([
    draft('opened', start, { company: cast.company, handle, zone, country, ...(cast.role ? { role: cast.role } : {}) }),
    draft('met', start, { contact, name: cast.person, role: contactRole, email, phone }),
  ])
  return { id, contact, add: (kind, at, data) => void world.store.record([draft(kind, at, data)]) }
}
