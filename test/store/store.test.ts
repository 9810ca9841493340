import { existsSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FactId } from '../../src/model/opportunity.js'
import { connect } from '../../src/store/connect.js'
import { plainRules } from './support/rules.js'
import { draft, on, scene, start, type Scene } from './support/scene.js'
import type { OpenStore } from '../../src/store/open.js'

let here: Scene
let store: OpenStore
beforeEach(() => {
  here = scene()
  store = here.open()
})
afterEach(() => {
  store.close()
  here.remove()
})

const dana = { id: 'c-dana', name: 'Dana Réyes', email: 'Dana@Acme.example' }
const at = (time: string) => (): string => time

describe('a missing store', () => {
  it('reads as empty in every way, and is not created', () => {
    expect([store.match('a'), store.list({}), store.contacts(), store.commands(5), store.history({}), store.backups()]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ])
    expect(store.newest()).toBeNull()
    expect(store.agenda({ at: at('2026-03-02T09:00'), lists: ['due'] }).counts.open).toBe(0)
    expect(store.search('acme', 5)).toEqual([])
    expect(store.rebuild()).toEqual({ opportunities: 0 })
    expect(store.check().every((one) => one.ok)).toBe(true)
    expect(existsSync(here.path)).toBe(false)
  })

  it('is created for its owner alone, whatever the umask', () => {
    const before = process.umask(0)
    try {
      const path = `${here.folder}/new/deep/followup.db`
      const made = here.open({ path, makeFolder: true })
      start(made, 'Acme')
      made.backup()
      const modes = [path, `${here.folder}/new/deep`, `${path}.backups`, made.backups()[0]?.path ?? ''].map((one) =>
        (statSync(one).mode & 0o777).toString(8),
      )
      expect(modes).toEqual(['600', '700', '700', '600'])
      made.close()
    } finally {
      process.umask(before)
    }
  })
})

describe('recording', () => {
  it('gives back facts exactly as they were recorded, with ids in order and one command', () => {
    const moment = { day: '2026-03-05', time: '09:30', zone: 'Asia/Kolkata', offset: 330 } as never
    const { facts } = store.record([
      draft('opened', { company: 'Acme', handle: 'acme' }),
      draft('noted', { text: 'x "y" \\ ü 🙂' }, { at: moment }),
    ])
    store.close()
    expect(
      here
        .open()
        .history({ retracted: true })
        .map((one) => one.fact),
    ).toEqual(facts)
    expect(new Set(facts.map((fact) => fact.command))).toEqual(new Set([facts[0]?.id]))
    expect(facts[0]?.opportunity).toBe(facts[0]?.id)
  })

  it('gives each opportunity the first free handle, in order of opening', () => {
    expect([start(store, 'Acme'), start(store, 'Acme'), start(store, 'Acme')].map((row) => row.handle)).toEqual([
      'acme',
      'acme-2',
      'acme-3',
    ])
    const both = store.record([draft('opened', { company: 'B', handle: 'b' }), draft('opened', { company: 'B', handle: 'b' })])
    expect(both.touched.map((row) => row.handle)).toEqual(['b', 'b-2'])
  })

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['an unsafe integer', 2 ** 53],
    ['half a character', 'a\ud800'],
    ['NUL', 'a\0b'],
    ['a nested one', { a: [Infinity] }],
  ])('refuses %s, and records nothing of the command', (_, value) => {
    expect(() => store.record([draft('noted', { text: 'fine' }), draft('noted', { text: value as string })])).toThrow(/cannot be stored/)
    expect(store.history({ retracted: true })).toEqual([])
  })

  it('refuses to change or delete a fact, whoever asks', () => {
    start(store, 'Acme')
    store.close()
    const shell = connect(here.path, { patience: 0 })
    expect(() => {
      shell.run("UPDATE fact SET kind = 'noted'")
    }).toThrow(/never changed/)
    expect(() => {
      shell.run('DELETE FROM fact')
    }).toThrow(/never deleted/)
    expect(() => {
      shell.run(
        "INSERT OR REPLACE INTO fact SELECT seq, id, command, opportunity, day, time, zone, east, recorded, kind, '{}', '' FROM fact",
      )
    }).toThrow()
    shell.db.close()
  })

  it('judges anew everyone who shares the person or the company', () => {
    const first = start(store, 'Acme', dana)
    const second = start(store, 'Beta', dana)
    const third = start(store, 'Acme')
    store.record([draft('sent', { letter: 'thank-you', channel: 'email', contact: dana.id as never }, { opportunity: first.id })])
    expect(store.row(second.id)?.outlook.used.units).toBe(1)
    const stop = store.record([draft('stopped', { company: 'acme', calls: true, letters: true })])
    expect(stop.touched.map((row) => row.id).sort()).toEqual([first.id, third.id].sort())
    expect(store.caseFile(third.id)?.facts.map((fact) => fact.kind)).toEqual(['opened', 'stopped'])
    store.record([draft('met', { contact: dana.id as never, phone: '+1' })])
    expect(store.opportunity(second.id)?.contacts[0]?.phone).toBe('+1')
  })

  it('judges anew who shares a person that was met in an interview, also once it is moved or taken back', () => {
    const first = start(store, 'Acme', dana)
    const second = start(store, 'Beta', dana)
    const met = { stage: 'manager', contacts: [dana.id as never], booked: true } as const
    const { facts } = store.record([draft('interviewed', met, { opportunity: first.id })])
    const interview = facts[0]?.id as FactId
    expect(kindsSeen(second.id)).toEqual(['interviewed'])
    store.record([draft('rescheduled', { interview, to: null }, { opportunity: first.id })])
    expect(kindsSeen(second.id)).toEqual(['interviewed', 'rescheduled'])
    store.record([draft('retracted', { facts: [interview] })])
    expect(kindsSeen(second.id)).toEqual(['rescheduled'])
  })

  /** Of what other opportunities the outlook in the cache was judged. */
  function kindsSeen(id: string): readonly string[] {
    const known = store.caseFile(id as never)?.facts.length ?? 0
    return (
      store
        .row(id as never)
        ?.outlook.phases[0]?.because.slice(known)
        .map(({ code }) => code) ?? []
    )
  }
})

