import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import type { Day } from '../../src/model/day.js'
import { sentencesOf } from '../../src/replies/own-words.js'
import { termsIn } from '../../src/replies/terms-said.js'
import { loadCalendar } from '../../src/catalog/calendars.js'

const said = { sent: '2027-03-09' as Day, calendar: loadCalendar(join(import.meta.dirname, '..', '..', 'data'), 'US') }
const termsOf = (text: string): unknown => termsIn(sentencesOf(text), said)

describe('the terms that an offer names', () => {
  it.each([
    ['Your base salary will be $148,000 a year, with an annual bonus of up to 15%.', { base: '$148000 a year', bonus: 'up to 15%' }],
    ['We offer a salary of £48,500 per annum plus a 10% bonus.', { base: '£48500 a year', bonus: '10%' }],
    ['Base 142k plus 10% bonus.', { base: '142000', bonus: '10%' }],
    ['Das Jahresgehalt beträgt 98.000 € brutto.', { base: '€98000 a year' }],
    ['Das Gehalt beträgt EUR 5.400 im Monat.', { base: 'EUR 5400 a month' }],
    ['The hourly rate of pay is $48.50.', { base: '$48.50 an hour' }],
    ['The main points are a base of 148,000 and a start on 1 July.', { base: '148000' }],
    ['Your annual base salary will be $148,000.', { base: '$148000 a year' }],
    ['Your salary is $148,000 gross per year for a 40-hour week.', { base: '$148000 a year' }],
    ['Your pay is £310 a day.', { base: '£310 a day' }],
    ['Ihr Gehalt beträgt 98.000 € brutto im Jahr.', { base: '€98000 a year' }],
    ['Your base salary is $148,000 for an operations role.', { base: '$148000' }],
    ['Le salaire est de 52 000 € par an.', { base: '€52000 a year' }],
    ['Please let us know by Friday 19 March whether you accept.', { respondBy: '2027-03-19' }],
    ['Kindly return it signed by 23 April.', { respondBy: '2027-04-23' }],
    ['The offer is valid until 22 March so that you could start on 3 May.', { respondBy: '2027-03-22' }],
    ['We need your answer by the end of next week.', { respondBy: '2027-03-19' }],
    ['Bitte geben Sie uns bis zum 19. März Bescheid.', { respondBy: '2027-03-19' }],
    ['Tell me what you think by Friday.', { respondBy: '2027-03-12' }],
  ])('are read: "%s"', (text, terms) => expect(termsOf(text)).toEqual({ terms, unsure: [] }))

  it.each([
    'The salary is between $140,000 and $150,000.',
    'Your base salary will be 145.',
    'The package is worth $180,000 in total.',
    'The salary is $140,000, and your base salary rises to $150,000 after a year.',
    'The salary is $140,000 with a signing bonus of $10,000.',
    'Your salary is paid at $5,000, each month.',
    'Your base salary is $148,000 for a 40-hour week.',
    'Your salary of $148,000 includes a day of remote work.',
    'Your salary is $148,000 a day of remote work included.',
    'Your salary is $148,000 and is paid weekly.',
    'Your annual salary is $5,000 a month.',
  ])('are said and not taken where they are not plain: "%s"', (text) =>
    expect(termsOf(text)).toEqual({ terms: text.includes('signing') ? { base: '$140000' } : {}, unsure: [text] }),
  )
  it.each(['Please reply within a few days of the 5/6.', 'The deadline for your answer is 5/6.'])(
    'have no day where it can be read two ways: "%s"',
    (text) => expect(termsOf(text)).toMatchObject({ terms: {} }),
  )
  it.each([
    'We will send you the contract by Friday.',
    'You would start on 3 May 2027.',
    'You would have 25 days of leave.',
    'In 2026 we grew by 12%.',
    'We hope you will join us by 3 May.',
    'Call me on 555 0142 with any questions by Friday.',
  ])('are none of these: "%s"', (text) => expect(termsOf(text)).toEqual({ terms: {}, unsure: [] }))
})
