import { describe, expect, it } from '@jest/globals'
import { demo } from '../../src/commands/demo.js'
import type { Clock } from '../../src/world.js'
import { demoPages } from '../../src/views/demo.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'

const screen = (width: number): Screen => ({ width, plain: false, paint: noPaint, today: '2027-03-09' }) as Screen

interface Ran {
  readonly at: string
  readonly argv: readonly string[]
}

function told(
  zone: string,
  fails = false,
): { readonly ran: Ran[]; readonly removed: () => number; readonly result: ReturnType<typeof demo> } {
  const ran: Ran[] = []
  let removals = 0
  const scratch = () =>
    Promise.resolve({
      run: (at: string, argv: readonly string[]) => {
        ran.push({ at, argv })
        return fails ? Promise.reject(new Error('no room')) : Promise.resolve(`output of ${argv[0] ?? ''}\n`)
      },
      remove: () => {
        removals += 1
      },
    })
  return { ran, removed: () => removals, result: demo({ clock: { zone } as Clock, scratch }) }
}

describe('the story', () => {
  it('goes from the interview to a yes, each act later than the one before', async () => {
    const story = told('America/New_York')
    const { acts, title } = await story.result
    expect(title).toBe('A story in twenty commands')
    expect(acts).toHaveLength(20)
    expect(acts.map((act) => act.argv.slice(0, act.argv[0] === 'call' || act.argv[0] === 'sent' ? 3 : 1).join(' '))).toEqual([
      'log',
      'due',
      'sent acme thank-you',
      'due',
      'due',
      'why',
      'letter',
      'sent acme love-letter',
      'call acme no-answer',
      'call acme no-answer',
      'call acme voicemail-left',
      'sent acme after-voicemail',
      'call acme spoke',
      'offer',
      'sent acme offer-thanks',
      'offer',
      'negotiate',
      'sent acme negotiation-opener',
      'offer',
      'sent acme accept',
    ])
    expect(acts.map((act) => act.at)).toEqual([...acts.map((act) => act.at)].sort())
    expect(acts[0]).toMatchObject({ at: '2027-03-02T17:05:00-05:00', when: 'Tue 2 Mar 17:05' })
    expect(story.removed()).toBe(1)
  })

  it.each(['Pacific/Auckland', 'Asia/Kathmandu', 'UTC', 'Pacific/Honolulu'])('is told on my clock in %s', async (zone) => {
    const { acts } = await told(zone).result
    expect(acts.map((act) => act.at.slice(0, 16))).toEqual((await told('UTC').result).acts.map((act) => act.at.slice(0, 16)))
  })

  it('leaves nothing behind when an act fails', async () => {
    const story = told('UTC', true)
    await expect(story.result).rejects.toThrow('no room')
    expect(story.removed()).toBe(1)
  })
})

describe('the screen', () => {
  it.each([40, 80])('of %i columns holds narration and commands; a command can be typed as it stands', async (width) => {
    const text = demoPages(await told('UTC').result, screen(width)).join('')
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([])
    const typed = text.replaceAll(/ \\\n +/g, ' ')
    expect(typed).toContain(
      '$ followup log "Acme Controls" --role "Operations Director" --at 15:00 --with "Dana Reyes <dana@acme.example>"',
    )
    expect(typed).toContain('$ followup call acme spoke --promise fri\noutput of call\n')
    expect(text.endsWith('followup log\n')).toBe(true)
  })
})
