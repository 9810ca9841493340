import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import stringWidth from 'string-width'
import { backup } from '../../src/commands/backup.js'
import { doctor } from '../../src/commands/doctor.js'
import { due } from '../../src/commands/due.js'
import type { DueArgs, DueLists, DuePage } from '../../src/commands/due.js'
import { history } from '../../src/commands/history.js'
import { list } from '../../src/commands/list.js'
import type { Listed, ListPage } from '../../src/commands/list.js'
import { plan } from '../../src/commands/plan.js'
import { restore } from '../../src/commands/restore.js'
import { search } from '../../src/commands/search.js'
import { show } from '../../src/commands/show.js'
import { why } from '../../src/commands/why.js'
import { day } from '../../src/model/day.js'
import { backupView } from '../../src/views/backup.js'
import { doctorView } from '../../src/views/doctor.js'
import { dueView } from '../../src/views/due.js'
import { historyView } from '../../src/views/history.js'
import { listView } from '../../src/views/list.js'
import { planView } from '../../src/views/plan.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'
import { searchView } from '../../src/views/search.js'
import { showView } from '../../src/views/show.js'
import { whyView } from '../../src/views/why.js'
import { wideRuler } from '../../src/views/wide.js'
import type { World } from '../../src/world.js'
import { openStage, tell } from '../support/stage.js'
import type { Cast, Stage, Told } from '../support/stage.js'

const screen: Screen = { width: 80, plain: false, paint: noPaint, today: day('2027-03-09'), ruler: wideRuler }
const email = 'email' as const

let stage: Stage
let tuesday: World
beforeAll(async () => {
  stage = openStage()
  tuesday = await stage.at('2027-03-09T08:31')
  busyMorning(tuesday)
})
afterAll(() => stage.remove())

