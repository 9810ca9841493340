import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { loadLetters } from '../../src/catalog/letters.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'
import { draftLetters } from '../../src/letters/draft.js'
import { faultIn } from '../../src/letters/fault.js'
import { letterKinds } from '../../src/model/act.js'
import { letterIs } from '../../src/model/kinds.js'
import type { LetterFacts } from '../../src/model/letter.js'

const book = await loadLetters({ dataDir: 'data', built: null, own: 'no-such-folder' }, faultIn)
const tone = await readShippedTone('data')
const [story] = JSON.parse(readFileSync('data/sample/letters.json', 'utf8')) as readonly { readonly facts: LetterFacts }[]
/** As little as may be on record, in words as short as may be. */
const little = {
  ...(story?.facts as LetterFacts),
  ...{ reader: 'Dee Fox', company: 'Bolt', role: null, cares: [], hooks: ['crates'], landing: null, own: null, others: null },
  ...{ automaticNo: null, noPhone: null, internal: false, callOn: null, promised: null, number: null, base: null, start: null },
}

describe('however little is on record, no draft has words too few', () => {
  it.each(letterKinds)('%s', (kind) => {
    const short = (['yes', 'unsure', null] as const).flatMap((want) =>
      [true, false].flatMap((noCalls) =>
        ['today', 'yesterday', null].flatMap((met) => {
          const facts = { ...little, want, noCalls, met }
          return draftLetters(book, facts, { kind, used: [], elsewhere: [] }).flatMap(({ subject, text, template }) => {
            const about = { kind, company: 'Bolt', contact: 'Dee Fox', role: null, known: ['crates'], offered: letterIs(kind, 'offer') }
            const { findings, words } = check(`Subject: ${subject}\n\n${text}`, about, tone)
            return findings.some(({ rule }) => rule === 'length')
              ? [`${template ?? ''} ${want ?? '-'} ${String(noCalls)} ${String(words)}`]
              : []
          })
        }),
      ),
    )
    expect([...new Set(short)]).toEqual([])
  })
})
