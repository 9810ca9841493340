import type { Condition, PhoneWords, Script, Sentence, Turn } from '../model/phone.js'
import { turns } from '../model/phone.js'
import { salutation } from './names.js'
import type { Reading } from '../model/letter.js'
import { hookPhrase, isPhrase } from './phrase.js'
import { job } from './slots.js'

/** What may be said on the phone: recorded facts only; what is null or does not fit leaves its words out. */
export interface Speaking {
  /** My name and my number, as they are said. */
  readonly me: string | null
  readonly number: string | null
  /** The full name of the one I call, and of who answers for them. */
  readonly person: string | null
  readonly reading: Reading
  readonly assistant: string | null
  readonly role: string | null
  readonly company: string | null
  /** The role is not named to anyone but them, nor to a machine. */
  readonly confidential: boolean
  /** They arrange the hiring and do not decide. */
  readonly recruiter: boolean
  /** I was told to ring at this time. */
  readonly agreed: boolean
  /** An offer is on record: what is left to say is thanks, and what to have in writing. */
  readonly offered: boolean
  /** It is on paper already. */
  readonly written: boolean
  /** The first talk is still to come. */
  readonly unmet: boolean
  readonly want: 'yes' | 'unsure' | 'no'
  /** When we met: 'on 2 March'. */
  readonly met: string | null
  /** They are colleagues in my own house, who know me. */
  readonly house: boolean
  /** We only spoke, on the telephone. */
  readonly byPhone: boolean
  /** What we talked about, as recorded, the best first. */
  readonly hooks: readonly string[]
  /** Their doubts by code, the one to mend on the phone first; none once it was talked over. */
  readonly landings: readonly string[]
  /** 'HH:MM' where they are. */
  readonly there: string
  /** 'tomorrow at 8:15' or 'Monday at 10:15'; 'on Tuesday, soon after ten'; 'on Tuesday'. */
  readonly soon: string | null
  readonly again: string | null
  readonly later: string | null
  /** A message on their machine would be the first, with which a mail goes. */
  readonly mail: boolean
}

/** The words of one turn, filled in. */
export interface Spoken {
  readonly turn: Turn
  /** The name of the turn: 'Open', or who answers ('Lou'). */
  readonly label: string
  readonly when: string
  readonly words: string
  readonly then: string | null
}

/** The words for every turn, in order; turns for which nothing can be said are left out. */
export function spokenWords(words: PhoneWords, facts: Speaking): readonly Spoken[] {
  return turns.filter((turn) => !facts.offered || ofAnOffer.has(turn)).flatMap((turn) => spoken(turn, words, facts) ?? [])
}

/** What one says who calls about an offer; nobody asks any more how things stand. */
const ofAnOffer: ReadonlySet<Turn> = new Set<Turn>(['open', 'rushed', 'offer', 'assistant', 'message'])

/** The hook that would be said, as recorded; null when none fits. */
export function spokenHook(facts: Pick<Speaking, 'hooks' | 'person' | 'reading'>): string | null {
  return facts.hooks.find((one) => saidOf(one, facts) !== null) ?? null
}

/** A thing that was talked about, as it is said to them. */
function saidOf(hook: string, { person, reading }: Pick<Speaking, 'person' | 'reading'>): string | null {
  const phrase = hookPhrase(hook, { reader: person, reading })
  return isPhrase(phrase) && phrase.form === 'thing' ? phrase.words : null
}

/** How many words are said; the parts of a number count as one each. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function spoken(turn: Turn, words: PhoneWords, facts: Speaking): Spoken | null {
  const script = words.scripts[turn]
  const slots = slotsOf(turn, words, facts)
  const text = shortEnough(script, slots, facts)
  if (text === '') return null
  const label = turn === 'assistant' && facts.assistant !== null ? (salutation(facts.assistant) ?? script.label) : script.label
  return { turn, label, when: script.when, words: text, then: script.then ?? null }
}

type Slots = Readonly<Record<string, string | null>>

function slotsOf(turn: Turn, { repairs }: PhoneWords, facts: Speaking): Slots {
  const hook = spokenHook(facts)
  const mended = facts.landings.map((code) => repairs[code]?.say).find((say) => say !== undefined)
  return {
    me: facts.me,
    number: facts.number,
    contact: salutation(facts.person),
    person: facts.person,
    assistant: salutation(facts.assistant),
    greeting: facts.there < '12:00' ? 'Good morning' : 'Good afternoon',
    met: facts.house ? null : facts.met,
    saw: facts.byPhone ? 'spoke' : 'met',
    sawThem: facts.byPhone ? 'spoke with' : 'met',
    seeing: facts.unmet ? null : facts.byPhone ? 'talking with' : 'meeting',
    job: facts.confidential && overheard.has(turn) ? null : jobAt(facts),
    hook: hook === null ? null : saidOf(hook, facts),
    soon: facts.soon,
    again: facts.again,
    later: facts.later,
    mail: facts.mail ? 'A short mail follows' : null,
    repair: mended ?? null,
  }
}

/** The job as it is said: by its name, else by the house it is in. */
function jobAt({ role, company }: Speaking): string {
  const name = job(role)
  return name === job(null) && company !== null ? `the job at ${company}` : name
}

/** Turns in which others hear what is said. */
const overheard: ReadonlySet<Turn> = new Set<Turn>(['assistant', 'message', 'voicemail'])

/** The sentences that can be said; where they are too long the hook goes first, then the job. */
function shortEnough(script: Script, slots: Slots, facts: Speaking): string {
  const whole = filled(script, slots, facts)
  if (script.words === undefined || wordsIn(whole) <= script.words) return whole
  const unhooked = filled(script, { ...slots, hook: null }, facts)
  return wordsIn(unhooked) <= script.words ? unhooked : filled(script, { ...slots, hook: null, job: null }, facts)
}

function filled({ say }: Script, slots: Slots, facts: Speaking): string {
  return say.flatMap((one) => sentence(one, slots, facts) ?? []).join(' ')
}

function sentence(one: Sentence, slots: Slots, facts: Speaking): string | null {
  if (typeof one === 'string') return withSlots(one, slots)
  if (!isTable(one)) return one.map((text) => withSlots(text, slots)).find((text) => text !== null) ?? null
  const held = (Object.keys(one) as Condition[]).find((condition) => holds[condition](facts))
  return held === undefined ? null : withSlots(one[held] ?? '', slots)
}

const holds: Readonly<Record<Condition, (facts: Speaking) => boolean>> = {
  unmet: ({ unmet }) => unmet,
  recruiter: ({ recruiter }) => recruiter,
  agreed: ({ agreed }) => agreed,
  written: ({ written }) => written,
  unwritten: ({ written }) => !written,
  unsure: ({ want }) => want !== 'yes',
  sure: () => true,
}

/** The text with its slots filled; optional parts, in brackets, go where a slot of theirs is missing. Null when another slot is missing. */
function withSlots(text: string, slots: Slots): string | null {
  const kept = text.replace(/\[([^[\]]*)\]/g, (_, part: string) => (isWhole(part, slots) ? part : ''))
  if (!isWhole(kept, slots)) return null
  return kept.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '').replace(/(?<!\.)\.\.(?!\.)/g, '.')
}

function isWhole(text: string, slots: Slots): boolean {
  return [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (slots[name] ?? null) !== null)
}

function isTable(one: Exclude<Sentence, string>): one is Readonly<Partial<Record<Condition, string>>> {
  return !Array.isArray(one)
}
