import { describe, expect, it } from '@jest/globals'
import { loadLetters } from '../../src/catalog/letters.js'
import { faultIn } from '../../src/letters/fault.js'
import { letterKinds } from '../../src/model/act.js'

const { templates } = loadLetters({ dataDir: 'data', built: null, own: 'no-such-folder' }, faultIn)

describe('the shipped letters', () => {
  it.each(templates.map((one) => [one.id, one] as const))('%s can be filled with everything and with nothing', (_id, one) => {
    expect(faultIn(one)).toBeNull()
  })
  it.each(letterKinds)('%s has three versions at least', (kind) => {
    expect(templates.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(3)
  })
  it('a name that is no slot is a fault', () => {
    expect(faultIn({ subject: ['Hello'], body: 'I saw {{ asked }}.' })).toContain('asked')
  })
})
