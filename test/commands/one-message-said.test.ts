import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { elmWorks, karin, look } from '../support/two-roles.js'

const { session, ok, on, twoRoles, callsDue } = elmWorks()

async function json<Told>(...argv: readonly string[]): Promise<Told> {
  return JSON.parse(await ok(...argv, '--json')) as Told
}

describe('the plan of one of two roles with one person', () => {
  const touches = async (handle: string): Promise<readonly (readonly string[])[]> =>
    (await json<{ touches: { together: readonly string[] }[] }>('plan', handle)).touches.map((one) => one.together)

  it('names the other where the first touch is one letter with it, and of that touch alone', async () => {
    await twoRoles('04')
    on('09')
    const [first, ...more] = await touches('elm-works')
    expect(first).toEqual(['elm-works-2'])
    expect(more.length).toBeGreaterThan(3)
    expect(more.every((one) => one.length === 0)).toBe(true)
    const lines = (await ok('plan', 'elm-works')).split('\n')
    expect(lines.filter((line) => line.trim() === 'in one letter with elm-works-2')).toHaveLength(1)
    expect(await ok('plan', 'elm-works', '--plain')).toMatch(/^Tue 9 March\. The note\..*In one letter with elm-works-2\.$/m)
  })

  it('says so of a call', async () => {
    await callsDue()
    expect(await ok('plan', 'elm-works')).toContain('in one call with elm-works-2')
  })

  it('says nothing of a role that is not near', async () => {
    await twoRoles('05')
    on('09')
    expect((await touches('elm-works')).flat()).toEqual([])
    expect(await ok('plan', 'elm-works')).not.toContain('in one')
  })
})

it('is said of thanks due in both from the first hour on, by show and list too', async () => {
  on('02')
  await ok('log', 'Elm Works', '--role', 'Planner', ...karin)
  await ok('log', 'Elm Works', '--new', '--role', 'Buyer', ...karin)
  expect(await json('show', 'elm-works')).toMatchObject({ together: ['elm-works-2'] })
  expect((await json<{ together: string[] }[]>('list')).map((one) => one.together)).toEqual([['elm-works-2'], ['elm-works']])
})

describe('the lists of due', () => {
  interface Lists {
    readonly due: readonly { readonly handle: string; readonly together: readonly string[] }[]
    readonly upcoming: Lists['due']
    readonly waiting: Lists['due']
  }
  const named = (list: Lists['due']): readonly (readonly string[])[] => list.map(({ handle, together }) => [handle, ...together])

  it('name in each row the others that are one message with it, whichever list has them, the same each time', async () => {
    await twoRoles('04')
    on('09')
    await ok('log', 'Birch', '--with', 'Al Bo <al@birch.example>', ...look)
    const lists = await json<Lists>('due')
    expect(named(lists.due)).toEqual([['elm-works', 'elm-works-2']])
    expect(named(lists.upcoming)).toEqual([['birch']])
    expect(named(lists.waiting)).toEqual([['elm-works-2', 'elm-works']])
    expect(await ok('due', '--json')).toBe(await ok('due', '--json'))
    expect(await ok('due', '--format', '{% for one in due %}{{ one.handle }}+{{ one.together | join: " " }}{% endfor %}')).toBe(
      'elm-works+elm-works-2\n',
    )
  })

  it('agree with why, for three roles and two', async () => {
    on('02')
    for (const role of ['Planner', 'Buyer', 'Clerk', 'Cook']) await ok('log', 'Elm Works', '--new', '--role', role, ...karin)
    await ok('log', 'Birch', '--with', 'Karin Berg <karin@elm.example>', ...look)
    const { due } = await json<Lists>('due')
    for (const { handle, together } of due) {
      expect(await json('why', handle)).toMatchObject({ handle, together })
      expect(await json('show', handle)).toMatchObject({ handle, together })
      expect(await json('list')).toContainEqual(expect.objectContaining({ handle, together }))
    }
  })
})

