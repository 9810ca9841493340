import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { playbook } from '../../src/commands/playbook.js'
import type { PlaybookArgs, PlaybookResult } from '../../src/commands/playbook.js'
import { defaultSettings } from '../../src/config/load.js'
import { day } from '../../src/model/day.js'
import type { FactDraft } from '../../src/model/fact.js'
import type { OpportunityRow, Store } from '../../src/model/store.js'
import { playbookView } from '../../src/views/playbook.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'
import type { Catalog, Clock } from '../../src/world.js'

const screen = (width: number, plain = false): Screen => ({ width, plain, paint: noPaint, today: day('2027-03-09') }) satisfies Screen

let folder = ''
let catalog: Catalog
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'followup-playbook-verb-'))
  catalog = (await loadCatalog({ dataDir: join(import.meta.dirname, '..', '..', 'data'), compiled: null, configDir: folder, checks: true }))
    .catalog
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const row = (handle: string, follows: string, closed = false): OpportunityRow =>
  ({
    id: handle,
    handle,
    company: handle === 'acme-controls' ? 'Acme Controls' : 'Delmar',
    role: null,
    closed,
    tags: [],
    contacts: [],
    outlook: {
      playbook: follows,
      zone: 'UTC',
      country: 'none',
      phases: [{ from: '', state: 'waiting', court: 'theirs', silentSince: null, next: null, because: [] }],
      coming: [],
    },
  }) as unknown as OpportunityRow

/** A store that holds these rows and keeps what is recorded. */
function verb(
  args: PlaybookArgs,
  rows: readonly OpportunityRow[] = [],
  chosen: string | null = null,
): { readonly drafts: FactDraft[]; readonly result: Promise<PlaybookResult> } {
  const drafts: FactDraft[] = []
  const store = {
    list: () => rows,
    match: (reference: string) => rows.filter((one) => one.handle.startsWith(reference)),
    record: (more: readonly FactDraft[]) => {
      drafts.push(...more)
      return { facts: [], touched: rows }
    },
  } as unknown as Store
  const clock = {
    moment: { day: day('2027-03-09'), time: '08:31', zone: 'UTC', offset: 0 },
    in: () => '2027-03-09T08:31',
  } as unknown as Clock
  const settings = { ...defaultSettings(), country: 'none', backup: 'off', playbook: chosen } as const
  return { drafts, result: playbook({ catalog, clock, settings, store }, args) }
}

async function shown(args: PlaybookArgs, on = screen(80), rows: readonly OpportunityRow[] = []): Promise<string> {
  return playbookView(await verb(args, rows).result, on)
}

describe('playbook list', () => {
  it('marks the default and those in use', async () => {
    const text = await shown({}, screen(80), [row('acme-controls', 'gentle'), row('delmar', 'gentle')])
    expect(text).toContain('  connect-then-call       Connect, then call     the default\n')
    expect(text).toContain('  gentle                  Gentle, letters only   in use, 2 open\n')
  })

  it('takes the setting for the default', async () => {
    const result = await verb({ action: 'list' }, [], 'gentle').result
    expect('playbooks' in result && result.playbooks.filter((entry) => entry.default).map((entry) => entry.name)).toEqual(['gentle'])
  })

  it.each(['list', 'show'])('%s fits 40 and 80 columns', async (action) => {
    for (const width of [40, 80]) {
      const text = await shown({ action, name: 'love-letter-then-phone' }, screen(width))
      const long = text.split('\n').filter((line) => line.length > width && !line.startsWith('Next '))
      expect(long).toEqual([])
    }
  })
})

