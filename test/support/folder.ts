import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for the store of one test: in memory where the machine has a place for that, for thousands of commands would wait for the disk. test/store is on the disk. */
export function testFolder(): string {
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'followup-test-'))
}

const memory = '/dev/shm'
