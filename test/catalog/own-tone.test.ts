import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'

const own = mkdtempSync(join(tmpdir(), 'followup-tone-'))
afterAll(() => rmSync(own, { recursive: true }))
const about = { kind: null, company: null, contact: null, role: null, known: [], offered: null }

describe('a tone rule of one’s own', () => {
  it('is the one that docs/tone.md shows, and does what its examples say', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/tone.md', 'utf8')) ?? []
    writeFileSync(join(own, 'synergy.yaml'), yaml)
    const tone = await loadTone({ dataDir: 'data', built: null, own })
    const rule = tone.rules.find(({ id }) => id === 'synergy')
    expect([tone.notices, rule?.flagged.length, rule?.clean.length]).toEqual([[], 1, 1])
    const isFound = (text: unknown): boolean => check(String(text), about, tone).findings.some((one) => one.rule === 'synergy')
    expect([rule?.flagged.map(isFound), rule?.clean.map(isFound)]).toEqual([[true], [false]])
  })

  it('takes the place of one that is there, and keeps what it leaves out', async () => {
    const before = await loadTone({ dataDir: 'data', built: null, own: 'no-such-folder' })
    for (const { id } of before.rules) writeFileSync(join(own, `${id}.yaml`), `id: ${id}\nwhy: Mine.\n`)
    const tone = await loadTone({ dataDir: 'data', built: null, own })
    expect(tone.notices).toEqual([])
    for (const rule of before.rules) expect(tone.rules.find(({ id }) => id === rule.id)).toEqual({ ...rule, why: 'Mine.' })
  })
})
