/** A maker of UUIDv7 (RFC 9562, 6.2 method 1) in the order of making, even within one millisecond or when the clock steps back; `entropy` is 8 random bytes. */
export function newIds(now: () => number, entropy: () => Uint8Array): () => string {
  let last = 0
  let count = -1
  return () => {
    const time = now()
    if (time > last) [last, count] = [time, 0]
    else if (count < 0xfff) count += 1
    else [last, count] = [last + 1, 0]
    return format(hex(last, 12), hex(count, 3), entropy())
  }
}

function format(stamp: string, count: string, random: Uint8Array): string {
  const tail = [((random[0] ?? 0) & 0x3f) | 0x80, ...random.subarray(1)].map((byte) => hex(byte, 2)).join('')
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0')
}