describe('undo and redo', () => {
  it('take an opportunity away and bring it back as it was', () => {
    const row = start(store, 'Acme', dana)
    const before = store.row(row.id)
    const ids = store.history({}).map((one) => one.fact.id)
    const undo = store.record([draft('retracted', { facts: ids })])
    expect(store.newest()?.id).toBe(undo.facts.at(-1)?.id)
    expect([store.row(row.id), store.match('acme'), store.contacts(), store.search('acme', 9)]).toEqual([null, [], [], []])
    expect(store.history({ opportunity: row.id, retracted: true }).map((one) => [one.fact.kind, one.retracted])).toEqual([
      ['opened', true],
      ['met', true],
      ['retracted', false],
    ])
    expect(store.commands(9).map((one) => one.retracted)).toEqual([false, true, true])
    expect(store.commandsEnding(undo.facts[0]?.id.slice(-12) ?? '')).toEqual(store.commands(1))
    expect(store.retractions()).toEqual([{ fact: undo.facts[0], retracted: false }])
    expect(store.facts([...ids].reverse()).map((fact) => fact.id)).toEqual(ids)
    expect(store.nameOf(dana.id)).toBe(dana.name)
    store.record([draft('retracted', { facts: undo.facts.map((fact) => fact.id) })])
    expect(store.row(row.id)).toEqual(before)
    expect(store.history({ opportunity: row.id, retracted: true }).map((one) => [one.fact.kind, one.retracted])).toEqual([
      ['opened', false],
      ['met', false],
      ['retracted', true],
      ['retracted', false],
    ])
    expect(store.search('reyes', 9)).toHaveLength(1)
  })

  it('give a handle that was taken meanwhile a number, the same after a rebuild', () => {
    const first = start(store, 'Acme')
    const undo = store.record([draft('retracted', { facts: [first.id as string as FactId] })])
    const second = start(store, 'Acme')
    expect(second.handle).toBe('acme')
    store.record([draft('retracted', { facts: undo.facts.map((fact) => fact.id) })])
    const handles = [store.row(first.id)?.handle, store.row(second.id)?.handle]
    expect(handles).toEqual(['acme', 'acme-2'])
    store.rebuild()
    expect([store.row(first.id)?.handle, store.row(second.id)?.handle]).toEqual(handles)
  })

  it('refuse a fact that there is not', () => {
    expect(() => store.record([draft('retracted', { facts: ['nope' as FactId] })])).toThrow(/no fact nope/)
  })
})

