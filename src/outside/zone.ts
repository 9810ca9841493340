import { readlinkSync, statSync } from 'node:fs'

/** The machine's zone as /etc/localtime names it; null when it does not (then Intl has to be asked). */
export function zoneOfMachine(): string | null {
  try {
    const target = readlinkSync('/etc/localtime')
    return /zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(target)?.[1] ?? null
  } catch {
    return null
  }
}

/** Whether the machine has a file for the zone; a machine without zone files has none. */
export function hasZoneFile(zone: string): boolean {
  return statSync(`/usr/share/zoneinfo/${zone}`, { throwIfNoEntry: false })?.isFile() ?? false
}
