import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { Instant } from '../../../src/model/day.js'
import { openStore } from '../../../src/store/open.js'
import { writing } from '../../../src/store/writing.js'
import { plainRules } from './rules.js'
import { draft } from './scene.js'

// A process that records as many commands as it is told, each of two facts, and says so after each: `node writer PATH NAME COUNT [EPOCH-MS]`;
// with a last argument not before that moment, so that several can start as one.
const [path = '', name = '', count = '0', start = '0'] = process.argv.slice(2)
while (Date.now() < Number(start));
const store = openStore({
  path,
  rules: plainRules(),
  writing: () => writing,
  now: () => '2026-03-01T09:00:00.000Z' as Instant,
  newId: randomUUID,
})
for (let number = 0; number < Number(count); number++) {
  const text = `${name}-${number}`
  if (number % 10 === 0) store.record([draft('opened', { company: 'Acme', handle: 'acme' }), draft('noted', { text })])
  else store.record([draft('noted', { text: `${text} first` }), draft('noted', { text })])
  writeSync(1, `${text}\n`)
}
store.close()