describe('playbook show', () => {
  it('is a table of steps, waits and hours', async () => {
    expect(await shown({ action: 'show', name: 'connect-then-call' })).toBe(`connect-then-call                                the default
Connect, then call

A thank-you, one plain note, then two short rounds of calls with a week of quiet
between them, and a letter that leaves the door open. For an interview with the
person who decides, when no day was named.

  thanks          thank-you                      interview + 1
                  8:00-18:00
                  thanks, one detail, and that you are interested
  note            the note                       when silence begins
                  8:00-11:00
                  say plainly that you want the job
  call-1          3 calls, message on 3          note + 3
                  8:00-9:00, 16:00-17:30, 10:00-11:00
                  be heard for half a minute, and ask for the date
  call-2          3 calls, message on 3          call-1 + 5
                  8:00-9:00, 16:00-17:30, 10:00-11:00
                  try again at other hours
  close           close the loop                 call-2 + 5
                  8:00-11:00
                  let them off the hook, leave the door open
  park            at rest                        close + 10
                  nothing more to do; it stays open
  reconnect       a few lines of news            close + 60
                  8:00-18:00
                  a few lines of news, no reproach

Waits are business days, and hours are on their clock. Never more than 4
messages, 6 calls, 2 voicemails. A word from them goes before all of it.

Next        followup playbook use connect-then-call OPPORTUNITY
`)
  })

  it('speaks whole sentences when it is read aloud', async () => {
    const text = await shown({ action: 'show', name: 'recruiter-led' }, screen(80, true))
    expect(text).toContain(
      'Step 2 of 6. nudge-1. A check-in. Interview + 4. 9:00-17:00. Ask the recruiter where things stand, and for a date.\n',
    )
  })
})

describe('playbook check', () => {
  it('says that a file can be used, or a sentence for each fault', async () => {
    const good = join(folder, 'good.yaml')
    writeFileSync(
      good,
      'name: x\ntitle: X\nsummary: One note.\nsteps:\n  - {id: n, act: letter, letter: love-letter, channel: email, after: interview, wait: 5, hours: 08:00-11:00, goal: g}\n',
    )
    const bad = join(folder, 'bad.yaml')
    writeFileSync(bad, 'name: x\ntitle: "a\\u001b[31mb"\nsummary: S\nsteps: []\n')
    expect(await shown({ action: 'check', name: good })).toBe(`${good} can be used.\n`)
    const text = await shown({ action: 'check', name: bad })
    expect(text.split('\n')).toHaveLength(4)
    expect(text).not.toContain('\u001b')
  })
})

describe('playbook use', () => {
  it('records the choice for one opportunity', async () => {
    const { drafts, result } = verb({ action: 'use', name: 'gentle', opp: 'acme' }, [row('acme-controls', 'connect-then-call')])
    expect(await result).toMatchObject({ recorded: 'acme-controls follows gentle from now on', standing: { handle: 'acme-controls' } })
    expect(drafts).toEqual([
      { opportunity: 'acme-controls', at: expect.objectContaining({ time: '08:31' }), kind: 'described', data: { playbook: 'gentle' } },
    ])
  })

  it('without an opportunity says how to make it the default, and records nothing', async () => {
    const { drafts, result } = verb({ action: 'use', name: 'gentle' })
    expect(playbookView(await result, screen(80))).toContain('For all     FOLLOWUP_PLAYBOOK=gentle in the environment\n')
    expect(drafts).toEqual([])
  })

  it('lets a closed opportunity keep the door open, and nothing else', async () => {
    const closed = [row('acme-controls', 'connect-then-call', true)]
    const kept = verb({ action: 'use', name: 'keep-the-door-open', opp: 'acme' }, closed)
    await kept.result
    expect(kept.drafts).toHaveLength(1)
    const chased = verb({ action: 'use', name: 'gentle', opp: 'acme' }, closed)
    await expect(chased.result).rejects.toMatchObject({
      kind: 'refused',
      message: 'Acme Controls is closed, and nobody is chased after the end.',
    })
    expect(chased.drafts).toEqual([])
  })

  it('does not begin the time after a no while it is open', async () => {
    const { result } = verb({ action: 'use', name: 'keep-the-door-open', opp: 'acme' }, [row('acme-controls', 'gentle')])
    await expect(result).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('a slip of the hand', () => {
  it.each<[PlaybookArgs, string]>([
    [{ action: 'show' }, '"followup playbook show" needs the name of a playbook.'],
    [{ action: 'check' }, '"followup playbook check" needs the file to check.'],
    [{ action: 'show', name: 'gentel' }, 'There is no playbook "gentel".'],
    [{ action: 'drop' }, '"playbook drop" is not known.'],
  ])('%j is a usage problem', async (args, message) => {
    await expect(verb(args).result).rejects.toMatchObject({ kind: 'usage', message })
  })
})
