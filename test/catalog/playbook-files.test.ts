import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { readPlaybook } from '../../src/catalog/read-playbook.js'
import type { Step } from '../../src/model/playbook.js'
import { tries } from '../support/tries.js'

const root = join(import.meta.dirname, '..', '..')
const shipped = join(root, 'data', 'playbooks')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-playbooks-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function readText(text: string | Buffer): ReturnType<typeof readPlaybook> {
  const path = join(folder, 'mine.yaml')
  writeFileSync(path, text)
  return readPlaybook(path)
}

function spelled(step: Step): string {
  const when = `${step.id} ${step.after}+${step.wait}`
  switch (step.act) {
    case 'park':
      return `${when} park`
    case 'letter':
      return `${when} ${step.letter}${step.channel === 'email' ? '' : ` ${step.channel}`}${step.optional ? ' optional' : ''}${step.to ? ` to ${step.to}` : ''} ${step.hours.from}-${step.hours.to}`
    case 'calls':
      return `${when} calls ${step.dials} [${step.voicemail.join(' ')}] ${step.hours.map(({ from, to }) => `${from}-${to}`).join(' ')}`
  }
}

const THANKS = 'thanks interview+1 thank-you 08:00-18:00'
const TABLES: Record<string, readonly string[]> = {
  'connect-then-call': [
    THANKS,
    'note interview+0 love-letter 08:00-11:00',
    'call-1 previous+3 calls 3 [3] 08:00-09:00 16:00-17:30 10:00-11:00',
    'call-2 previous+5 calls 3 [3] 08:00-09:00 16:00-17:30 10:00-11:00',
    'close previous+5 close-the-loop 08:00-11:00',
    'park close+10 park',
    'reconnect close+60 reconnect 08:00-18:00',
  ],
  gentle: [
    THANKS,
    'note interview+7 love-letter 08:00-11:00',
    'value previous+8 value-add optional 08:00-11:00',
    'close previous+10 close-the-loop 08:00-11:00',
    'park close+10 park',
    'reconnect close+80 reconnect 08:00-18:00',
  ],
  'promised-date': [
    THANKS,
    'checkin promise+2 check-in 08:00-11:00',
    'call-1 previous+3 calls 3 [3] 08:00-09:00 16:00-17:30 10:00-11:00',
    'checkin-2 previous+5 love-letter 08:00-11:00',
    'close previous+8 close-the-loop 08:00-11:00',
    'park close+10 park',
    'reconnect close+60 reconnect 08:00-18:00',
  ],
  'recruiter-led': [
    THANKS,
    'nudge-1 interview+4 check-in 09:00-17:00',
    'nudge-2 previous+3 calls 3 [] 09:00-11:45 13:15-17:00',
    'escalate interview+12 love-letter optional to boss 08:00-11:00',
    'close previous+8 close-the-loop 09:00-17:00',
    'park close+10 park',
  ],
  'owner-operator': [
    THANKS,
    'note interview+4 love-letter 07:00-09:00',
    'call-1 previous+2 calls 3 [3] 07:30-08:30 16:30-18:00',
    'call-n previous+10 calls 3 [] 07:30-08:30 16:30-18:00',
    'close previous+10 close-the-loop 07:00-09:00',
    'park close+10 park',
  ],
  'love-letter-then-phone': [
    THANKS,
    'note interview+5 love-letter 08:00-11:00',
    'calls previous+2 calls 6 [3 6] 08:00-09:00 10:00-11:00 16:00-17:30',
    'close previous+5 close-the-loop 08:00-11:00',
    'park close+10 park',
  ],
  'keep-the-door-open': [
    'reply no+1 rejection-reply 08:00-18:00',
    'connect no+5 reconnect linkedin optional 08:00-18:00',
    'reconnect-1 no+30 reconnect 08:00-18:00',
    'reconnect-2 no+65 reconnect 08:00-18:00',
    'reconnect-3 no+130 reconnect 08:00-18:00',
  ],
}

