import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { bundled } from './support/bundle.js'
import { plainRules } from './support/rules.js'
import { scene, type Scene } from './support/scene.js'

// .ci/run has more of them.
const kills = Number(process.env['FOLLOWUP_KILLS'] ?? 30)
const writers = Number(process.env['FOLLOWUP_WRITERS'] ?? 4)
const writes = Number(process.env['FOLLOWUP_WRITES'] ?? 250)

let here: Scene
let program: string
beforeAll(async () => {
  // In memory where there is such a folder: what is tested is locks and rollback, not the disk.
  here = scene(plainRules(), existsSync('/dev/shm') ? '/dev/shm' : tmpdir())
  program = await bundled('test/store/support/writer.ts')
})
afterAll(() => {
  here.remove()
})

interface Ended {
  readonly acknowledged: readonly string[]
  readonly errors: string
}

/** Runs a writer; with `killAfter` it is killed so many ms after its first acknowledgement. */
function write(
  path: string,
  name: string,
  order: { readonly count: number; readonly killAfter?: number; readonly start?: number },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, path, name, String(order.count), String(order.start ?? 0)])
    let out = ''
    let errors = ''
    child.stdout.on('data', (bytes: Buffer) => {
      if (out === '' && order.killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), order.killAfter)
      out += bytes.toString()
    })
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()))
    child.on('close', () => {
      resolve({ acknowledged: out.split('\n').slice(0, -1), errors })
    })
  })
}

function notesIn(path: string): { readonly notes: ReadonlySet<string>; readonly halves: number } {
  const store = here.open({ path })
  const sizes = new Map<string, number>()
  const notes = new Set<string>()
  for (const { fact } of store.history({ retracted: true })) {
    sizes.set(fact.command, (sizes.get(fact.command) ?? 0) + 1)
    if (fact.kind === 'noted') notes.add(fact.data.text)
  }
  store.close()
  return { notes, halves: [...sizes.values()].filter((size) => size !== 2).length }
}

describe('several processes', () => {
  it(`write ${writers} times ${writes} commands into a store that none of them found: none is lost, none is told "locked"`, async () => {
    const path = `${here.folder}/shared.db`
    const ended = await Promise.all(Array.from({ length: writers }, (_, index) => write(path, `w${index}`, { count: writes })))
    expect(ended.map((one) => one.errors).join('')).toBe('')
    const { notes, halves } = notesIn(path)
    expect(halves).toBe(0)
    expect(ended.flatMap((one) => one.acknowledged).filter((text) => !notes.has(text))).toEqual([])
    expect(ended.every((one) => one.acknowledged.length === writes)).toBe(true)
    const store = here.open({ path })
    expect(store.list({})).toHaveLength(writers * Math.ceil(writes / 10))
    expect(
      store
        .check()
        .filter((one) => !one.ok)
        .map((one) => one.check),
    ).toEqual(['backups'])
    store.close()
  }, 600_000)

  it('make one store in the same instant: none takes it for another kind of file, none for an older schema', async () => {
    for (let round = 0; round < kills / 5; round++) {
      const path = `${here.folder}/new-${round}.db`
      const start = Date.now() + 400
      const ended = await Promise.all([0, 1, 2, 3].map((side) => write(path, `n${side}`, { count: 1, start })))
      expect(ended.map((one) => one.errors).join('')).toBe('')
      expect(notesIn(path).notes.size).toBe(4)
      expect(existsSync(`${path}.backups`)).toBe(false)
    }
  }, 600_000)
})

describe('a process that is killed', () => {
  it(`at ${kills} random moments: nothing acknowledged is lost, no command is half there, and the next one works`, async () => {
    const path = `${here.folder}/killed.db`
    const acknowledged: string[] = []
    for (let round = 0; round < kills; round += 2) {
      const pair = [0, 1].map((side) => write(path, `k${round + side}`, { count: 100_000, killAfter: ((round + side) * 7.3) % 23 }))
      for (const one of await Promise.all(pair)) {
        expect(one.errors).toBe('')
        acknowledged.push(...one.acknowledged)
      }
      if (round % 10 !== 0) continue
      const { notes, halves } = notesIn(path)
      expect(halves).toBe(0)
      expect(acknowledged.filter((text) => !notes.has(text))).toEqual([])
    }
    const { notes } = notesIn(path)
    expect(acknowledged.filter((text) => !notes.has(text))).toEqual([])
    const store = here.open({ path })
    expect(
      store
        .check()
        .filter((one) => !one.ok)
        .map((one) => one.check),
    ).toEqual(['backups'])
    store.close()
  }, 3_600_000)
})
