// What stands in 0x80 to 0x9F; a dot where the standard has a control character.
const marks = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

/** Bytes in Windows-1252 as text. Written out, for the TextDecoder of several versions of Node reads Latin-1 by that name, in which the euro is a control character. */
export function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, (one) => {
    const mark = marks[one.charCodeAt(0) - 0x80] ?? '.'
    return mark === '.' ? one : mark
  })
}