describe('the shipped playbooks', () => {
  it('are the seven', () => {
    expect(readdirSync(shipped).sort()).toEqual(
      Object.keys(TABLES)
        .map((name) => `${name}.yaml`)
        .sort(),
    )
  })

  it.each(Object.entries(TABLES))('%s has the steps and numbers of its table', (name, table) => {
    const { playbook, faults } = readPlaybook(join(shipped, `${name}.yaml`))
    expect(faults).toEqual([])
    expect(playbook?.name).toBe(name)
    expect(playbook?.steps.map(spelled)).toEqual(table)
  })

  it.each(Object.keys(TABLES))('every number of %s says where it comes from', (name) => {
    const lines = readFileSync(join(shipped, `${name}.yaml`), 'utf8').split('\n')
    expect(lines.filter((line) => /^\s+(?:wait|dials|voicemail|hours):/.test(line) && !line.includes(' # '))).toEqual([])
  })
})

describe('the page for coaches', () => {
  it('has an example that passes its own check', () => {
    const text = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'playbooks.md'), 'utf8'))?.[1] ?? ''
    expect(readText(text).faults).toEqual([])
    expect(readText(text).playbook?.dials).toBe(1)
  })
})

type Draft = { steps: Record<string, unknown>[] } & Record<string, unknown>
const good = (): Draft => parse(readFileSync(join(shipped, 'connect-then-call.yaml'), 'utf8')) as Draft
const change = (step: number, fields: Record<string, unknown>) => (draft: Draft) => Object.assign(draft.steps[step] ?? {}, fields)

describe('a fault is a sentence with file, step, key and the nearest value that fits', () => {
  const table: readonly (readonly [string, (draft: Draft) => unknown, string])[] = [
    [
      'a key misspelled',
      (draft) => {
        draft['sumary'] = 'x'
      },
      'mine.yaml, "sumary": no such key here; the nearest is "summary".',
    ],
    ['a step key misspelled', change(1, { wiat: 3 }), 'mine.yaml, step "note", "wiat": no such key here; the nearest is "wait".'],
    [
      'a key missing',
      (draft) => delete draft.steps[1]?.['wait'],
      'mine.yaml, step "note", "wait": missing; write a whole number from 0 to 260.',
    ],
    ['a wait too long', change(1, { wait: 300 }), 'mine.yaml, step "note", "wait": 300 does not fit; the nearest that does is 260.'],
    ['half a day', change(1, { wait: 5.4 }), 'mine.yaml, step "note", "wait": 5.4 does not fit; the nearest that does is 5.'],
    [
      'a wait in words',
      change(1, { wait: 'a week' }),
      'mine.yaml, step "note", "wait": "a week" does not fit; write a whole number from 0 to 260.',
    ],
    ['no dial', change(2, { dials: 0 }), 'mine.yaml, step "call-1", "dials": 0 does not fit; the nearest that does is 1.'],
    [
      'a letter misspelled',
      change(1, { letter: 'loveletter' }),
      'mine.yaml, step "note", "letter": "loveletter" does not fit; the nearest that does is love-letter.',
    ],
    [
      'hours written loosely',
      change(1, { hours: '8 - 11' }),
      'mine.yaml, step "note", "hours": "8 - 11" does not fit; the nearest that does is 08:00-11:00.',
    ],
    ['an unknown act', change(1, { act: 'call' }), 'mine.yaml, step "note", "act": "call" does not fit; the nearest that does is calls.'],
    [
      'an id twice',
      change(4, { id: 'note' }),
      'mine.yaml, step "note", "id": "note" is step 2 already; the nearest that is free is "note-2".',
    ],
    [
      'more than six dials',
      change(3, { dials: 5 }),
      'mine.yaml, step "call-2", "dials": 5 makes 8 calls in all; the nearest that fits is 3.',
    ],
    [
      'a message on a dial that is not',
      change(2, { voicemail: [4] }),
      'mine.yaml, step "call-1", "voicemail": there is no dial 4; the nearest that fits is 3.',
    ],
    [
      'three voicemails',
      change(2, { voicemail: [2, 3] }),
      'mine.yaml, step "call-2", "voicemail": 3 messages on a machine in all; two are the most.',
    ],
    [
      'messages too close',
      change(4, { wait: 2 }),
      'mine.yaml, step "close", "wait": 2 is too close to the touch before; messages are 3 business days apart, so the nearest that fits is 3.',
    ],
    [
      'calls on the day of the note',
      change(2, { wait: 0 }),
      'mine.yaml, step "call-1", "wait": 0 is the day of the touch before; the nearest that fits is 1.',
    ],
    [
      'too early in the day',
      change(1, { hours: '06:00-09:00' }),
      'mine.yaml, step "note", "hours": 06:00-09:00 is outside 07:00-18:00; the nearest that fits is 07:00-09:00.',
    ],
    [
      'hours the wrong way round',
      change(1, { hours: '11:00-08:00' }),
      'mine.yaml, step "note", "hours": 11:00-08:00 ends before it begins; write the earlier time first.',
    ],
    [
      'calls over lunch',
      change(2, { hours: ['09:00-10:00', '11:00-14:00'] }),
      'mine.yaml, step "call-1", "hours": 11:00-14:00 runs into lunch, 11:45-13:15; the nearest that fits is 11:00-11:45, 13:15-14:00.',
    ],
    [
      'one window for three calls',
      change(2, { hours: ['09:00-10:00'] }),
      'mine.yaml, step "call-1", "hours": one window for several calls; name two at least.',
    ],
    [
      'nothing before the first step',
      change(0, { after: 'previous' }),
      'mine.yaml, step "thanks", "after": the first step has none before it; the nearest that fits is interview.',
    ],
    [
      'the phone first',
      (draft) => draft.steps.splice(1, 1),
      'mine.yaml, step "call-1", "act": the phone comes after one good letter; put a letter before it.',
    ],
    [
      'news too soon',
      change(6, { wait: 10 }),
      'mine.yaml, step "reconnect", "wait": 10 is too soon after the close-the-loop; the nearest that fits is 20.',
    ],
    [
      'a fifth message',
      (draft) => draft.steps.splice(2, 0, { ...draft.steps[1], id: 'again', after: 'previous' }),
      'mine.yaml, step "close", "letter": this makes 5 messages before an answer; four are the most.',
    ],
    [
      'no steps',
      (draft) => {
        draft.steps = []
      },
      'mine.yaml, "steps": a list of 0 does not fit; write a list of 1 to 20 steps.',
    ],
  ]
  it.each(table)('%s', (_, edit, sentence) => {
    const draft = good()
    edit(draft)
    const read = readText(stringify(draft))
    expect(read.playbook).toBeNull()
    expect(read.faults).toContain(sentence)
  })
})

