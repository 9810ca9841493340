import { describe, expect, it } from '@jest/globals'
import { readReach } from '../../../src/commands/guide/reach.js'

describe('how someone likes to be reached', () => {
  it.each([
    ['mail only', 'email'],
    ['mail rather than calls', 'email'],
    ['prefers e-mail to phone', 'email'],
    ['by phone', 'phone'],
    ['ring her mobile', 'phone'],
    ['phone rather than mail', 'phone'],
    ['no mails, better call', 'phone'],
    ['mail or phone', 'either'],
    ['phone or e-mail, both fine', 'either'],
    ['call me or mail me', 'either'],
    ['through the recruiter', 'recruiter'],
    ['mail, no calls please', 'no-calls'],
    ['please do not call', 'no-calls'],
    ['no mail or calls', 'no-calls'],
  ])('%s: %s', (text, reach) => {
    expect(readReach(text, true, (number) => number).value).toEqual({ reach })
  })
  it('keeps the number beside both ways', () => {
    const { value, lines } = readReach('mail or phone, she gave me her mobile +41 79 555 01 42', true, (number) => number)
    expect(value).toEqual({ phone: '+41 79 555 01 42', reach: 'either' })
    expect(lines).toEqual(['+41 79 555 01 42; by mail or by phone, as you like'])
  })
})
