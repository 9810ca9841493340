import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { judgeMails, mailFigures } from '../support/mail-corpus.js'
import type { JudgedMail, MailFigures } from '../support/mail-corpus.js'

const sets = ['held-back', 'second', 'third'] as const
const folderOf = (set: string): string => join(import.meta.dirname, '..', 'fixtures', 'mail', set)
/** What must hold of all mails together. */
const bar: Partial<MailFigures> = { certainPrecision: 1, humanRecall: 0.97, autoF1: 0.97, bounceF1: 0.97 }
const judged = new Map<string, readonly JudgedMail[]>()

beforeAll(async () => {
  for (const set of sets) judged.set(set, await judgeMails(folderOf(set)))
  const { MISSES: misses } = process.env
  if (misses !== undefined) writeFileSync(misses, JSON.stringify([...judged], null, 1))
}, 240_000)

describe('mails are known for what they are', () => {
  it.each(sets)('the set "%s" no worse than its figures', (set) => {
    const floors = JSON.parse(readFileSync(join(folderOf(set), 'figures.json'), 'utf8')) as MailFigures
    expect(mailFigures(judged.get(set) ?? [])).toEqual(atLeast(floors))
  })
  it('all together as well as was promised', () => {
    const all = [...judged.values()].flat()
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(mailFigures(all)).toEqual(expect.objectContaining(atLeast(bar)))
  })
})

function atLeast(floors: Partial<MailFigures>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(floors).map(([name, least]) => [name, { asymmetricMatch: (value: number) => value >= least - 1e-9 }]),
  )
}