describe('due', () => {
  it('is the page of a busy morning: two clocks, what comes, what they owe', async () => {
    expect(dueView(await due(tuesday, {}), screen)).toBe(`\
Tuesday 9 March 2027                             3 to do, 3 silent, 6 open

Your move
  abbot-foods     your answer to Ben Osei        they asked yesterday
  acme-controls   the note to Dana Reyes         silent since today
                  9:00-12:00 on your clock, 8:00-11:00 in Chicago
  delmar          check in with Tomas Weil       their day was Fri 5 Mar

Coming up
  harrow-lane     call Imogen Clarke, try 4      Thu 11 Mar, silent since 24 Feb
  quayside        interview with Ada Brandt      Thu 11 Mar 10:00

Their move
  brightwell      no day named                   yours from Mon 15 Mar

Next        followup do
`)
  })

  it('is one sentence a fact for a screen reader', async () => {
    const lines = dueView(await due(tuesday, {}), { ...screen, plain: true }).split('\n')
    expect(lines[0]).toBe('Tuesday 9 March 2027. To do: 3. Silent: 3. Open: 6.')
    expect(lines[3]).toBe('To do 3 of 3. delmar. Check in with Tomas Weil. Their day was Fri 5 March.')
    expect(lines[6]).toBe('Their move. brightwell. No day named. Yours from Mon 15 March.')
  })

  it('is one calm line on a quiet day, and on a day of the weekend', async () => {
    const line = 'Nothing from you today. The next day with anything in it: Tue 9 Mar.\n'
    expect(dueView(await due(await stage.at('2027-03-05T08:30'), {}), screen)).toBe(`Fri 5 Mar. ${line}`)
    expect(dueView(await due(tuesday, { on: '2027-03-06' }), screen)).toBe(`Sat 6 Mar. ${line}`)
  })

  it('has exactly the promised keys as JSON, each open opportunity in one list', async () => {
    const lists = (await due(tuesday, { json: true })) as DueLists
    expect(Object.keys(lists)).toEqual(['asOf', 'due', 'upcoming', 'waiting', 'counts'])
    expect(lists.counts).toEqual({ due: 3, silent: 3, waiting: 1, open: 6 })
    expect(handles(lists)).toEqual([['abbot-foods', 'acme-controls', 'delmar'], ['harrow-lane', 'quayside'], ['brightwell']])
    expect(lists.due[1]).toMatchObject({
      state: 'silent',
      court: 'mine',
      silentSince: '2027-03-09',
      next: { step: 'love-letter', on: '2027-03-09', attempt: 1 },
    })
    expect(lists.due[1]?.next?.window).toEqual({
      from: '08:00',
      to: '11:00',
      on: '2027-03-09',
      zone: 'America/Chicago',
      here: { on: '2027-03-09', from: '09:00', to: '12:00' },
    })
    expect(lists.due[2]?.next?.window?.here).toBeNull()
  })

  it('is the same bytes for the same store, clock and arguments', async () => {
    const once = JSON.stringify(await due(tuesday, { json: true }))
    expect(JSON.stringify(await due(await stage.at('2027-03-09T08:31'), { json: true }))).toBe(once)
  })

  it.each<[DueArgs, readonly (readonly string[])[]]>([
    [{ on: '2027-03-06' }, [[], ['abbot-foods', 'harrow-lane', 'quayside'], ['acme-controls', 'delmar', 'brightwell']]],
    [{ on: 'thu' }, [['abbot-foods', 'quayside', 'acme-controls', 'delmar', 'harrow-lane'], [], ['brightwell']]],
    [{ days: '1' }, [['abbot-foods', 'acme-controls', 'delmar'], [], ['brightwell']]],
    [{ days: '2' }, [['abbot-foods', 'acme-controls', 'delmar'], ['harrow-lane', 'quayside'], ['brightwell']]],
  ])('answers %j', async (args, expected) => {
    expect(handles((await due(tuesday, { ...args, json: true })) as DueLists)).toEqual(expected)
  })

  it('counts', async () => {
    expect(await due(tuesday, { count: true })).toBe(3)
    expect(dueView(3, screen)).toBe('3\n')
    expect(await due(tuesday, { count: true, on: '2027-03-06' })).toBe(0)
  })

  it.each([{ days: 'x' }, { days: '-1' }, { on: '12/11/2027' }])('refuses %j', async (args) => {
    await expect(due(tuesday, args)).rejects.toMatchObject({ kind: 'usage' })
  })

  it('shows twenty rows of what is due and says how many more; JSON has them all', async () => {
    const crowd = openStage()
    const world = await crowd.at('2027-03-09T08:31')
    for (let index = 0; index < 23; index++) interviewed(tell(world, { company: `Firm ${letters(index)}`, person: 'A B' }), '2027-03-02')
    const page = (await due(world, {})) as DuePage
    expect([page.due.length, page.more.due, page.counts.due]).toEqual([20, 3, 23])
    expect(dueView(page, screen)).toContain('  and 3 more: followup due --all\n')
    expect(((await due(world, { json: true })) as DueLists).due).toHaveLength(23)
    expect(((await due(world, { all: true })) as DuePage).due).toHaveLength(23)
    crowd.remove()
  })

  it('shows ten rows of what is later, and twenty of the days asked for', async () => {
    const crowd = openStage()
    const world = await crowd.at('2027-03-09T08:31')
    for (let index = 0; index < 23; index++) booked(tell(world, { company: `Firm ${letters(index)}`, person: 'A B' }), '2027-03-11')
    const rows = async (args: DueArgs) => {
      const { upcoming, more } = (await due(world, args)) as DuePage
      return [upcoming.length, more.upcoming]
    }
    expect(await rows({})).toEqual([10, 13])
    expect(await rows({ days: '30' })).toEqual([20, 3])
    expect(await rows({ all: true })).toEqual([23, 0])
    crowd.remove()
  })

  it.each([
    [10, 8],
    [11, 5],
  ])('with %i due shows %i rows of what is later: on a full day less', async (many, later) => {
    const crowd = openStage()
    const world = await crowd.at('2027-03-09T08:31')
    for (let index = 0; index < many; index++) interviewed(tell(world, { company: `Firm ${letters(index)}`, person: 'A B' }), '2027-03-02')
    for (let index = 0; index < 8; index++) booked(tell(world, { company: `Hall ${letters(index)}`, person: 'A B' }), '2027-03-11')
    const { due: now, upcoming, more } = (await due(world, {})) as DuePage
    expect([now.length, upcoming.length, more.upcoming]).toEqual([many, later, 8 - later])
    crowd.remove()
  })

  it('says "100+" where so many are enough to know, and all with --all', async () => {
    const crowd = openStage()
    const world = await crowd.at('2027-03-09T08:31')
    for (let index = 0; index < 205; index++) interviewed(tell(world, { company: `Firm ${letters(index)}`, person: 'A B' }), '2027-03-02')
    const page = dueView(await due(world, {}), screen)
    expect(page.replace(/\s+/g, ' ')).toContain(' 100+ to do, 100+ silent, 100+ open ')
    expect(page).toContain('  and 80+ more: followup due --all\n')
    expect(dueView(await due(world, { all: true }), screen).replace(/\s+/g, ' ')).toContain(' 205 to do, 205 silent, 205 open ')
    expect(await due(world, { count: true })).toBe(205)
    crowd.remove()
  })

  it('welcomes whoever has recorded nothing', async () => {
    const empty = openStage()
    const text = dueView(await due(await empty.at('2027-03-09T08:31'), {}), screen)
    expect(text).toMatch(/^Nothing here yet\./)
    expect(text).toContain('  followup log     you had an interview, or have one coming     one minute\n')
    empty.remove()
  })
})

