import { describe, expect, it } from '@jest/globals'
import { greeting, salutation } from '../../src/letters/names.js'

describe('how someone is spoken to', () => {
  it.each([
    ['Dana Reyes', 'Dana'],
    ["Tomás O'Neill", 'Tomás'],
    ['Dr. Wei-Ling Chen', 'Dr. Chen'],
    ['Dr Ifeoma Okafor', 'Dr Okafor'],
    ['Prof. Dr. Hans Müller', 'Prof. Müller'],
    ['Dr.-Ing. Karl Bauer', 'Dr.-Ing. Bauer'],
    ['Mr. Osei', 'Mr. Osei'],
    ['Mx. Robin Vale', 'Mx. Vale'],
    ['Rev. Grace Hall', 'Rev. Hall'],
    ['Eng. Omar Haddad', 'Eng. Haddad'],
    ['Ing. Eva Nováková', 'Ing. Nováková'],
    ['Sir Alan Whitcombe', 'Sir Alan'],
    ['Dame Judith Ash', 'Dame Judith'],
    ['Chen, Wei', 'Wei'],
    ['Wei Chen, PhD', 'Wei'],
    ['Dr. Ana Ruiz Jr.', 'Dr. Ruiz'],
    ['R2 Dev', 'R2'],
    ['Priya "PJ" Nair', 'Priya'],
    ['Priya “PJ” Nair', 'Priya'],
    ["Priya Nair 'PJ'", 'Priya'],
    ['William (Bill) Hart', 'William'],
    ['Dr. Priya "PJ" Nair', 'Dr. Nair'],
    ['"PJ" Nair', 'PJ'],
    ["Anna 't Hooft", 'Anna'],
  ])('%s is %s', (name, called) => {
    expect(salutation(name)).toBe(called)
    expect(greeting(name)).toBe(`Dear ${called},`)
  })

  it.each([null, '', 'Dr.', 'bot@3', '+1 312 555 0142'])('%s is greeted without a name', (name) => {
    expect(greeting(name)).toBe('Hello,')
  })
})
