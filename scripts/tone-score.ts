import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { check } from '../src/composure/check.js'
import { readShippedTone } from '../src/catalog/tone.js'
import { figuresOf, readLetters } from './tone-figures.js'
import type { Judged } from './tone-figures.js'

// npm run tone:score FILE.jsonl… [-- --misses]: how the composure check fares on labelled letters.
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const tone = await readShippedTone(join(process.cwd(), 'data'))
const judged: readonly Judged[] = files.flatMap((file) =>
  readLetters(readFileSync(file, 'utf8')).map((letter) => {
    const { kind, company, contact, subject, body } = letter
    const about = { kind, company, contact, role: null, known: [], offered: null }
    const { findings } = check(subject === null ? body : `Subject: ${subject}\n\n${body}`, about, tone)
    return { letter, findings: findings.filter((one) => one.severity !== 'hint') }
  }),
)
process.stdout.write(figuresOf(judged))
if (process.argv.includes('--misses')) process.stdout.write(missesOf(judged))

/** What was missed and what was flagged for nothing, a line each. */
function missesOf(all: readonly Judged[]): string {
  return all
    .flatMap(({ letter, findings }) => {
      const rules = new Set(findings.map((one) => one.rule))
      const missed = letter.faults.filter((fault) => !rules.has(fault))
      const said = findings.map((one) => `${one.rule}: "${one.text ?? ''}"`)
      if (letter.label === 'good') return said.length > 0 ? [`${letter.id} good, but ${said.join('; ')}`] : []
      return missed.length > 0 ? [`${letter.id} missed ${missed.join(', ')}${said.length > 0 ? ` (found ${said.join('; ')})` : ''}`] : []
    })
    .map((line) => `${line}\n`)
    .join('')
}
