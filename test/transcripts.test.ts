import { afterAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentIn, startSession } from './support/session.js'
import type { Outcome } from './support/session.js'
import { linesOf, readTranscript, shellWords, written } from './support/transcript.js'
import type { Step } from './support/transcript.js'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'transcripts')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()
const isUpdating = process.env['UPDATE_TRANSCRIPTS'] === '1'

/** The transcripts that also run through the executable, as a person's shell would start it. */
const throughBin = [
  'errors.txt',
  'errors/days.txt',
  'first-run.txt',
  'help.txt',
  'json/due.txt',
  'log/a-note-from-a-pipe.txt',
  'narrow/sixty-columns.txt',
]
const bin = join(root, 'bin', 'followup.js')

/** Somebody who runs the command lines of a transcript. */
interface Runner {
  readonly clock: (now: string, zone: string) => void
  readonly set: (name: string, value: string) => void
  readonly run: (argv: readonly string[], input: string | undefined) => Promise<Outcome>
}

/** The transcript as it came out: the same text when everything was as expected. */
async function replay(steps: readonly Step[], runner: Runner): Promise<string> {
  const lines: string[] = []
  for (const step of steps) {
    if (step.kind === 'clock') runner.clock(step.now, step.zone)
    if (step.kind === 'setting') runner.set(step.name, step.value)
    if (step.kind !== 'command') lines.push(step.line)
    else lines.push(...written(step.line, linesOf(await runner.run(step.argv, step.input))))
  }
  return `${lines.join('\n')}\n`
}

/** The words of a line, of a person whose home is this folder. */
function inHome(home: string, argv: readonly string[]): readonly string[] {
  return argv.map((word) => word.replace(/^~(?=\/)/, home))
}

function fromHome(home: string, { code, out, err }: Outcome): Outcome {
  return { code, out: out.replaceAll(home, '~'), err: err.replaceAll(home, '~') }
}

describe('transcripts', () => {
  it.each(files)('%s', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const session = startSession()
    try {
      const set = (name: string, value: string): void => session.set({ [name]: value })
      const run: Runner['run'] = async (argv, input) => fromHome(session.folder, await session.run(inHome(session.folder, argv), input))
      const actual = await replay(readTranscript(text), { clock: session.at, set, run })
      if (isUpdating) writeFileSync(join(folder, file), actual)
      else expect(actual).toBe(text)
    } finally {
      session.remove()
    }
  })
})

describe('transcripts through the executable', () => {
  const home = mkdtempSync(join(tmpdir(), 'followup-bin-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it.each(throughBin)('%s', async (file) => {
    expect(existsSync(join(root, 'dist', 'data.json'))).toBe(true)
    const text = readFileSync(join(folder, file), 'utf8')
    const env: Record<string, string> = { ...environmentIn(join(home, file)), HOME: home, PATH: '/usr/bin:/bin' }
    const runner: Runner = {
      clock: (now, zone) => Object.assign(env, { FOLLOWUP_NOW: now, TZ: zone }),
      set: (name, value) => Object.assign(env, { [name]: value }),
      run: (argv, input = '') => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { env, input, encoding: 'utf8', cwd: home })
        return Promise.resolve({ code: status ?? -1, out: stdout, err: stderr })
      },
    }
    expect(await replay(readTranscript(text), runner)).toBe(text)
  })
})

describe('the reader of transcripts', () => {
  it('splits words as a shell does', () => {
    expect(shellWords(`log "Acme \\"A\\" Controls" --with 'Dana Reyes <d@x>' a\\ b ''`)).toEqual([
      'log',
      'Acme "A" Controls',
      '--with',
      'Dana Reyes <d@x>',
      'a b',
      '',
    ])
  })
  it('keeps blank lines inside an output, and leaves those after it', () => {
    const [step] = readTranscript('$ followup\n  one\n\n  two\n\n$ followup due\n')
    expect(step).toMatchObject({ kind: 'command', argv: [], expected: ['one', '', 'two'] })
  })
})
