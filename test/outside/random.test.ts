import { expect, it } from '@jest/globals'
import { randomBytes } from '../../src/outside/random.js'

it.each(['/dev/urandom', '/dev/null', '/no/such/device'])('random bytes are as many as asked for, and others each time: %s', (device) => {
  const drawn = Array.from({ length: 20 }, () => Buffer.from(randomBytes(8, device)).toString('hex'))
  expect(drawn.map((one) => one.length)).toEqual(drawn.map(() => 16))
  expect(new Set(drawn).size).toBe(20)
})
