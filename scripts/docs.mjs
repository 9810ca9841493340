// Writes the pages of docs/ that are made from tables in the sources (scripts/reference-pages.ts); a test fails when one is out of date.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const { outputFiles } = await build({
  entryPoints: [join(root, 'scripts', 'reference-pages.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  // The verbs' code is loaded when a verb runs, and none runs here.
  plugins: [
    {
      name: 'without-lazy-code',
      setup: (builder) =>
        builder.onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
    },
  ],
})
const { referencePages } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
for (const [page, text] of Object.entries(referencePages())) {
  writeFileSync(join(root, page), text)
  console.log(`wrote ${page}`)
}
