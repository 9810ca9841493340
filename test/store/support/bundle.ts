import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..', '..', '..')

/** Bundles a TypeScript file of test/ for a child process; returns the file to run. */
export async function bundled(entry: string): Promise<string> {
  const outfile = join(root, 'node_modules', '.cache', 'followup-test', `${entry.replace(/\W+/g, '-')}-${process.pid}.cjs`)
  mkdirSync(dirname(outfile), { recursive: true })
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    plugins: [
      {
        name: 'places',
        setup(builder) {
          builder.onResolve({ filter: /^better-sqlite3$/ }, () => ({
            path: createRequire(join(root, 'package.json')).resolve('better-sqlite3'),
            external: true,
          }))
          builder.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
            loader: 'ts',
          }))
        },
      },
    ],
  })
  return outfile
}
