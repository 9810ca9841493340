import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  session.at('2027-03-02T16:00', 'America/Chicago')
  const line = ['log', 'Cork', '--role', 'Planner', '--with', 'Al Bo <al@cork.example>', '--contact-role', 'boss', '--country', 'US']
  await tell([...line, '--want', 'yes'])
  session.at('2027-03-08T09:00', 'America/Chicago')
  await tell(['offer', 'cork', '--base', '80k', '--by-voice', '--respond-by', 'fri 19 mar'])
  session.at('2027-03-09T09:00', 'America/Chicago')
})
afterEach(() => session.remove())

async function tell(...lines: readonly (readonly string[])[]): Promise<void> {
  for (const line of lines) expect({ line, ...(await session.run([...line, '--quiet'])) }).toMatchObject({ line, code: 0 })
}

interface Drafted {
  readonly text: string
  readonly checkup: { readonly findings: readonly unknown[] }
}

async function thanks(): Promise<Drafted> {
  return JSON.parse((await session.run(['letter', 'cork', 'offer-thanks', '--json'])).out) as Drafted
}

describe('an offer that is not on paper', () => {
  it('is asked for in writing after my yes, as accepted', async () => {
    await tell(['sent', 'cork', 'accept', '--yes'])
    const { text, checkup } = await thanks()
    expect(text).toMatch(/You have my yes to the Planner role.*80,000.*in writing/s)
    expect(text).not.toMatch(/evening|before I answer|my answer/)
    expect(checkup.findings).toEqual([])
  })

  it('may come on paper after my yes, and it stays accepted', async () => {
    await tell(['sent', 'cork', 'accept', '--yes'])
    const { code, out } = await session.run(['offer', 'cork', '--written'])
    expect({ code, out }).toMatchObject({ code: 0 })
    expect(out).toContain('more on the offer from Cork, on paper')
    expect(out).toContain('That settles it.')
    expect(out).not.toContain('no yes yet')
    expect(JSON.parse((await session.run(['show', 'cork', '--json'])).out)).toMatchObject({ state: 'closed', next: null })
    expect(await session.run(['letter', 'cork', 'offer-thanks'])).toMatchObject({ code: 5 })
  })

  it('is no longer taken once it was declined', async () => {
    await tell(['sent', 'cork', 'decline', '--yes'])
    expect(await session.run(['offer', 'cork', '--written'])).toMatchObject({ code: 5 })
  })

  it('but changed by voice, is asked for with the change', async () => {
    await tell(['sent', 'cork', 'negotiation-opener'])
    session.at('2027-03-10T09:00', 'America/Chicago')
    await tell(['offer', 'cork', '--base', '86k', '--by-voice'])
    const { text, checkup } = await thanks()
    expect(text).toMatch(/86,000.*in writing/s)
    expect(text).not.toMatch(/evening|chose me/)
    expect(checkup.findings).toEqual([])
    expect((await session.run(['negotiate', 'cork'])).out).toContain('followup letter cork offer-thanks')
  })
})
