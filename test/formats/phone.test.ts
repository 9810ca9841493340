import { describe, expect, it } from '@jest/globals'
import { phoneNumber } from '../../src/commands/typed/phone-number.js'
import { dialable } from '../../src/formats/phone.js'

describe('a number with an extension', () => {
  it.each([
    'x214',
    'x 214',
    'X214',
    'ext 214',
    'ext. 214',
    'Ext: 214',
    'extn 214',
    'extension 214',
    'extension: 214',
    '#214',
    '# 214',
    ', ext. 214',
    ';ext=214',
    '; ext=214',
  ])('is one number, however it is written: %s', (extension) => {
    for (const number of [`+1 312 555 0142 ${extension}`, `+1 312 555 0142${extension}`]) {
      expect(phoneNumber(number)).toBe('+1 312 555 0142 x214')
      expect(dialable(phoneNumber(number), null)).toMatchObject({
        uri: 'tel:+13125550142;ext=214',
        international: '+1 312 555 0142 ext. 214',
      })
    }
  })

  it.each(['214', '#214', '+1 312 555 0142 #', '+1 312 555 0142 extra 2', '+1 312 555 0142 x2144444'])('is refused: %s', (text) => {
    expect(() => phoneNumber(text)).toThrow(/phone number/)
  })
})
