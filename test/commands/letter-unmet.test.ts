import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { letterKinds } from '../../src/model/act.js'
import { letterIs } from '../../src/model/kinds.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  session.at('2027-03-02T16:00', 'America/Chicago')
})
afterEach(() => session.remove())

async function tell(...lines: readonly (readonly string[])[]): Promise<void> {
  for (const line of lines) expect({ line, ...(await session.run([...line, '--quiet'])) }).toMatchObject({ line, code: 0 })
}

interface Drafted {
  readonly subject: string
  readonly text: string
  readonly hook: string | null
  readonly checkup: { readonly verdict: string; readonly findings: readonly unknown[] }
}

async function letter(kind: string, ...more: readonly string[]): Promise<Drafted | null> {
  const { code, out } = await session.run(['letter', 'cork', kind, '--nothing-heard', '--json', ...more])
  return code === 0 ? (JSON.parse(out) as Drafted) : null
}

/** Until they begin again; none where the letter is refused. */
async function versionsOf(kind: string, ...more: readonly string[]): Promise<readonly Drafted[]> {
  const drafts: Drafted[] = []
  for (let version = 0; version < 9; version++) {
    const draft = await letter(kind, '--another', String(version), ...more)
    if (draft === null || draft.text === drafts[0]?.text) break
    drafts.push(draft)
  }
  return drafts
}

const talk = ['log', 'Cork', '--role', 'Planner', '--with', 'Al Bo <al@cork.example>', '--contact-role', 'boss', '--country', 'US']
const said = ['--hook', 'kilns', '--cares', 'fewer stops', '--want', 'yes']
const successor = ['contact', 'add', 'Zed Ash <zed@cork.example>', '--for', 'cork', '--lead', '--contact-role', 'boss']
const claims =
  /\bmeet(?:ing)? you\b|\b(?:with|to) you (?:on|yesterday)\b|\b(?:your|the) time (?:you|that you) (?:took|gave)\b|\bfor your time\b|\b(?:our|the) (?:talk|conversation|meeting)s?\b(?! with Al)|\b(?:could|good to) get to know you\b|\bwhen we (?:spoke|met)\b|\bYou (?:told|said)\b|\bwe (?:talked|spoke|met)\b|\btalk again\b|\bwith both of you\b/i

describe('a letter to somebody one never met', () => {
  it('who followed the one who left says with whom one talked, and thanks nobody for a talk', async () => {
    await tell([...talk, ...said])
    session.at('2027-03-08T09:00', 'America/Chicago')
    await tell(['heard', 'cork', 'left'], successor)
    session.at('2027-03-09T09:00', 'America/Chicago')
    const note = await letter('love-letter')
    expect(note?.text).toContain('Al Bo on 2 March')
    expect(note?.text).toContain('kilns')
    expect(note?.text).not.toMatch(claims)
    expect(note?.checkup).toMatchObject({ verdict: 'send', findings: [] })
  })

  it('a boss who comes after a screen is greeted as a stranger', async () => {
    const screen = talk.map((word) => (word === 'boss' ? 'hr' : word))
    await tell([...screen, '--kind', 'screen', ...said], successor)
    session.at('2027-03-10T09:00', 'America/Chicago')
    const line = await letter('check-in')
    expect(line?.text).toContain('Al Bo')
    expect(line?.text).not.toMatch(claims)
  })

  it.each(letterKinds.filter((kind) => !letterIs(kind, 'aside')))(
    '%s claims no meeting, in any version, and passes the check',
    async (kind) => {
      await tell([...talk, ...said, '--landing', 'rambled'], successor)
      session.at('2027-03-09T09:00', 'America/Chicago')
      if (kind === 'confirm') await tell(['heard', 'cork', 'invite'])
      if (kind === 'rejection-reply') await tell(['heard', 'cork', 'rejection'])
      if (['accept', 'decline', 'extension', 'negotiation-opener', 'offer-thanks'].includes(kind))
        await tell(['offer', 'cork', '--base', '80k', '--start', '3 may', '--respond-by', 'fri 19 mar', '--by-voice'])
      if (kind === 'competing-offer') await tell(['log', 'Bolt', '--country', 'US'], ['offer', 'bolt', '--respond-by', 'fri 19 mar'])
      const own = ['--say', 'A friend at Ford tried the same with two belts and kept one of them']
      for (const draft of await versionsOf(kind, '--to', 'zed', ...own)) {
        expect(`${draft.subject}\n${draft.text}`).not.toMatch(claims)
        expect({ text: draft.text, findings: draft.checkup.findings }).toEqual({ text: draft.text, findings: [] })
      }
    },
  )

  it('but one who is known from a talk of which nobody noted who was there is thanked as ever', async () => {
    await tell(['log', 'Cork', '--role', 'Planner', '--country', 'US', ...said], successor)
    expect((await letter('thank-you', '--to', 'zed'))?.text).toMatch(/[Tt]hank you for/)
    expect((await letter('thank-you', '--to', 'zed'))?.hook).toBe('kilns')
  })
})

