import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const source = join(import.meta.dirname, '..', '..', 'src', 'outside', 'zone-offset.ts')

// The test's own process hands out a copy of its environment, in which TZ moves nothing: so this runs in a process of its own.
const comparison = `
  const { tzOffset } = ours, { tzOffset: theirs } = byFormatting
  const home = new Date(2027, 0, 15).getTimezoneOffset()
  const zones = [...Intl.supportedValuesOf('timeZone'), 'EST', 'EST5EDT', 'US/Central', 'utc', 'No/Where', 'Nowhere', '+02:00', '']
  const apart = []
  let compared = 0
  const look = (zone, at) => {
    compared++
    const [one, other] = [tzOffset(zone, new Date(at)), Math.round(theirs(zone, new Date(at)))]
    if (!Object.is(one, other) && !(Math.round(one) === other)) apart.push([zone, new Date(at).toISOString(), one, other])
  }
  for (const zone of zones) {
    for (let at = Date.UTC(1975, 0, 1), step = 0; at < Date.UTC(2045, 0, 1); at += 86400000 * (293.3 + (step++ % 7))) look(zone, at)
    for (let hour = 0; hour < 48; hour++) look(zone, Date.UTC(2027, 2, 12, hour))
  }
  const stays = new Date(2027, 0, 15).getTimezoneOffset() === home
  process.stdout.write(JSON.stringify({ apart, compared, stays }))
`

const { text: bundled = '' } =
  buildSync({
    stdin: {
      contents: `import * as ours from ${JSON.stringify(source)}; import * as byFormatting from '@date-fns/tz/tzOffset'; ${comparison}`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  }).outputFiles[0] ?? {}

describe('the quick offset of a zone', () => {
  it.each(['Asia/Tokyo', undefined])('is the platform’s in every zone, and leaves the process in its own (%s)', (zone) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: '', ...(zone === undefined ? {} : { TZ: zone }) }
    if (zone === undefined) delete (env as { TZ?: string }).TZ
    const { stdout, stderr } = spawnSync(process.execPath, ['-'], { input: bundled, env, encoding: 'utf8' })
    expect(stderr).toBe('')
    const found = JSON.parse(stdout) as { readonly apart: readonly unknown[]; readonly compared: number; readonly stays: boolean }
    expect(found).toMatchObject({ apart: [], stays: true })
    expect(found.compared).toBeGreaterThan(50_000)
  })
})
