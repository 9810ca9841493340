import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
})
afterEach(() => session.remove())

async function run(line: readonly string[]): Promise<string> {
  const { code, out, err } = await session.run(line)
  expect([line, code, err]).toEqual([line, 0, ''])
  return out
}

it('the talk about an offer stands on one screen of 80 by 24, and no line is too long at 60', async () => {
  session.at('2027-03-25T15:00', 'America/Chicago')
  const terms = ['--base', '142000', '--bonus', '10% target', '--start', '3 may', '--leave', '20 days, five of them in the summer']
  await run(['log', 'Acme Controls', '--role', 'Operations Director', '--with', 'Dana Reyes', '--at', '2 mar', '--pay', '140 to 150'])
  await run(['offer', 'acme', ...terms, '--equity', 'options over four years', '--respond-by', '1 apr', '--written'])
  session.at('2027-03-29T09:00', 'America/Chicago')
  const reason = 'I have taken two plants through a new shift plan without a single day of standing still'
  await run([
    'negotiate',
    'acme',
    '--figure',
    '145 to 158 (three job boards)',
    '--because',
    reason,
    '--wish',
    'a day at home',
    '--ask',
    '150000',
  ])
  const lines = (await run(['negotiate', 'acme'])).split('\n')
  expect(lines.length).toBeLessThanOrEqual(24)
  expect(lines.join('\n')).toContain('base 142,000')
  expect(lines.join(' ')).toContain('150,000? And I would like to talk about a day at home.')
  session.set({ COLUMNS: '60' })
  expect((await run(['negotiate', 'acme'])).split('\n').filter((line) => line.length > 60)).toEqual([])
})

it('asks once for the base, and promises no paper that is there already', async () => {
  session.at('2027-03-12T09:00', 'America/Chicago')
  await run(['log', 'Brenner', '--role', 'Engineer', '--with', 'Jonas Brenner', '--at', '10 mar'])
  await run(['offer', 'brenner', '--base', 'EUR 88000', '--by-voice', '--respond-by', '30 mar'])
  const made = ['--because', 'the second coating line starts in June', '--wish', 'EUR 94.000 base', '--wish', 'a day at home']
  await run(['negotiate', 'brenner', ...made, '--ask', 'EUR 94.000'])
  const words = async (): Promise<string> => (await run(['negotiate', 'brenner', '--plain'])).replace(/\s+/g, ' ')
  const said = await words()
  expect(said).toContain('because the second coating line starts in June: could we make it EUR 94,000? And')
  expect(said).toContain('talk about a day at home.')
  expect(said).not.toMatch(/say yes|94.000 base/)
  expect(said).toContain('Once it is on paper you have my yes.')
  await run(['offer', 'brenner', '--written'])
  await run(['debrief', 'brenner', '--want', 'yes'])
  expect(await words()).toContain('With the change on paper too, you have my yes.')
  expect(await words()).toContain("I'd like to say yes")
})
