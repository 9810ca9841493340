import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chooseContact, chooseOpportunity, choosePerson } from '../../../src/commands/asking/choose.js'
import { slugOf } from '../../../src/commands/log/place.js'
import { readPerson } from '../../../src/commands/recording/people.js'
import { phoneNumber } from '../../../src/commands/typed/phone-number.js'
import type { Contact } from '../../../src/model/opportunity.js'
import type { OpportunityRow } from '../../../src/model/store.js'
import { isProblem } from '../../../src/problem.js'
import { tries } from '../../support/tries.js'

const person = (name: string, email: string | null = null): Contact => ({ id: name, name, email }) as unknown as Contact
const row = (handle: string, company: string, more: Partial<OpportunityRow> = {}): OpportunityRow =>
  ({ id: handle, handle, company, role: null, closed: false, contacts: [], ...more }) as unknown as OpportunityRow

/** A store that knows these, and matches by the start of a handle or of a word of the company. */
const storeOf = (...rows: readonly OpportunityRow[]): { match(reference: string): readonly OpportunityRow[] } => ({
  match: (reference) =>
    rows.filter(
      (one) =>
        reference !== '' && (one.handle.startsWith(reference) || ` ${one.company.toLowerCase()}`.includes(` ${reference.toLowerCase()}`)),
    ),
})
const store = storeOf(
  row('abbot-foods', 'Abbot Foods'),
  row('acme', 'Acme'),
  row('acme-controls', 'Acme Controls'),
  row('delmar', 'Delmar', { closed: true }),
  row('delmar-2', 'Delmar'),
  row('orlo', 'Orlo', { closed: true }),
)

/** The exit-relevant parts of what went wrong. */
function problemOf(work: () => unknown): readonly [string, string, string | null] {
  try {
    work()
  } catch (error) {
    if (isProblem(error)) return [error.kind, error.message, error.hint]
    throw error
  }
  throw new Error('nothing went wrong')
}

describe('a reference', () => {
  it.each([
    ['acme-controls', 'acme-controls'],
    ['controls', 'acme-controls'],
    ['acme', 'acme'],
    ['abb', 'abbot-foods'],
    ['delm', 'delmar-2'],
    ['delmar', 'delmar'],
    ['orlo', 'orlo'],
  ])('%s means %s', (reference, handle) => {
    expect(chooseOpportunity(store, reference).handle).toBe(handle)
  })

  it('that fits several lists them', () => {
    expect(problemOf(() => chooseOpportunity(store, 'a'))).toEqual([
      'reference',
      '"a" fits three opportunities.',
      'Name one: abbot-foods (Abbot Foods), acme (Acme), acme-controls (Acme Controls).',
    ])
  })

  it('that fits several roles of one company lists the roles', () => {
    const roles = storeOf(row('tern', 'Tern', { role: 'Planner' }), row('tern-2', 'Tern', { role: 'Buyer' }))
    expect(problemOf(() => chooseOpportunity(roles, 'te'))[2]).toBe('Name one: tern (Planner), tern-2 (Buyer).')
  })

  it.each([
    ['abbott', 'Did you mean abbot-foods? "followup list" shows them all.'],
    ['zzz', '"followup list" shows them all.'],
    ['', '"followup list" shows them all.'],
  ])('%j fits none, and what is near is named', (reference, hint) => {
    expect(problemOf(() => chooseOpportunity(storeOf(row('abbot-foods', 'Abbot Foods')), `${reference}`))).toEqual([
      'reference',
      `No opportunity matches "${reference}".`,
      hint,
    ])
  })

  it('to a closed one is refused where only an open one will do', () => {
    expect(problemOf(() => chooseOpportunity(store, 'orlo', { closed: 'refuse' }))).toEqual([
      'refused',
      'Orlo is closed.',
      'If it is not over: followup reopen orlo',
    ])
  })
})

describe('a person of an opportunity', () => {
  const acme = row('acme', 'Acme', {
    contacts: [person('Dana Reyes', 'dana@acme.example'), person('Dana Reyes-Hall'), person('José Núñez'), person('Priya "PJ" Nair')],
  })
  it.each([
    ['DANA@acme.example', 'Dana Reyes'],
    ['Dana Reyes <dana@acme.example>', 'Dana Reyes'],
    ['dana  reyes', 'Dana Reyes'],
    ['nunez', 'José Núñez'],
    ['pj', 'Priya "PJ" Nair'],
    ['priya nair', 'Priya "PJ" Nair'],
  ])('%s means %s', (reference, name) => {
    expect(chooseContact(acme, reference).name).toBe(name)
  })
  it.each([
    ['dana', '"dana" fits two people.'],
    ['eyes', 'Nobody at Acme is called "eyes".'],
    ['', 'Nobody at Acme is called "".'],
  ])('%j is a problem', (reference, says) => {
    expect(problemOf(() => chooseContact(acme, reference)).slice(0, 2)).toEqual(['reference', says])
  })
})

