import { describe, expect, it } from '@jest/globals'
import { isService } from '../../src/commands/invite/people.js'
import { isAnybodys } from '../../src/model/mail-houses.js'
import type { ContactId } from '../../src/model/opportunity.js'
import { domainsOf } from '../../src/replies/sender.js'

const dana = (domain: string) => ({ id: 'c-dana' as ContactId, name: 'Dana Reyes', email: `dana@${domain}` })

describe('a house where anybody has a mailbox', () => {
  it.each(['gmail.com', 'Gmail.com', 'hotmail.co.uk', 'yahoo.com.br', 'hey.com', 'libero.it', 't-online.de', 'free.fr'])(
    '%s tells of no company, in a mail as in an invite',
    (domain) => {
      expect(isAnybodys(domain)).toBe(true)
      expect(isService(`dana@${domain}`)).toBe(true)
      expect(domainsOf({ people: [dana(domain)] })).toEqual(new Set())
    },
  )

  it.each(['acme.example', 'mail.acme.com', 'me.acme.com', 'freeport.com', 'web.acme.co.uk'])('%s is of somebody', (domain) => {
    expect(isAnybodys(domain)).toBe(false)
    expect(domainsOf({ people: [dana(domain)] })).toEqual(new Set([domain]))
  })
})
