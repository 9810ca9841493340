import { describe, expect, it } from '@jest/globals'
import { loadLetters } from '../../src/catalog/letters.js'
import { faultIn } from '../../src/letters/fault.js'
import { letterKinds } from '../../src/model/act.js'
import type { LetterTemplate } from '../../src/model/letter.js'

const source = await loadLetters({ dataDir: 'data', built: null, own: 'no-such-folder' }, faultIn)
const { templates } = source

describe('the shipped letters', () => {
  it.each(templates.map((one) => [one.id, one] as const))('%s can be filled with everything and with nothing', (_id, one) => {
    expect(faultIn(one)).toBeNull()
  })
  it.each(letterKinds)('%s has three versions at least', (kind) => {
    expect(templates.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(3)
  })
  it('are the same in the built program', async () => {
    const built = await loadLetters({ dataDir: 'data', built: 'dist', own: 'no-such-folder' }, faultIn)
    const byId = (one: LetterTemplate, other: LetterTemplate): number => (one.id < other.id ? -1 : 1)
    expect({ ...built, templates: built.templates.toSorted(byId) }).toEqual({ ...source, templates: templates.toSorted(byId) })
  })
  it('a name that is no slot is a fault', () => {
    expect(faultIn({ subject: ['Hello'], body: 'I saw {{ asked }}.' })).toContain('asked')
  })
})
