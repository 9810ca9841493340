import { describe, expect, it } from '@jest/globals'
import { PassThrough } from 'node:stream'
import { lineReader } from '../../src/outside/prompts.js'
import type { Desk } from '../../src/outside/prompts.js'

/** A dumb terminal on which something is typed once a question stands there. */
function desk(typed: string, output: object = new PassThrough()): Desk {
  const input = new PassThrough()
  setImmediate(() => input.write(typed))
  const nothing = (): void => undefined
  return { input, output, now: () => 0, dumb: true, onSignal: nothing, stop: nothing, onContinue: nothing } as unknown as Desk
}

describe('a question on a terminal', () => {
  it('is answered by a line', async () => {
    await expect(lineReader(desk('Dana Reyes\n'))('> ')).resolves.toBe('Dana Reyes')
  })
  it('is left by Ctrl-D', async () => {
    await expect(lineReader(desk('\u0004'))('> ')).rejects.toMatchObject({ kind: 'interrupted' })
  })
  it('passes on a mistake of ours, and does not call it leaving', async () => {
    const broken = Object.assign(new PassThrough(), {
      write: (text: string) => {
        if (text === '> ') throw new TypeError('a mistake')
      },
    })
    await expect(lineReader(desk('Dana\n', broken))('> ')).rejects.toMatchObject({ name: 'TypeError', message: 'a mistake' })
  })
})