describe('why, plan and show', () => {
  it('why shows the arithmetic, what is left, and that the silence says nothing about you', async () => {
    const text = whyView(await why(tuesday, { opp: 'acme' }), screen)
    expect(text).toContain('Next        the note to Dana Reyes, today 9:00-12:00 (8:00-11:00 in Chicago)\n')
    expect(text).toContain('  Tue  9 Mar   2 Mar + 5   (3 4 5 8 9)           silent')
    expect(text).toContain('Left        4 of 4 messages, 6 of 6 calls, 2 of 2 voicemails\n')
    expect(text).toContain('Five business days without a word is ordinary.')
  })

  it('why says nothing calm where there is no silence', async () => {
    expect(whyView(await why(tuesday, { opp: 'abbot' }), screen)).not.toContain('ordinary')
  })

  it('plan is every touch, the first of them the next act', async () => {
    const result = await plan(tuesday, { opp: 'acme' })
    expect(result.touches[0]).toMatchObject({ on: '2027-03-09', step: 'love-letter' })
    expect(planView(result, screen)).toContain('  Fri 12 Mar    9:00-10:00   call 1                        note + 3\n')
    expect(planView(result, screen)).toContain('Hours are yours, Chicago is one behind. The numbers count business days.\n')
  })

  it('the first touch of a plan is the next act in the evening too, with the hours of the next day', async () => {
    const evening = await stage.at('2027-03-09T22:30')
    const { touches } = await plan(evening, { opp: 'acme' })
    expect((await show(evening, { opp: 'acme' })).next?.on).toBe('2027-03-09')
    expect(touches[0]).toMatchObject({ on: '2027-03-09', step: 'love-letter', window: { on: '2027-03-10' } })
    expect(touches[1]).toMatchObject({ on: '2027-03-15', step: 'call' })
  })

  it('show keeps what is private about an offer to itself', async () => {
    const away = openStage()
    const world = await away.at('2027-03-09T08:31')
    const firm = tell(world, { company: 'Orlo', person: 'Ada' })
    interviewed(firm, '2027-03-02')
    firm.add('offered', '2027-03-08', { base: '142000', respondBy: day('2027-03-12'), hoped: '150000', floor: '138000' })
    const result = await show(world, { opp: 'orlo' })
    expect(result.offer).toMatchObject({ base: '142000' })
    for (const told of [JSON.stringify(result), showView(result, screen), JSON.stringify(await history(world, { json: true }))]) {
      expect(told).not.toMatch(/150000|138000/)
    }
    expect(showView(result, screen)).toContain('  the offer       base 142,000, answer by Fri 12 Mar\n')
    away.remove()
  })

  it('show has the standing at the top, the hook that was used, and the history', async () => {
    const result = await show(tuesday, { opp: 'acme' })
    expect(result).toMatchObject({
      state: 'silent',
      next: { on: '2027-03-09' },
      hooks: [{ used: { letter: 'thank-you' } }, { used: null }],
    })
    const text = showView(result, screen)
    expect(text).toContain('  you clicked on  restarting the line by hand    thank-you, Wed 3 Mar\n')
    expect(text).toContain('  Wed  3 Mar      thank-you                      Dana Reyes\n')
  })
})

