import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { text } from '../../src/views/html.js'
import { flowChart } from '../../src/views/flow-chart.js'
import { reportStyle, reportStyleHash } from '../../src/views/report-style.js'
import { piecesOf } from '../support/page.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

/** All that may stand in the page; no attribute of them loads, links, runs or styles anything. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ['lang', 'dir'],
  head: [],
  meta: ['charset', 'http-equiv', 'content', 'name'],
  title: ['id'],
  style: [],
  body: [],
  main: [],
  header: [],
  section: [],
  article: [],
  h1: [],
  h2: [],
  h3: [],
  p: ['class'],
  span: ['class'],
  bdi: [],
  br: [],
  table: ['class'],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: [],
  ol: [],
  li: [],
  time: ['datetime'],
  svg: ['viewBox', 'role', 'aria-labelledby'],
  desc: ['id'],
  path: ['class', 'd'],
  rect: ['class', 'x', 'y', 'width', 'height'],
  text: ['x', 'y', 'text-anchor'],
}
const empty = new Set(['meta', 'br'])

/** What of a page is not on the list, or not well nested. */
function faultsOf(html: string): readonly string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const piece of piecesOf(html)) {
    if ('text' in piece) continue
    if ('close' in piece) {
      if (open.pop() !== piece.close) faults.push(`</${piece.close}>`)
      continue
    }
    const attributes = allowed[piece.open]
    if (!attributes) faults.push(`<${piece.open}>`)
    for (const name of piece.attributes.keys()) if (!attributes?.includes(name)) faults.push(`${name} of ${piece.open}`)
    if (!empty.has(piece.open)) open.push(piece.open)
  }
  return [...faults, ...open]
}

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-02T17:00', 'America/New_York')
})
afterEach(() => session.remove())

async function page(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await session.run(['report', ...argv])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><svg onload=alert(1)>',
  'javascript:alert(1) &lt;b&gt; &#x3c;b&#62;',
  '\u202e<b>\u0007\u001b[31m \u2028',
  '<!-- --><![CDATA[ ]]><?x ?>',
]

describe('the page', () => {
  it('holds nothing but elements on the list, whatever people are called', async () => {
    for (const [index, words] of hostile.entries()) {
      const company = `${words} ${String(index)}`
      const { err } = await session.run([
        ...['log', company, '--new', '--role', words, '--with', `Dana Reyes <d${String(index)}@x.example>`],
        ...['--at', '2027-02-20', '--country', 'US', '--landing', 'oversold', '--hook', words, '--note', words, '--quiet'],
      ])
      expect(err).toBe('')
    }
    const html = await page('--out', '-')
    expect(faultsOf(html)).toEqual([])
    const texts = piecesOf(html).flatMap((piece) => ('text' in piece ? [piece.text] : []))
    expect(texts).toContain('<script>alert(1)</script> 0')
    // eslint-disable-next-line no-control-regex -- none of them is to be in it
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/)
    expect(html).not.toMatch(/https?:|url\(|@import|<(?:script|link|img|iframe|a)\b/)
  })

  it('allows its own style by its hash, and nothing else', async () => {
    const html = await page()
    const hash = createHash('sha256').update(reportStyle).digest('base64')
    expect(reportStyleHash).toBe(hash)
    expect(html).toContain(`<style>${reportStyle}</style>`)
    const policy = piecesOf(html).flatMap((piece) =>
      'open' in piece && piece.attributes.has('http-equiv') ? [piece.attributes.get('content')] : [],
    )
    expect(policy).toEqual([`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`])
  })

  it('is whole on an empty store', async () => {
    const html = await page()
    expect(faultsOf(html)).toEqual([])
    expect(html).toContain('Nothing is on record yet.')
  })

  it('tells no figure that is the person’s alone', async () => {
    await session.run(['log', 'Acme', '--at', '2027-02-20', '--quiet'])
    await session.run(['offer', 'acme', '--base', '140000', '--floor', '131313', '--hoped', '151515', '--quiet'])
    const html = await page()
    expect(html).toContain('140,000')
    expect(html).not.toMatch(/131.?313|151.?515/)
  })
})

describe('text in a page', () => {
  it('is never markup, and reads as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (words) => {
        const written = text(words)
        expect(written).not.toMatch(/[<>"']/)
        expect(piecesOf(`<p>${written}</p>`).length).toBe(written === '' ? 2 : 3)
      }),
    )
  })
})

describe('the chart', () => {
  const flows = fc.array(
    fc.record({
      from: fc.constantFrom('interviewed' as const, 'heard' as const, 'again' as const, 'offered' as const, 'accepted' as const),
      to: fc.constantFrom('open' as const, 'hired' as const, 'rejected' as const, 'withdrawn' as const, 'no-response' as const),
      count: fc.integer({ min: 1, max: 100_000 }),
    }),
    { maxLength: 25 },
  )
  it('of nothing is nothing', () => {
    expect(flowChart([])).toBe('')
  })
  it('has finite coordinates within its view, and every ribbon', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const once = [...new Map(flow.map((one) => [`${one.from} ${one.to}`, one])).values()]
        const svg = flowChart(once)
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        expect(svg.match(/<path/g)?.length ?? 0).toBe(once.length)
        const height = Number(/viewBox="0 0 480 (\d+)"/.exec(svg)?.[1] ?? 0)
        for (const [, y, high] of svg.matchAll(/ y="([\d.]+)" width="8" height="([\d.]+)"/g))
          expect(Number(y) + Number(high)).toBeLessThanOrEqual(height)
      }),
    )
  })
})
