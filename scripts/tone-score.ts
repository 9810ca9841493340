import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { readShippedTone } from '../src/catalog/tone.js'
import { figuresOf, judgedBy, readLetters } from './tone-figures.js'
import type { Judged } from './tone-figures.js'

// npm run tone:score FILE.jsonl… [-- --misses | --missed]: how the composure check fares on labelled letters.
void main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<void> {
  const tone = await readShippedTone(join(process.cwd(), 'data'))
  const files = args.filter((word) => !word.startsWith('--'))
  const judged = files.flatMap((file) => readLetters(readFileSync(file, 'utf8'))).map((letter) => judgedBy(tone, letter))
  process.stdout.write(figuresOf(judged))
  if (args.includes('--misses')) process.stdout.write(missesOf(judged, true))
  if (args.includes('--missed')) process.stdout.write(missesOf(judged, false))
}

/** What was missed and what was flagged for nothing, a line each; without the letters' words unless they are wanted. */
function missesOf(all: readonly Judged[], words: boolean): string {
  return all
    .flatMap(({ letter, findings }) => {
      const rules = new Set(findings.map((one) => one.rule))
      const missed = letter.faults.filter((fault) => !rules.has(fault))
      const said = words ? findings.map((one) => `${one.rule}: "${one.text ?? ''}"`) : [...rules]
      if (letter.label === 'good') return said.length > 0 ? [`${letter.id} good, but ${said.join('; ')}`] : []
      return missed.length > 0 ? [`${letter.id} missed ${missed.join(', ')}${said.length > 0 ? ` (found ${said.join('; ')})` : ''}`] : []
    })
    .map((line) => `${line}\n`)
    .join('')
}
