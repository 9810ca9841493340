import { closeSync, openSync, readSync } from 'node:fs'

/** Random bytes, straight from the system where it has a device for them: loading node:crypto takes 4 ms. */
export function randomBytes(count: number, device = '/dev/urandom'): Uint8Array {
  return fromDevice(count, device) ?? process.getBuiltinModule('node:crypto').randomFillSync(new Uint8Array(count))
}

function fromDevice(count: number, device: string): Uint8Array | null {
  try {
    const handle = openSync(device, 'r')
    try {
      const bytes = new Uint8Array(count)
      return readSync(handle, bytes) === count ? bytes : null
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
