import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadReplies } from '../../src/catalog/replies.js'
import { isPlainlyFriendly } from '../../src/replies/friendly.js'
import { phrasesOf } from '../../src/replies/phrases.js'

const phrases = phrasesOf(await loadReplies(join(import.meta.dirname, '..', '..', 'data')))
const dana = { name: 'Dana Reyes', address: 'dana.reyes@acme.example' }
const robin = { name: 'Robin Vale', address: 'robin.vale@me.example' }
const isFriendly = (text: string, from = dana): boolean => isPlainlyFriendly(text, { from, to: [robin] }, phrases)

describe('a mail of theirs', () => {
  it.each([
    'Lovely to meet you too!',
    'Thanks, noted.',
    'Thanks Robin, noted!\n\nDana',
    "You're welcome.",
    'You are very welcome, Robin. It was a pleasure having you here, and the shop floor liked you.\n\nDana',
    'Hi Robin,\n\nthank you so much for your kind note. It was great meeting you.\n\nBest regards,\nDana Reyes\nHead of Operations, Acme Controls\n+1 312 555 0199',
    'Thanks! \u{1F44D}\u{1F3FD}',
    'Thanks',
    'Thanks, Mr. Vale, noted.',
    'Robin, thank you!',
    'Got it, thanks Robin.\n\nD.',
    'Liebe Frau Vale,\n\nvielen Dank für Ihre netten Worte, ich habe mich sehr gefreut.\n\nBeste Grüße\nDana Reyes',
    'Merci beaucoup pour votre message.\n\nCordialement,\nDana',
    'Muchas gracias por tu mensaje.\nUn saludo,\nDana',
  ])('is friendly and nothing else: %j', (text) => expect(isFriendly(text)).toBe(true))

  it.each([
    ['', 'says nothing'],
    ['Hi Robin,', 'says nothing'],
    ['We could only take one, and it was the other person.', 'is a no'],
    ['Thank you for coming in. We could only take one, and it was the other person.', 'is a no'],
    ['Thanks so much, Robin. The panel leaned towards somebody with plant experience.', 'is a no'],
    ['It was lovely to meet you, and we wish you every success.', 'is a no'],
    ['Thank you for your interest.', 'may be a no'],
    ['Thank you for your time.', 'may be a no'],
    ['Thanks, Robin. Not you.', 'is a no'],
    ['Thanks, No.', 'is a no'],
    ['Thanks Robin, No.', 'is a no'],
    ['Thank you Robin, Declined.', 'is a no'],
    ['Rejected, thank you.', 'is a no'],
    ['Thanks, Kim.', 'names somebody else'],
    ['Thanks :(', 'is no good word'],
    ['Thanks.\n\nBest regards,\nDana\n\nPS: it went to somebody else', 'says it below'],
    ['Thanks.\n\nBest regards, it went to somebody else', 'says it below'],
    ['Hello we chose another\n\nThanks', 'says it above'],
    ['Thanks. Kim.', 'says it below'],
    ['Hello, it went to Kim\n\nThanks', 'says it above'],
    ['Thanks.\n\nRejected', 'says it below'],
    ['Thanks. How are you?', 'asks'],
    ['Thanks, see you on Monday.', 'names a day'],
    ['Thanks, noted: 12 March.', 'names a day'],
    ['Very good.', 'has no word of thanks'],
    [`${'Thank you so very much. '.repeat(9)}`, 'is long'],
  ])('has to be read: %j, which %s', (text) => expect(isFriendly(text)).toBe(false))
  it('has to be read where its "no" is part of an address that is nobody\'s name', () =>
    expect(isFriendly('Thanks, No.', { name: 'No Reply', address: 'no-reply@acme.example' })).toBe(false))
})
