import { afterAll, describe, expect, it } from '@jest/globals'
import { closeSync, existsSync, openSync } from 'node:fs'
import { writeAll } from '../../src/outside/terminal.js'

// Linux has a device whose disk is always full.
const full = '/dev/full'
const onLinux = existsSync(full) ? describe : describe.skip

onLinux('a disk that is full', () => {
  const descriptor = openSync(full, 'w')
  afterAll(() => closeSync(descriptor))

  it('behind the answer is said to be full, and is no mistake of ours', () => {
    expect(() => writeAll(descriptor, 'Friday\n')).toThrow(
      expect.objectContaining({
        kind: 'failed',
        code: 'output',
        message: 'The answer cannot be written: the disk it goes to is full.',
      }),
    )
  })
})
