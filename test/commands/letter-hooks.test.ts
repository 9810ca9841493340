import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
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

async function told<T>(...line: readonly string[]): Promise<T> {
  const { code, out, err } = await session.run([...line, '--json'])
  expect({ code, err }).toMatchObject({ code: 0 })
  return JSON.parse(out) as T
}

interface Drafted {
  readonly text: string
  readonly hook: string | null
}

const log = ['log', 'Bolt', '--role', 'Buyer', '--with', 'Dee Fox <dee@bolt.example>', '--contact-role', 'boss', '--country', 'US']

describe('a letter that was sent without a word on what it used', () => {
  it('used what its draft would have used, and the next one and the call take another', async () => {
    await tell([...log, '--hook', 'crates', '--hook', 'pallets'])
    session.at('2027-03-03T09:00', 'America/Chicago')
    const first = await told<Drafted>('letter', 'bolt', 'thank-you')
    expect(first.hook).toBe('crates')
    await tell(['sent', 'bolt', 'thank-you'])
    session.at('2027-03-09T10:00', 'America/Chicago')
    const second = await told<Drafted>('letter', 'bolt', 'love-letter', '--nothing-heard')
    expect(second).toMatchObject({ hook: 'pallets' })
    expect(second.text).not.toContain('crates')
    expect(await told('call', 'bolt', '--card')).toMatchObject({ hook: 'pallets' })
  })

  it('leaves it for the next one where there is no other, in another sentence', async () => {
    await tell([...log, '--hook', 'crates'])
    const first = await told<Drafted>('letter', 'bolt', 'thank-you')
    await tell(['sent', 'bolt', 'thank-you'])
    session.at('2027-03-09T10:00', 'America/Chicago')
    const second = await told<Drafted>('letter', 'bolt', 'love-letter', '--nothing-heard')
    expect(second.hook).toBe('crates')
    const sentences = first.text.split(/(?<=[.?,])\s+/)
    expect(
      second.text
        .split(/(?<=[.?,])\s+/)
        .filter((one) => one.includes(' ') && !one.startsWith('Dear') && one !== 'Robin Vale' && sentences.includes(one)),
    ).toEqual([])
  })

  it('is not written again in the same words', async () => {
    await tell([...log, '--hook', 'crates'])
    session.at('2027-03-09T10:00', 'America/Chicago')
    const first = await told<Drafted>('letter', 'bolt', 'check-in', '--nothing-heard')
    await tell(['sent', 'bolt', 'check-in'])
    expect((await told<Drafted>('letter', 'bolt', 'check-in', '--nothing-heard')).text).not.toBe(first.text)
  })

  it('says when the versions begin again', async () => {
    await tell([...log, '--hook', 'crates'])
    const notes = async (another: string): Promise<readonly string[]> =>
      (await told<{ readonly notes: readonly string[] }>('letter', 'bolt', 'thank-you', '--another', another)).notes
    expect(await notes('2')).toEqual([])
    expect(await notes('3')).toEqual(['There are three versions of this letter, and these begin again.'])
  })

  it('used what --hook says, where it says it', async () => {
    await tell([...log, '--hook', 'crates', '--hook', 'pallets'], ['sent', 'bolt', 'thank-you', '--hook', '2'])
    session.at('2027-03-09T10:00', 'America/Chicago')
    expect((await told<Drafted>('letter', 'bolt', 'love-letter', '--nothing-heard')).hook).toBe('crates')
  })
})
