// The licences of the bundled packages.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package that a bundled file belongs to; null for a file of ours. */
export function packageOf(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? null
}

/** The licences of what is bundled, which ask to travel with it. */
export function collectLicenses(root, packages) {
  const texts = [...packages]
    .filter((folder) => folder !== null)
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry))
      return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''}\n`
    })
  return texts.join('\n' + '-'.repeat(80) + '\n')
}