describe('list, search and history', () => {
  it('list has one row an opportunity, soonest first', async () => {
    const page = (await list(tuesday, {})) as ListPage
    expect(page.rows.map((one) => one.handle)).toEqual(['abbot-foods', 'acme-controls', 'delmar', 'harrow-lane', 'quayside', 'brightwell'])
    expect(listView(page, screen)).toContain('  brightwell      their move                     Mon 15 Mar\n')
  })

  it.each(['2027-03-09T08:31', '2027-03-13T12:00', '2027-03-30T08:31'])(
    'list shows the fifty whose day comes first, wherever that day is: %s',
    async (now) => {
      const crowd = openStage()
      const before = await crowd.at('2027-03-09T08:31')
      const zones = ['America/New_York', 'Asia/Tokyo', 'Pacific/Honolulu']
      for (let index = 0; index < 70; index++) {
        const zone = zones[index % 3] as string
        interviewed(
          tell(before, { company: `Firm ${letters(index)}`, person: 'A B', zone }),
          index % 4 === 0 ? '2027-03-09T08:00' : '2027-03-01',
        )
      }
      const world = await crowd.at(now)
      const all = (await list(world, { json: true })) as readonly Listed[]
      const shown = ((await list(world, {})) as ListPage).rows
      expect(shown.map((one) => one.next?.on)).toEqual(all.slice(0, 50).map((one) => one.next?.on))
      crowd.remove()
    },
  )

  it('list sorts, filters, and as JSON is a list of standings', async () => {
    const rows = (await list(tuesday, { json: true, sort: 'handle', state: ['silent'] })) as readonly Listed[]
    expect(rows.map((one) => one.handle)).toEqual(['acme-controls', 'delmar', 'harrow-lane'])
    const bySilence = (await list(tuesday, { json: true, sort: 'silent', state: ['silent'] })) as readonly Listed[]
    expect(bySilence.map((one) => one.handle)).toEqual(['harrow-lane', 'acme-controls', 'delmar'])
    await expect(list(tuesday, { sort: 'luck' })).rejects.toMatchObject({ kind: 'usage' })
    await expect(list(tuesday, { columns: 'handle,luck' })).rejects.toMatchObject({ kind: 'usage' })
  })

  it('list never cuts a handle, for it is typed back', async () => {
    const text = listView(await list(tuesday, { columns: 'handle,company,role,state,next,on,silent' }), screen)
    expect(text).toMatch(/^ {2}acme-controls /m)
    expect(text).toMatch(/Thu 11 Mar/)
  })

  it('search finds words of a debrief', async () => {
    expect(searchView(await search(tuesday, { text: 'whiteboard' }), screen)).toContain('  acme-controls   a look back')
    expect(searchView(await search(tuesday, { text: 'zebra' }), screen)).toBe('Nothing on record says "zebra".\n')
  })

  it('history marks what was taken back', async () => {
    const away = openStage()
    const world = await away.at('2027-03-09T08:31')
    const firm = tell(world, { company: 'Orlo', person: 'Ada' })
    firm.add('noted', '2027-03-08', { text: 'a mistake' })
    const note = world.store.history({ opportunity: firm.id }).at(-1)
    if (note) world.store.record([{ opportunity: null, at: world.clock.moment, kind: 'retracted', data: { facts: [note.fact.id] } }])
    const told = await history(world, { opp: 'orlo', json: true })
    expect(told.facts.filter((one) => one.retracted).map((one) => one.kind)).toEqual(['noted'])
    expect(historyView(told, screen)).toContain('a mistake (taken back)')
    away.remove()
  })
})

describe('backup, restore and doctor', () => {
  it('a backup is made, listed and put back once the person says yes', async () => {
    const away = openStage()
    const world = await away.at('2027-03-09T08:31')
    interviewed(tell(world, { company: 'Orlo', person: 'Ada' }), '2027-03-02')
    const made = await backup(world, {})
    expect(backupView(made, screen)).toMatch(/^Copied {6}3 facts, opened and checked\n/)
    // New York's clock, in whose zone the stage is.
    expect(backupView(await backup(world, { list: true }), screen)).toMatch(/^ {2}Tue 9 Mar 8:31 +\d+ KB +20270309T133100000Z-asked\.db/)
    tell(world, { company: 'Later', person: 'Bo' })
    await expect(restore(world, {})).rejects.toMatchObject({ kind: 'usage', code: 'needs-yes' })
    await expect(restore(world, { file: '/nope' })).rejects.toMatchObject({ kind: 'store', message: '/nope does not exist' })
    expect(await restore(world, { yes: true })).toMatchObject({ facts: 3 })
    expect(world.store.list({})).toHaveLength(1)
    const checked = await doctor(world, { rebuild: true })
    expect(checked).toMatchObject({ ok: true, rebuilt: 1 })
    expect(doctorView(checked, screen)).toMatch(/All is well\.\n$/)
    away.remove()
  })
})

