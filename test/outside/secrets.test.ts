import { describe, expect, it } from '@jest/globals'
import { firstLineOf, mailSecret } from '../../src/outside/secrets.js'

const none = { passwordCommand: null, tokenCommand: null }
const env = { PATH: '/usr/bin:/bin' }

describe('the secret of the mailbox', () => {
  it('is the first line of what the command prints', () => {
    const secret = mailSecret({ ...none, passwordCommand: 'printf "s3 cret\\nuser: me\\n"' }, env)
    expect(secret).toEqual({ kind: 'password', value: 's3 cret' })
  })
  it('has no carriage return at its end, for a calendar neither', () => {
    expect(firstLineOf('printf "s3 cret\\r\\nuser: me\\r\\n"', env)).toBe('s3 cret')
  })
  it('comes from the environment first', () => {
    const secret = mailSecret({ ...none, passwordCommand: 'echo other' }, { ...env, FOLLOWUP_MAIL_PASSWORD: 'here' })
    expect(secret).toEqual({ kind: 'password', value: 'here' })
  })
  it('is a token where a command for one is named', () => {
    expect(mailSecret({ passwordCommand: 'echo p', tokenCommand: 'echo t' }, env)).toEqual({ kind: 'token', value: 't' })
  })
  it.each([
    ['exit 3', 'ended with 3'],
    ['true', 'printed nothing'],
  ])('%s: says so, and repeats nothing of what was printed', (line, how) => {
    const ask = () => mailSecret({ ...none, passwordCommand: `echo hush >&2; ${line}` }, env)
    expect(ask).toThrow(how)
    expect(ask).not.toThrow(/^hush/)
  })
  it('names the setting when nobody says', () => {
    expect(() => mailSecret(none, env)).toThrow('No password for the mailbox is at hand.')
  })
})