describe('people of one name', () => {
  const known = (id: string, name: string, ...opportunities: readonly string[]) => ({
    contact: { ...person(name), id } as Contact,
    opportunities,
  })
  const people = [known('id-1', 'Sam Poe', 'gamma'), known('id-2', 'Sam Poe', 'delta', 'gamma'), known('id-3', 'Sam Poets (HR)', 'tern')]
  const all = { contacts: () => people }

  it('are told apart so that each can be named', () => {
    expect(problemOf(() => choosePerson(all, 'sam poe'))).toEqual([
      'reference',
      '"sam poe" fits two people.',
      'Name one: Sam Poe (id-1), Sam Poe (delta).',
    ])
  })
  it.each([
    ['Sam Poe (id-1)', 'id-1'],
    ['sam poe (DELTA)', 'id-2'],
    ['id-2', 'id-2'],
    ['Sam Poets (HR)', 'id-3'],
    ['sam poets', 'id-3'],
  ])('%s means one of them', (reference, id) => {
    expect(choosePerson(all, reference).contact.id).toBe(id)
  })
  it('within one opportunity go by address, else by id', () => {
    const twin = row('twin', 'Twin', { contacts: [person('Alex Kim', 'a@twin.example'), { ...person('Alex Kim'), id: 'id-4' as never }] })
    expect(problemOf(() => chooseContact(twin, 'alex'))[2]).toBe('Name one: Alex Kim (a@twin.example), Alex Kim (id-4).')
    expect(chooseContact(twin, 'Alex Kim (a@twin.example)').email).toBe('a@twin.example')
    expect(chooseContact(twin, 'Alex Kim (id-4)').email).toBeNull()
  })
})

describe('a person as typed', () => {
  it.each([
    ['Dana Reyes', { name: 'Dana Reyes', email: null, decides: false, role: null, phone: null }],
    ['Dana Reyes <dana@acme.example>', { name: 'Dana Reyes', email: 'dana@acme.example', decides: false, role: null, phone: null }],
    ['Dana Reyes* dana@acme.example', { name: 'Dana Reyes', email: 'dana@acme.example', decides: true, role: null, phone: null }],
    ['Dana Reyes <dana@acme.example>*', { name: 'Dana Reyes', email: 'dana@acme.example', decides: true, role: null, phone: null }],
    ['"Dana  Reyes" <dana@acme.example>', { name: 'Dana Reyes', email: 'dana@acme.example', decides: false, role: null, phone: null }],
    ['dana@acme.example', { name: '', email: 'dana@acme.example', decides: false, role: null, phone: null }],
    ["Siobhán O'Neill", { name: "Siobhán O'Neill", email: null, decides: false, role: null, phone: null }],
    ['李雷 <li@acme.example>', { name: '李雷', email: 'li@acme.example', decides: false, role: null, phone: null }],
    [
      'Nina Holt (Hiring manager)* <nina@acme.example>',
      { name: 'Nina Holt', email: 'nina@acme.example', decides: true, role: 'boss', phone: null },
    ],
    ['Priya "PJ" Nair <p@x.example>', { name: 'Priya "PJ" Nair', email: 'p@x.example', decides: false, role: null, phone: null }],
    ['"PJ" Nair', { name: '"PJ" Nair', email: null, decides: false, role: null, phone: null }],
    ['Priya Nair "PJ"*', { name: 'Priya Nair "PJ"', email: null, decides: true, role: null, phone: null }],
    ['Robin Vale, 0172 5550119', { name: 'Robin Vale', email: null, decides: false, role: null, phone: '0172 5550119' }],
    ['Robin Vale 0172/5550119*', { name: 'Robin Vale', email: null, decides: true, role: null, phone: '0172/5550119' }],
    ['Robin Vale, (312) 555-0142 x204', { name: 'Robin Vale', email: null, decides: false, role: null, phone: '(312) 555-0142 x204' }],
    [
      'Robin Vale (hr), +1 312 555 0142 <r@v.example>',
      { name: 'Robin Vale', email: 'r@v.example', decides: false, role: 'hr', phone: '+1 312 555 0142' },
    ],
    [
      'Robin Vale <r@v.example>, 312 555 0142',
      { name: 'Robin Vale', email: 'r@v.example', decides: false, role: null, phone: '312 555 0142' },
    ],
    [
      'Robin Vale 312 555 0142 r@v.example',
      { name: 'Robin Vale', email: 'r@v.example', decides: false, role: null, phone: '312 555 0142' },
    ],
    ['Robin 2nd', { name: 'Robin 2nd', email: null, decides: false, role: null, phone: null }],
    ['Li Wei (Leo)', { name: 'Li Wei (Leo)', email: null, decides: false, role: null, phone: null }],
  ])('%s', (text, read) => {
    expect(readPerson(text)).toEqual(read)
  })
  it.each([
    '',
    '*',
    'Robin Vale, 0172',
    '"" ""',
    'Dana Reyes; Priya Nair',
    'Reyes, Dana <dana@acme.example>',
    'Dana <dana>',
    'Dana <a@b> <c@d>',
  ])('%j is refused', (text) => {
    expect(problemOf(() => readPerson(text))[0]).toBe('usage')
  })
  it('never fails but with a usage problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '*', '<', '>', '@', '"', ',', '.') }), (text) => {
        try {
          const { name, email } = readPerson(text)
          expect(name + (email ?? '')).not.toBe('')
        } catch (error) {
          expect(isProblem(error) && error.kind).toBe('usage')
        }
      }),
      tries(1000),
    )
  })
})

describe('a number as typed', () => {
  it.each(['312 555 0142', '+1 (312) 555-0142', '0049/30/1234567', '312.555.0142 x204', '+44 20 7946 0000 x12'])('%s is kept', (text) => {
    expect(phoneNumber(text)).toBe(text)
  })
  it.each(['', 'call me', '555-LINE', '+', 'x12', '312 555 0142 Lou'])('%j is refused', (text) => {
    expect(problemOf(() => phoneNumber(text))[0]).toBe('usage')
  })
})

describe('a slug', () => {
  it.each([
    ['\u001b[31mRed\u001b[0m', 'red'],
    ['\u4f1a\u793e1', 'opportunity'],
    ['1871', '1871'],
    ['3M', '3m'],
  ])('of %j is %s', (company, slug) => {
    expect(slugOf(company)).toBe(slug)
  })

  it('is one that can be typed, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (company) => {
        expect(slugOf(company)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
      }),
      tries(1000),
    )
  })
})
