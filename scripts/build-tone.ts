import { readShippedTone } from '../src/catalog/tone.js'
import { DRAWER } from '../src/catalog/likeness.js'
import { indexOf } from '../src/composure/phrase-index.js'
import type { BuiltLikeness, Likeness } from '../src/model/likeness.js'
import { phraseLists } from '../src/model/tone.js'
import type { PhraseIndexFile, Tone } from '../src/model/tone.js'

/** The files of dist/ that src/catalog reads the tone rules from, by their names, made of those in `data`; examples are for tests and stay out. */
export async function toneFiles(data: string): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const tone = await readShippedTone(data)
  const { text, bytes } = likenessFiles(tone.likeness)
  return {
    'tone.json': JSON.stringify(tone.rules.map((rule) => ({ ...rule, flagged: [], clean: [] }))),
    'tone-index.json': JSON.stringify(phraseIndexFile(tone)),
    'likeness.json': JSON.stringify(text),
    'likeness.bin': bytes,
  }
}

/** The needs of all phrases. */
function phraseIndexFile({ rules, words }: Tone): PhraseIndexFile {
  const { needs, next, drawers } = indexOf(phraseLists(rules), words.slots, 1)
  return { needs, next, drawers: drawers.join('\n') }
}

/** How a letter reads, the columns sorted so that one is found without reading all. */
function likenessFiles({ columns, rarity, weights, ...likeness }: Likeness): { readonly text: BuiltLikeness; readonly bytes: Uint8Array } {
  const sorted = [...columns.keys()].sort()
  const drawers = Array.from({ length: Math.ceil(sorted.length / DRAWER) }, (_, at) => sorted.slice(at * DRAWER, (at + 1) * DRAWER))
  const rows = likeness.rows.length
  const bytes = new DataView(new ArrayBuffer(sorted.length * (2 + rows)))
  sorted.forEach((name, at) => {
    const column = columns.get(name) ?? 0
    bytes.setUint16(2 * at, rarity(column), true)
    for (let row = 0; row < rows; row += 1) bytes.setInt8(2 * sorted.length + at * rows + row, weights[column * rows + row] ?? 0)
  })
  const text = { ...likeness, size: sorted.length, columns: drawers.map((drawer) => drawer.join('\t')).join('\n') }
  return { text, bytes: new Uint8Array(bytes.buffer) }
}
