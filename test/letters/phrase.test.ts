import { describe, expect, it } from '@jest/globals'
import type { Addressee } from '../../src/letters/addressed.js'
import { carePhrase, hookPhrase, isPhrase } from '../../src/letters/phrase.js'

const ann: Addressee = { reader: 'Ann Poe', reading: 'them' }

describe('what was talked about, to the one it speaks of', () => {
  it.each([
    ['the new kiln', 'thing', 'the new kiln'],
    ['Restarting the line by hand', 'thing', 'restarting the line by hand'],
    ['your ERP migration', 'thing', 'your ERP migration'],
    ['We talked about the flood of 2019.', 'thing', 'the flood of 2019'],
    ['how they run the night dock', 'thing', 'how you run the night dock'],
    ['their night dock', 'thing', 'your night dock'],
    ['the way they train welders', 'thing', 'the way you train welders'],
    ['the press brake he rebuilt himself', 'thing', 'the press brake you rebuilt yourself'],
    ['how she still runs the Monday round', 'thing', 'how you still run the Monday round'],
    ['why he was late to the merger', 'thing', 'why you were late to the merger'],
    ['the press in his garage', 'thing', 'the press in your garage'],
    ['her garden', 'thing', 'your garden'],
    ['her time at Ford', 'thing', 'your time at Ford'],
    ['him being new', 'thing', 'you being new'],
    ['he and I both sail', 'fact', 'you and I both sail'],
    ['his plans and his team', 'thing', 'your plans and your team'],
    ['what it took her to win them over', 'thing', 'what it took you to win them over'],
    ['the three presses they bought', 'thing', 'the three presses you bought'],
    ["Ann's ERP migration", 'thing', 'your ERP migration'],
    ['the press that Ann rebuilt', 'thing', 'the press that you rebuilt'],
    ['the operators and their shifts', 'thing', 'the operators and their shifts'],
    ['how Priya runs her shift', 'thing', 'how Priya runs her shift'],
    ['the 8:30 handover', 'thing', 'the 8:30 handover'],
    ['the bill of lading', 'thing', 'the bill of lading'],
    ['my time at Ford', 'mine', 'my time at Ford'],
    ['how I fixed the press', 'mine', 'how I fixed the press'],
    ['we both worked at Ford', 'fact', 'we both worked at Ford'],
    ['that we are both from Ohio', 'fact', 'we are both from Ohio'],
    ['they are moving to Elkhart', 'fact', 'you are moving to Elkhart'],
    ['he carries a slide rule', 'fact', 'you carry a slide rule'],
    ['the plant is closing in May', 'fact', 'the plant is closing in May'],
    ['the migration that was rolled back twice', 'thing', 'the migration that was rolled back twice'],
  ])('%s', (recorded, form, words) => {
    expect(hookPhrase(recorded, ann)).toEqual({ form, words })
  })

  it.each([
    ['the machines and their quirks', 'whom'],
    ['how he runs and plans it', 'whom'],
    ["what he's built", 'whom'],
    ['I grew up nearby', 'of your own'],
    ['it went well', 'finish'],
    ['the bonus', 'Pay'],
    ['really? yes!', 'signs'],
    ['x', 'no word'],
    ['one thing and another and a third and a fourth and so on until the evening came', 'longer'],
  ])('cannot be used, and why: %s', (recorded, why) => {
    expect(hookPhrase(recorded, ann)).toMatchObject({ why: expect.stringContaining(why) })
  })

  it('to a colleague of theirs the house is "you", and he is somebody else', () => {
    const house: Addressee = { reader: 'Tom Bell', reading: 'house' }
    expect(hookPhrase('how they run the dock', house)).toMatchObject({ words: 'how you run the dock' })
    expect(isPhrase(hookPhrase('the press he rebuilt', house))).toBe(false)
  })

  it('to someone outside they stay "they"', () => {
    expect(hookPhrase('how they run the dock', { reader: 'Lou', reading: 'outside' })).toMatchObject({ words: 'how they run the dock' })
  })
})

describe('what they want, as the end of "you would like"', () => {
  it.each([
    ['fewer surprises at shift change', 'fewer surprises at shift change'],
    ['someone who stays, last two guys quit', 'someone who stays'],
    ['They want someone who stays', 'someone who stays'],
    ['to cut scrap; soon', 'to cut scrap'],
    ['fill the night shift', 'to fill the night shift'],
    ['to have tests that people trust', 'tests that people trust'],
    ['a calmer floor for their operators', 'a calmer floor for your operators'],
    ['the bonus', null],
    ['end of the month', null],
    ['by Friday', null],
    ['asap', null],
    ['me to start in May', null],
    ['reliable', null],
    ['the line is slow', null],
  ])('%s: %s', (recorded, words) => {
    const phrase = carePhrase(recorded, ann)
    expect(isPhrase(phrase) ? phrase.words : null).toBe(words)
  })
})
