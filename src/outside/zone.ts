import { readlinkSync, realpathSync, statSync } from 'node:fs'

/** The machine's zone as /etc/localtime names it; null when it does not (then Intl has to be asked). */
export function zoneOfMachine(): string | null {
  return zoneAt('/etc/localtime')
}

/** The zone that an absolute path to a file of a zone names, by itself or by where it leads; null when it names none. */
export function zoneAt(path: string): string | null {
  try {
    return zoneIn(path) ?? zoneIn(readlinkSync(path)) ?? zoneIn(realpathSync(path))
  } catch {
    return null
  }
}

function zoneIn(path: string): string | null {
  return /zoneinfo\/(.+)$/.exec(path)?.[1] ?? null
}

/** Whether the machine has a file for the zone; a machine without zone files has none. */
export function hasZoneFile(zone: string): boolean {
  return statSync(`/usr/share/zoneinfo/${zone}`, { throwIfNoEntry: false })?.isFile() ?? false
}
