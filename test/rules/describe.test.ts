import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ContactId } from '../../src/model/opportunity.js'
import { fileOf, interview } from '../support/history.js'
import type { Happening } from '../support/history.js'
import { tries } from '../support/tries.js'

const dana = 'c-dana' as ContactId
const sue = 'c-sue' as ContactId
const days = fc.integer({ min: 2, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`)
const numbers = fc.constantFrom('555 0001', '555 0002', '555 0003')
const pays = fc.constantFrom('100k', '120k', '140k')

describe('what is told of an opportunity and its people', () => {
  it('stands as it was recorded last, whenever the talk was', () => {
    const told = fc.array(fc.record({ at: days, phone: numbers, salary: pays }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(told, (said) => {
        const happenings = said.flatMap(({ at, phone, salary }): readonly Happening[] => [
          { kind: 'met', at, data: { contact: dana, phone } },
          { kind: 'described', at, data: { salary } },
        ])
        const { opportunity } = fileOf([interview('2026-03-02'), ...happenings])
        expect([opportunity.contacts[0]?.phone, opportunity.salary]).toEqual([said.at(-1)?.phone, said.at(-1)?.salary])
      }),
      tries(),
    )
  })

  it('leaves the chase with whom it was given last', () => {
    const { opportunity } = fileOf([
      interview('2026-03-09'),
      { kind: 'met', at: '2026-03-09', data: { contact: sue, name: 'Sue Park', lead: true } },
      { kind: 'met', at: '2026-03-04', data: { contact: dana, lead: true } },
    ])
    expect(opportunity.contacts.filter((one) => one.lead).map((one) => one.name)).toEqual(['Dana Reyes'])
  })

  it('names people in the order in which they were met', () => {
    const { opportunity } = fileOf([
      interview('2026-03-09'),
      { kind: 'met', at: '2026-03-01', data: { contact: sue, name: 'Sue Park', role: 'peer' } },
    ])
    expect(opportunity.contacts.map((one) => one.name)).toEqual(['Sue Park', 'Dana Reyes', 'Priya Nair'])
  })
})
