import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { myDay, nearMoment } from '../../../src/commands/typed/moments.js'
import { openStage } from '../../support/stage.js'
import type { Stage } from '../../support/stage.js'

let stage: Stage
beforeEach(() => {
  stage = openStage()
})
afterEach(() => stage.remove())

it('a date without a year is the nearer one, and no day at all is a problem', async () => {
  const world = await stage.at('2027-03-04T09:00')
  expect(nearMoment(world, '25 feb').value.day).toBe('2027-02-25')
  expect(nearMoment(world, '25 mar').value.day).toBe('2027-03-25')
  expect(() => nearMoment(world, '31 feb')).toThrow(expect.objectContaining({ name: 'Problem' }))
})

it.each([
  ['25.2.', '2027-02-25'],
  ['25.02. 10:00', '2027-02-25'],
  ['2/25', '2027-02-25'],
  ['25/2', '2027-02-25'],
  ['25.3.', '2027-03-25'],
  ['25.2.28', '2028-02-25'],
])('so is one in figures: %s', async (text, expected) => {
  expect(nearMoment(await stage.at('2027-03-04T09:00'), text).value.day).toBe(expected)
})

it('a mistake of ours is not taken for a day that cannot be read', async () => {
  const world = await stage.at('2027-03-04T09:00')
  let isFirst = true
  const broken = {
    ...world,
    get catalog() {
      if (!isFirst) return world.catalog
      isFirst = false
      throw new TypeError('a mistake')
    },
  }
  expect(() => nearMoment(broken, '25 feb')).toThrow(TypeError)
})

it.each([
  ['end of next week', '2027-03-12'],
  ['mid-March', '2027-03-15'],
  ['in a few days', '2027-03-10'],
  ['next fri', '2027-03-12'],
])('a day to come may be told in vague words: %s', async (text, expected) => {
  const world = await stage.at('2027-03-04T09:00')
  expect(myDay(world, text).value).toBe(expected)
})

it('words that name no day are none where a day is asked', async () => {
  const world = await stage.at('2027-03-04T09:00')
  expect(() => myDay(world, 'soon')).toThrow('is not a day')
})
