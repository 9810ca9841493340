import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { lookoutOfDay } from '../../../src/commands/standing/named-day.js'
import { openStage } from '../../support/stage.js'
import type { Stage } from '../../support/stage.js'

let stage: Stage
beforeEach(() => {
  stage = openStage()
})
afterEach(() => stage.remove())

it.each([
  ['9 mar', '2027-03-09'],
  ['Tue 9 Mar', '2027-03-09'],
  ['tuesday 9 march', '2027-03-09'],
  ['Thu 12 Nov', '2026-11-12'],
  ['Fri 12 Nov', '2027-11-12'],
  ['Thu 9 Mar', '2028-03-09'],
  ['fri', '2027-03-19'],
])('a day as it is printed is the nearest one with that weekday: %s', async (text, expected) => {
  const world = await stage.at('2027-03-12T09:00')
  expect(lookoutOfDay(world, text).asOf).toBe(expected)
})

it.each([
  ['end of week', '2027-03-12'],
  ['end of next week', '2027-03-19'],
  ['early next week', '2027-03-16'],
  ['end of the month', '2027-03-31'],
  ['in two weeks', '2027-03-26'],
  ['fri week', '2027-03-26'],
  ['next fri', '2027-03-19'],
  ['+2w', '2027-03-26'],
  ['+3bd', '2027-03-17'],
  ['yesterday', '2027-03-11'],
])('what "help days" lists is read: %s', async (text, expected) => {
  const world = await stage.at('2027-03-12T09:00')
  expect(lookoutOfDay(world, text).asOf).toBe(expected)
})

it.each(['Mon 9 Mar', '31 feb', 'someday'])('what is no day, or none with that weekday near by, is a problem: %s', async (text) => {
  const world = await stage.at('2027-03-12T09:00')
  expect(() => lookoutOfDay(world, text)).toThrow(expect.objectContaining({ name: 'Problem', kind: 'usage' }))
})
