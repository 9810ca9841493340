import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The tables of LinkedIn's export of one's own data, in its folder or one below: applications, saved jobs, and people. */
export function sheetsIn(folder: string): readonly string[] {
  if (['cur', 'new'].every((box) => existsSync(join(folder, box)))) return []
  const folders = [folder, ...inside(folder).flatMap((one) => (one.isDirectory() ? [join(folder, one.name)] : []))]
  const found = folders.slice(0, 100).flatMap((place) =>
    inside(place)
      .filter((one) => one.isFile() && known.test(one.name))
      .map((one) => join(place, one.name)),
  )
  // Who is known at a company is of use only once the company is on record.
  const rank = (path: string): number => (/connections/i.test(path) ? 1 : 0)
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

const known = /^(?:job applications|saved jobs|connections)[^/]*\.csv$/i

function inside(folder: string): ReturnType<typeof entries> {
  try {
    return entries(folder)
  } catch {
    return []
  }
}

function entries(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
}
