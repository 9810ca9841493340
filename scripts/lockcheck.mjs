// package-lock.json must list every optional package (a missing one breaks `npm ci` elsewhere) and name no registry host.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const lockFile = process.argv[2] ?? join(resolve(import.meta.dirname, '..'), 'package-lock.json')
const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'))
const problems = Object.entries(packages).flatMap(([path, entry]) => [...missingOptional(path, entry), ...namedHost(path, entry)])

for (const problem of problems) console.error(problem)
console.log(`lockcheck: ${Object.keys(packages).length} packages, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0

function missingOptional(path, entry) {
  const names = Object.keys(entry.optionalDependencies ?? {})
  return names.filter((name) => !isLocked(path, name)).map((name) => `missing: ${name}, optional for ${path} ${entry.version}`)
}

/** npm looks for a package beside the one that asks, then in each folder above. */
function isLocked(path, name) {
  if (`${path ? path + '/' : ''}node_modules/${name}` in packages) return true
  if (path === '') return false
  const above = path.lastIndexOf('/node_modules/')
  return isLocked(above < 0 ? '' : path.slice(0, above), name)
}

function namedHost(path, entry) {
  return entry.resolved && !entry.link ? [`names a host: ${path} ${entry.resolved}`] : []
}
