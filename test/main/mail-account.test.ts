import { describe, expect, it } from '@jest/globals'
import { defaultSettings } from '../../src/config/load.js'
import { mailAccount } from '../../src/main/mail-account.js'

const settings = { ...defaultSettings(), 'imap-host': 'imap.example.com', 'mail-user': 'me@example.com' }
const env = { FOLLOWUP_MAIL_PASSWORD: 's3cret' }

describe('the mailbox of the settings', () => {
  it('is read by TLS on its own port unless told', () => {
    expect(mailAccount({ settings }, env)).toEqual({
      host: 'imap.example.com',
      port: 993,
      security: 'tls',
      user: 'me@example.com',
      secret: { kind: 'password', value: 's3cret' },
    })
  })
  it('is known by its provider, and its user by the address', () => {
    const known = { ...defaultSettings(), 'mail-provider': 'gmail', 'my-email': 'me@gmail.com' }
    expect(mailAccount({ settings: known }, env)).toMatchObject({
      host: 'imap.gmail.com',
      port: 993,
      security: 'tls',
      user: 'me@gmail.com',
    })
  })
  it.each([
    ['imap-host', 'No mail server is named.'],
    ['mail-user', 'Your name at the mail server is not known.'],
  ])('without %s: %s', (name, says) => {
    expect(() => mailAccount({ settings: { ...settings, [name]: null } }, env)).toThrow(says)
  })
})