describe('whatever lies at the path', () => {
  const place = (name: string): string => join(folder, name)

  it('is refused in one sentence when it is no playbook', () => {
    mkdirSync(place('folder.yaml'), { recursive: true })
    expect(readPlaybook(place('folder.yaml')).faults).toEqual(['folder.yaml: not a file; name a YAML or JSON file.'])
    expect(readPlaybook(place('none.yaml')).faults).toEqual(['none.yaml: there is no such file; check the path.'])
    expect(readText(' '.repeat(300 * 1024)).faults).toEqual(['mine.yaml: 300 KB is too large for a playbook; the most is 256 KB.'])
    expect(readText('a: 1\na: 2').faults).toEqual(['mine.yaml: not YAML that can be read: Map keys must be unique at line 2, column 1.'])
    expect(readText('').faults).toHaveLength(1)
    expect(readText('- just\n- a list').faults.length).toBeGreaterThan(0)
  })

  it('is bounded when it refers to itself or nests without end', () => {
    expect(readText('name: &a [*a]\nsteps: &b [*b]').faults.length).toBeLessThanOrEqual(50)
    expect(readText('['.repeat(200_000)).faults).toHaveLength(1)
    expect(readText(`steps: [${'{}, '.repeat(60_000)}]`).faults.length).toBeLessThanOrEqual(50)
  })

  it('never throws, and gives either a playbook or what is wrong', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string({ unit: 'binary' }),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        ),
        (text) => {
          const read = readText(text)
          expect(read.playbook === null).toBe(read.faults.length > 0)
        },
      ),
      tries(300),
    )
  })

  it('a good file with one value replaced by anything gives either a playbook or what is wrong', () => {
    const draft = good()
    const keys = draft.steps.flatMap((step, index) => Object.keys(step).map((key) => [index, key] as const))
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 2 }), ([index, key], value) => {
        const edited = good()
        Object.assign(edited.steps[index] ?? {}, { [key]: value })
        const read = readText(JSON.stringify(edited))
        expect(read.playbook === null).toBe(read.faults.length > 0)
      }),
      tries(300),
    )
  })
})
