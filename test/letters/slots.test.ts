import { describe, expect, it } from '@jest/globals'
import { greeting } from '../../src/letters/slots.js'

describe('a greeting', () => {
  it.each([
    ['Dana Reyes', 'Dear Dana,'],
    ['R2 Dev', 'Dear R2,'],
    ['Prof. Ada Brandt', 'Dear Prof Brandt,'],
    ['+1 312 555 0142', 'Hello,'],
    ['dana@acme.example', 'Hello,'],
    [null, 'Hello,'],
  ])('to %s', (name, words) => {
    expect(greeting(name)).toBe(words)
  })
})
