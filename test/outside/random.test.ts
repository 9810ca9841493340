import { describe, expect, it } from '@jest/globals'
import { eightRandom, randomBytes } from '../../src/outside/random.js'

it.each(['/dev/urandom', '/dev/null', '/no/such/device'])('random bytes are as many as asked for, and others each time: %s', (device) => {
  const drawn = Array.from({ length: 20 }, () => Buffer.from(randomBytes(8, device)).toString('hex'))
  expect(drawn.map((one) => one.length)).toEqual(drawn.map(() => 16))
  expect(new Set(drawn).size).toBe(20)
})

describe('eight random bytes', () => {
  it('are others each time, drawn in a few goes', () => {
    const draws: number[] = []
    const eight = eightRandom((count) => {
      draws.push(count)
      return randomBytes(count)
    })
    const drawn = Array.from({ length: 5000 }, () => Buffer.from(eight()).toString('hex'))
    expect(new Set(drawn).size).toBe(5000)
    expect(drawn.every((text) => text.length === 16)).toBe(true)
    expect(draws.slice(0, 3)).toEqual([8, 16, 32])
    expect(draws.length).toBeLessThan(20)
  })
})
