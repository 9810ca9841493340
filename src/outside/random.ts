import { closeSync, openSync, readSync } from 'node:fs'

/** Random bytes, straight from the system where it has a device for them: loading node:crypto takes 4 ms. */
export function randomBytes(count: number, device = '/dev/urandom'): Uint8Array {
  return fromDevice(count, device) ?? process.getBuiltinModule('node:crypto').randomFillSync(new Uint8Array(count))
}

/** Eight random bytes at a time: whoever asks often has more of them drawn in one go. */
export function eightRandom(draw: (count: number) => Uint8Array = randomBytes): () => Uint8Array {
  let left: Uint8Array = new Uint8Array(0)
  let next = 8
  return () => {
    if (left.length === 0) {
      left = draw(next)
      next = Math.min(next * 2, 8192)
    }
    const eight = left.subarray(0, 8)
    left = left.subarray(8)
    return eight
  }
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
