// Turns the files of data/ into the JSON files of dist/. Each function is handed the path of that folder.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'

const dataFolders = ['playbooks', 'landings']
// Read by the few who need them, so each lies in a file of its own.
const lazyFolders = ['phone', 'tone/shared']

/** What is in data/playbooks/*.yaml and data/landings/*.yaml; `hash` changes when any of them does. */
export function compileData(data) {
  const hash = createHash('sha256')
  const compiled = {}
  for (const folder of dataFolders) {
    compiled[folder] = {}
    for (const file of yamlFiles(join(data, folder))) {
      const text = readFileSync(file, 'utf8')
      const name = basename(file, '.yaml')
      hash.update(`${folder}/${name}\0${text}\0`)
      compiled[folder][name] = parse(text)
    }
  }
  return { hash: hash.digest('hex').slice(0, 16), ...compiled }
}

/** data/phone/*.yaml as phone.json, and so on. */
export function compileLazyData(data) {
  return Object.fromEntries(
    lazyFolders.map((folder) => {
      const files = yamlFiles(join(data, folder)).map((file) => [basename(file, '.yaml'), parse(readFileSync(file, 'utf8'))])
      return [`${folder.replace('/', '-')}.json`, JSON.stringify(Object.fromEntries(files))]
    }),
  )
}

/** The tone rules and what is worked out of them ahead (scripts/build-tone.ts). */
export async function compileTone(data) {
  const folder = mkdtempSync(join(tmpdir(), 'followup-'))
  try {
    const outfile = join(folder, 'build-tone.cjs')
    await build({ entryPoints: [join(import.meta.dirname, 'build-tone.ts')], outfile, bundle: true, format: 'cjs', platform: 'node' })
    return await createRequire(outfile)(outfile).toneFiles(data)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** data/letters as one file: the templates, in the order of their names, and the repairs. */
export function compileLetters(data) {
  const folder = join(data, 'letters')
  const kinds = readdirSync(folder).filter((name) => !name.includes('.'))
  const files = kinds.flatMap((kind) => readdirSync(join(folder, kind)).map((file) => `${kind}/${file}`))
  const templates = files.sort().map((file) => compileLetter(file.replace(/\.liquid$/, ''), readFileSync(join(folder, file), 'utf8')))
  return JSON.stringify({ templates, repairs: parse(readFileSync(join(folder, 'repairs.yaml'), 'utf8')) })
}

/** As src/catalog/letter-files.ts reads it. */
function compileLetter(id, text) {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text)
  const { kind, subject, slots = [], words } = parse(head)
  return { id, own: false, kind, slots, words, subject: [subject].flat(), body: body.trim() }
}

function yamlFiles(folder) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => join(folder, name))
}