describe('the daily reminder', () => {
  const named = async (...argv: readonly string[]): Promise<readonly (readonly string[])[]> =>
    (await json<{ due: { handle: string; together: string[] }[] }>('remind', ...argv)).due.map(({ handle, together }) => [
      handle,
      ...together,
    ])

  it('says two that are due in one message once, with both names', async () => {
    await twoRoles('03')
    on('10')
    expect(await ok('remind')).toBe(
      [
        'followup, Wed 10 Mar: 1 to do',
        '  elm-works       the note to Karin Berg         silent since 9 Mar',
        '                  in one letter with elm-works-2',
        '',
      ].join('\n'),
    )
    expect(await ok('remind')).toBe('')
    on('11')
    expect(await named()).toEqual([['elm-works', 'elm-works-2']])
  })

  it('says a call so too, and to who listens', async () => {
    await callsDue()
    expect(await ok('remind', '--plain')).toMatch(/1 to do\nelm-works\. Call .*In one call with elm-works-2\.\n$/)
    on('15')
    session().set({ FOLLOWUP_DISCREET: 'true' })
    expect(await ok('remind')).toMatch(/^1 thing today/)
  })

  it('does not come again for the other role on the day on which that falls due', async () => {
    await twoRoles('04')
    on('09')
    expect(await named('--since-last-run')).toEqual([['elm-works', 'elm-works-2']])
    on('10')
    expect(await named('--since-last-run')).toEqual([])
    on('11')
    expect((await json<{ due: unknown[] }>('due')).due).toHaveLength(2)
    expect(await named('--since-last-run')).toEqual([])
    await ok('sent', 'elm-works', 'love-letter', '--quiet')
    on('16')
    expect(await named('--since-last-run')).not.toEqual([])
  })

  it('comes for a role that was told after the other was said, on its day', async () => {
    await twoRoles('08')
    on('09')
    expect(await named('--since-last-run')).toEqual([['elm-works']])
    on('15')
    expect(await named('--since-last-run')).toEqual([['elm-works-2', 'elm-works']])
    on('16')
    expect(await named('--since-last-run')).toEqual([])
  })

  it('counts one where its last run is told, and tells hooks of one act and of two silences', async () => {
    const hooks = join(session().folder, 'config', 'followup', 'hooks')
    mkdirSync(hooks, { recursive: true })
    for (const name of ['on-due', 'on-silent'])
      writeFileSync(join(hooks, name), `#!/bin/sh\n/bin/cat > "${join(session().folder, name)}"\n`, { mode: 0o755 })
    const told = (name: string): readonly string[] =>
      (JSON.parse(readFileSync(join(session().folder, name), 'utf8')) as { handle: string }[]).map(({ handle }) => handle)
    await twoRoles('03')
    on('10')
    await ok('remind', '--command', `/bin/cat > "${join(session().folder, 'said')}"`)
    expect(readFileSync(join(session().folder, 'said'), 'utf8')).toMatch(
      /^followup, Wed 10 Mar: 1 to do\n.*\n +in one letter with elm-works-2\n$/,
    )
    expect([told('on-due'), told('on-silent')]).toEqual([['elm-works'], ['elm-works', 'elm-works-2']])
    expect((await json<{ last: { said: number } }>('schedule')).last.said).toBe(1)
  })

  it('leaves out nobody of a panel: their thanks are said by themselves', async () => {
    on('02')
    await ok('log', 'Elm Works', '--role', 'Planner', ...karin)
    await ok('log', 'Elm Works', '--new', '--role', 'Buyer', ...karin, '--with', 'Tom Hart <tom@elm.example>')
    on('03')
    expect((await json<{ due: { together: string[] }[] }>('due')).due.map(({ together }) => together)).toEqual([
      ['elm-works-2'],
      ['elm-works'],
    ])
    expect(await named()).toEqual([['elm-works'], ['elm-works-2']])
  })

  it('says again, in one, what could not be said', async () => {
    await twoRoles('04')
    on('09')
    expect((await session().run(['remind', '--since-last-run', '--command', 'exit 1'])).code).toBe(6)
    on('11')
    expect(await named('--since-last-run')).toEqual([['elm-works', 'elm-works-2']])
  })
})

describe('the calendar', () => {
  interface Written {
    readonly uid: string
    readonly summary: string
  }
  const written = async (): Promise<readonly Written[]> => {
    const text = (await ok('calendar', '--ics', '-')).replaceAll('\r\n ', '')
    const all = (name: string): readonly string[] =>
      Array.from(text.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm')), ([, value = '']) => value.replaceAll('\\,', ','))
    return all('UID').map((uid, index) => ({ uid, summary: all('SUMMARY')[index] ?? '' }))
  }

  it('says of each of two entries that it is one message with the other, under the names that they had', async () => {
    await twoRoles('03')
    on('10')
    const both = await written()
    expect(both.map(({ summary }) => summary)).toEqual([
      'Note to Karin Berg, Elm Works, in one letter with elm-works-2',
      'Note to Karin Berg, Elm Works, in one letter with elm-works',
    ])
    await ok('close', 'elm-works-2', '--as', 'rejected', '--quiet')
    expect(await written()).toEqual([{ uid: both[0]?.uid, summary: 'Note to Karin Berg, Elm Works' }])
  })

  it('says so in a folder that had the one before the other was told, and of calls; but not where it is to be discreet', async () => {
    const push = async (): Promise<unknown> =>
      (await json<{ pushed: unknown }>('calendar', '--vdir', join(session().folder, 'vdir'))).pushed
    await twoRoles('08')
    on('09')
    expect(await push()).toMatchObject({ created: 1, updated: 0 })
    on('15')
    expect(await push()).toMatchObject({ created: 1, updated: 1 })
    expect(await push()).toMatchObject({ created: 0, updated: 0 })
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    on('18')
    expect((await written()).map(({ summary }) => summary)).toContain('Call Karin Berg, Elm Works, in one call with elm-works-2')
    session().set({ FOLLOWUP_DISCREET: 'true' })
    expect((await written()).map(({ summary }) => summary)).toEqual(['A call', 'A call'])
  })
})