describe('looking up', () => {
  beforeEach(() => {
    start(store, 'Acme Controls', dana)
    start(store, 'Acme')
    start(store, 'Müller & Söhne')
    const old = start(store, 'Acorn')
    store.record([
      draft('closed', { as: 'rejected', reason: 'the platform role went away' }, { opportunity: old.id }),
      draft('described', { tags: ['remote'] }, { opportunity: old.id }),
    ])
  })

  it.each([
    ['acme', ['acme']],
    ['ac', ['acme', 'acme-controls', 'acorn']],
    ['controls', ['acme-controls']],
    ['DANA', ['acme-controls']],
    ['dana rey', ['acme-controls']],
    ['acme con', ['acme-controls']],
    ['muller', ['m-ller-s-hne']],
    ['zzz', []],
    ['', []],
  ])('finds %j', (reference, handles) => {
    expect(store.match(reference).map((row) => row.handle)).toEqual(handles)
  })

  it('knows a company by its full name or handle only', () => {
    expect(store.atCompany('ACME controls').map((row) => row.handle)).toEqual(['acme-controls'])
    expect(store.atCompany('acme').map((row) => row.handle)).toEqual(['acme'])
    expect(store.atCompany('acm')).toEqual([])
  })

  it('lists open ones first', () => {
    expect(store.list({}).map((row) => row.handle)).toEqual(['acme', 'acme-controls', 'm-ller-s-hne', 'acorn'])
    expect(store.list({ limit: 1 })).toHaveLength(1)
    expect(store.list({ closed: true, tag: 'remote' }).map((row) => row.handle)).toEqual(['acorn'])
    expect(store.list({ tag: 'nope' })).toEqual([])
  })

  it.each([
    ['platform', 'closed'],
    ['reyes', 'name'],
    ['PLAT', 'closed'],
    ['went "away', 'closed'],
  ])('searches for %j', (text, kind) => {
    expect(store.search(text, 5).map((found) => found.kind)).toEqual([kind])
  })

  it.each(['"', '*', 'NEAR(', 'platform OR', 'platform OR zzz', 'platform NOT zzz', '-', 'kind:platform', ''])(
    'takes no search for more than words: %j finds nothing',
    (text) => {
      expect(store.search(text, 5)).toEqual([])
    },
  )

  it('knows people by name and address', () => {
    expect(store.contactsByEmail('dana@acme.EXAMPLE')?.name).toBe('Dana Réyes')
    expect(store.contacts('reye').map((one) => one.opportunities)).toEqual([['acme-controls']])
    expect(store.contactsByEmail('x@y')).toBeNull()
  })
})

describe('the agenda', () => {
  it('puts each open opportunity in exactly one list at any time, and stops counting one beyond the limit', () => {
    for (let count = 0; count < 30; count++) start(store, `Firm ${count}`)
    const seen = (time: string): number[] => {
      const { items, counts } = store.agenda({ at: at(time), lists: ['due', 'upcoming', 'waiting', 'resting'], totals: true })
      expect(items).toHaveLength(counts.due + counts.upcoming + counts.waiting + counts.resting)
      return [counts.due, counts.upcoming, counts.waiting, counts.silent]
    }
    expect(seen('2026-03-01T09:00')).toEqual([0, 0, 0, 0])
    expect(seen('2026-03-02T09:00')).toEqual([30, 0, 0, 0])
    expect(seen('2026-03-03T00:00')).toEqual([0, 30, 0, 0])
    expect(seen('2026-03-05T00:00')).toEqual([30, 0, 0, 30])
    const few = store.agenda({ at: at('2026-03-09T09:00'), lists: ['due'], limit: 5, totals: true })
    expect(few.items.map((item) => item.row.handle)).toEqual(['firm-0', 'firm-1', 'firm-10', 'firm-11', 'firm-12'])
    expect(few.counts).toEqual({ due: 6, upcoming: 0, waiting: 0, resting: 0, silent: 6, open: 6 })
    const none = { due: 0, upcoming: 0, waiting: 0, resting: 0, silent: 0, open: 0 }
    expect(store.agenda({ at: at('2026-03-09T09:00'), lists: [] }).counts).toEqual(none)
    expect([store.countOpen(100), store.countOpen(7)]).toEqual([30, 7])
  })

  it('ranks across zones, and asks each for its time', () => {
    start(store, 'Later')
    store.record([draft('opened', { company: 'Early', handle: 'early', zone: 'Europe/Berlin' }, { at: on('2026-02-20') })])
    const asked: string[] = []
    const both = (zone: string): string => {
      asked.push(zone)
      return zone === 'Europe/Berlin' ? '2026-03-09T08:00' : '2026-03-09T01:00'
    }
    expect(store.agenda({ at: both, lists: ['due'] }).items.map((item) => item.row.handle)).toEqual(['early', 'later'])
    expect(asked).toEqual(['America/Chicago', 'Europe/Berlin'])
  })
})

describe('changed rules', () => {
  it('judge everything again before anything is answered, by a reader too', () => {
    const row = start(store, 'Acme', dana)
    store.close()
    const changed = here.open({ rules: plainRules('changed') })
    expect(changed.row(row.id)?.outlook.playbook).toBe('changed')
    changed.close()
    expect(connect(here.path, { patience: 0 }).get("SELECT value FROM meta WHERE key = 'rules_hash'")).toEqual({ value: 'changed' })
  })
})