describe('a letter where no talk was held', () => {
  const booked = ['log', 'Cork', '--role', 'Planner', '--with', 'Al Bo <al@cork.example>', '--contact-role', 'boss', '--country', 'US']
  const held = /\b(?:liked|good to|pleasure to) (?:meet|talk)|\bI (?:met|talked with|spoke of it with)\b|\beveryone I met\b/

  it.each(letterKinds.filter((kind) => kind !== 'referee-brief'))(
    '%s claims none, in any version, when the first interview was called off',
    async (kind) => {
      await tell([...booked, '--at', '2027-03-04 10:00'], ['log', 'cork', '--cancel'])
      session.at('2027-03-09T09:00', 'America/Chicago')
      await readAll(kind)
    },
  )

  it.each(letterKinds.filter((kind) => kind !== 'referee-brief'))(
    '%s claims none, in any version, hours before the first',
    async (kind) => {
      await tell([...booked, '--at', '2027-03-04 15:00'])
      session.at('2027-03-04T10:00', 'America/Chicago')
      await readAll(kind)
    },
  )

  it('gives no thanks for one', async () => {
    await tell([...booked, '--at', '2027-03-04 15:00'])
    session.at('2027-03-04T10:00', 'America/Chicago')
    const { code, err } = await session.run(['letter', 'cork', 'thank-you', '--hook', 'kilns'])
    expect(code).toBe(5)
    expect(err).toContain('No talk with Cork has been held yet')
  })

  it('but from its hour on it is one', async () => {
    await tell([...booked, '--at', '2027-03-04 15:00'])
    session.at('2027-03-04T15:00', 'America/Chicago')
    expect((await letter('check-in'))?.text).toContain('today')
  })

  async function readAll(kind: string): Promise<void> {
    if (kind === 'rejection-reply') await tell(['heard', 'cork', 'rejection'])
    if (['accept', 'decline', 'extension', 'offer-thanks'].includes(kind)) await tell(['offer', 'cork', '--base', '80k', '--by-voice'])
    for (const draft of await versionsOf(kind, '--say', 'A friend at Ford tried the same with two belts and kept one of them')) {
      expect(`${draft.subject}\n${draft.text}`).not.toMatch(claims)
      expect(draft.text).not.toMatch(held)
    }
  }
})

describe('a day of my choosing for another meeting', () => {
  const booked = ['log', 'Cork', '--role', 'Planner', '--with', 'Al Bo <al@cork.example>', '--contact-role', 'boss', '--country', 'US']
  const missed = async (): Promise<void> => {
    await tell([...booked, '--at', '2027-03-04 15:00'])
    session.at('2027-03-05T09:00', 'America/Chicago')
    await tell(['heard', 'cork', 'no-show'])
  }

  it.each(['check-in', 'love-letter'])('is proposed by the %s after they did not come', async (kind) => {
    await missed()
    const draft = await letter(kind, '--day', 'thu')
    expect(draft?.text).toContain('Would Thursday 11 March suit you')
    expect(draft?.text).not.toContain('Which day')
    expect(draft?.checkup).toMatchObject({ verdict: 'send', findings: [] })
    expect((await letter(kind))?.text).toContain('Which day')
  })

  it.each([
    ['close-the-loop, which asks for none', 'close-the-loop', missed],
    ['a check-in after a talk', 'check-in', () => tell([...booked, '--at', '2027-03-01 10:00', '--hook', 'kilns'])],
  ])('has no place in %s', async (_, kind, story) => {
    await story()
    const { code, err } = await session.run(['letter', 'cork', kind, '--day', 'thu', '--nothing-heard'])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('no place for a day of your choosing') })
  })
})
