// Turns the files of data/ into the JSON files of dist/. Each function is handed the path of that folder.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

const dataFolders = ['playbooks', 'landings']
// Read by the few who need them, so each lies in a file of its own.
const lazyFolders = ['phone', 'tone', 'tone/shared']

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

/** data/letters as one file: the text of each by its kind and name, and the repairs. */
export function compileLetters(data) {
  const folder = join(data, 'letters')
  const letters = {}
  for (const kind of readdirSync(folder).filter((name) => !name.includes('.')))
    for (const file of readdirSync(join(folder, kind)).sort())
      letters[`${kind}/${basename(file, '.liquid')}`] = readFileSync(join(folder, kind, file), 'utf8')
  return JSON.stringify({ letters, repairs: parse(readFileSync(join(folder, 'repairs.yaml'), 'utf8')) })
}

function yamlFiles(folder) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => join(folder, name))
}
