import { describe, expect, it } from '@jest/globals'
import { fromWindows1252 } from '../../src/formats/windows-1252.js'
import { textOf } from '../../src/formats/sheet-in.js'

describe('Windows-1252', () => {
  it.each([
    [[0x80, 0x93, 0x94, 0x96, 0x9f], '€“”–Ÿ'],
    [[0x37, 0x35, 0x20, 0x80, 0xfc], '75 €ü'],
    [[0x81, 0x8d, 0x8f, 0x90, 0x9d], '\u0081\u008d\u008f\u0090\u009d'],
  ])('%j is %j', (bytes, text) => {
    expect(fromWindows1252(Uint8Array.from(bytes))).toBe(text)
    expect(textOf(Uint8Array.from([...bytes, 0xe9]))).toBe(`${text}é`)
  })
})
