import type { Measure, ToneWords } from '../model/tone.js'
import type { Letter } from './letter.js'
import { askHits } from './measures/asks.js'
import { companyHits } from './measures/company.js'
import { connectionHits, genericHits } from './measures/content.js'
import { emojiHits } from './measures/emoji.js'
import { greetingHits } from './measures/greeting.js'
import { lengthHits } from './measures/length.js'
import { meritHits, selfHits } from './measures/merits.js'
import { capitalHits, markHits } from './measures/shouting.js'
import { slotHits } from './measures/slots.js'
import { abstractHits } from './measures/abstract.js'
import { linkHits, threadHits } from './measures/spam.js'
import type { Hit } from './search.js'

type Counter = (letter: Letter, words: ToneWords) => readonly Hit[]

const counters: Readonly<Record<Measure, Counter>> = {
  abstract: abstractHits,
  asks: askHits,
  capitals: capitalHits,
  company: companyHits,
  connection: connectionHits,
  emoji: emojiHits,
  generic: genericHits,
  greeting: greetingHits,
  length: lengthHits,
  links: linkHits,
  marks: markHits,
  merits: meritHits,
  self: selfHits,
  slots: slotHits,
  thread: threadHits,
}

/** What a measure counts in a letter. */
export function measure(name: Measure, letter: Letter, words: ToneWords): readonly Hit[] {
  return counters[name](letter, words)
}