describe('whatever people are called', () => {
  const names = [
    '東京エレクトロン株式会社',
    'خدمات الاستشارات المحدودة',
    '🎉🎉 Party Planners 🎉🎉',
    'Zoe\u0308 & Łukasz',
    'X'.repeat(90),
    'a\u001b[31mb\u202ec\nd',
    'Ñandú '.repeat(12).trim(),
  ]
  it.each([40, 60, 80])('no line is wider than %d columns or ends in a space, and nothing raw is printed', async (width) => {
    const away = openStage()
    const world = await away.at('2027-03-09T08:31')
    names.forEach((name, index) => {
      const firm = tell(world, { company: name, role: name, person: name, ...(index % 2 ? { zone: 'Asia/Tokyo', country: 'JP' } : {}) })
      interviewed(firm, `2027-03-0${1 + (index % 8)}`)
      firm.add('debriefed', '2027-03-08', { hooks: [name], cares: [name], pay: name, landings: [name] })
      firm.add('noted', '2027-03-08', { text: name })
    })
    const at = { ...screen, width, isolate: true }
    const rows = world.store.list({})
    const texts = [
      dueView(await due(world, {}), at),
      dueView(await due(world, { all: true, on: 'mon' }), at),
      listView(await list(world, {}), at),
      listView(await list(world, { columns: 'handle,company,role,state,next,on,since,silent,contact,priority,tags,opened' }), at),
      searchView(await search(world, { text: 'party' }), at),
      historyView(await history(world, {}), at),
    ]
    for (const { handle } of rows) {
      texts.push(whyView(await why(world, { opp: handle }), at), planView(await plan(world, { opp: handle }), at))
      texts.push(showView(await show(world, { opp: handle }), at), historyView(await history(world, { opp: handle }), at))
    }
    for (const line of texts.join('').split('\n')) {
      expect(stringWidth(line)).toBeLessThanOrEqual(width)
      // eslint-disable-next-line no-control-regex
      expect(line).not.toMatch(/ $|[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
    away.remove()
  })
})

/** The six opportunities of a busy morning. */
function busyMorning(world: World): void {
  const start = (cast: Cast): Told => tell(world, cast)
  const acme = start({
    company: 'Acme Controls',
    role: 'Operations Director',
    person: 'Dana Reyes',
    zone: 'America/Chicago',
    country: 'US',
  })
  interviewed(acme, '2027-03-02T14:00')
  acme.add('debriefed', '2027-03-02T17:00', { landings: ['oversold'], hooks: ['restarting the line by hand', 'the whiteboard on line 2'] })
  acme.add('sent', '2027-03-03T08:24', { letter: 'thank-you', channel: email, contact: acme.contact, hook: 'restarting the line by hand' })
  const abbot = start({ company: 'Abbot Foods', person: 'Ben Osei' })
  interviewed(abbot, '2027-03-01')
  abbot.add('heard', '2027-03-08', { kind: 'question', contact: abbot.contact })
  const delmar = start({ company: 'Delmar', person: 'Tomas Weil' })
  interviewed(delmar, '2027-02-24')
  delmar.add('promised', '2027-02-24', { day: day('2027-03-05'), words: 'fri', via: 'interview' })
  const harrow = start({ company: 'Harrow Lane', person: 'Imogen Clarke', zone: 'Europe/London', country: 'GB' })
  interviewed(harrow, '2027-02-17')
  harrow.add('sent', '2027-02-24', { letter: 'love-letter', channel: email, contact: harrow.contact })
  for (const time of ['2027-03-01T09:00', '2027-03-02T09:00', '2027-03-04T16:30'])
    harrow.add('called', time, { outcome: 'no-answer', contact: harrow.contact })
  const quayside = start({ company: 'Quayside', person: 'Ada Brandt' })
  quayside.add('interviewed', '2027-03-11T10:00', { stage: 'manager', contacts: [quayside.contact], booked: true })
  const brightwell = start({ company: 'Brightwell', person: 'Yusuf Kaya' })
  interviewed(brightwell, '2027-03-08')
  brightwell.add('sent', '2027-03-08', { letter: 'thank-you', channel: email, contact: brightwell.contact })
}

function interviewed(told: Told, at: string): void {
  told.add('interviewed', at, { stage: 'manager', contacts: [told.contact], booked: false })
}

function booked(told: Told, at: string): void {
  told.add('interviewed', at, { stage: 'manager', contacts: [told.contact], booked: true })
}

function handles(lists: DueLists): readonly (readonly string[])[] {
  return [lists.due, lists.upcoming, lists.waiting].map((rows) => rows.map((one) => one.handle))
}

function letters(index: number): string {
  return String.fromCharCode(97 + Math.floor(index / 5)) + String.fromCharCode(97 + (index % 5))
}
