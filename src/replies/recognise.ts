import type { Mail } from '../model/mail.js'
import type { Correspondence, Recognised, ReplyKind, ReplyRules } from '../model/replies.js'
import { promiseIn, returnIn } from './days-said.js'
import type { SaidOn } from './days-said.js'
import { isPlainlyFriendly } from './friendly.js'
import { ownWords, sentencesOf } from './own-words.js'
import { phrasesOf } from './phrases.js'
import type { Phrases } from './phrases.js'
import { senderOf } from './sender.js'
import type { Sender } from './sender.js'
import { termsIn } from './terms-said.js'

/** What a mail says, and whether it belongs to an opportunity; days are read from the mail's own date, else from `today`. */
export function recognise(
  mail: Mail,
  about: Correspondence,
  { rules, on }: { readonly rules: ReplyRules; readonly on: SaidOn },
): Recognised {
  const phrases = phrasesOf(rules)
  const sender = senderOf(mail, about, phrases)
  const said = { ...on, sent: mail.sent ?? on.sent }
  const verdict = sender.concerns ? whatItSays(mail, sender, { phrases, said }) : nothing
  const match = verdict.kind === 'none' ? 'none' : sender.match
  const { kind, unclear, promise, until, offer, sentence } = verdict
  return { kind, match, unclear, promise, until, offer, from: mail.from?.address || null, messageId: mail.messageId, sentence }
}

type Verdict = Pick<Recognised, 'kind' | 'unclear' | 'promise' | 'until' | 'offer' | 'sentence'>
interface Reading {
  readonly phrases: Phrases
  readonly said: SaidOn
}

const nothing: Verdict = { kind: 'none', unclear: false, promise: null, until: null, offer: null, sentence: null }

function whatItSays(mail: Mail, sender: Sender, reading: Reading): Verdict {
  if (sender.kind === 'daemon') return bounced(mail, reading)
  const sentences = sentencesOf(ownWords(mail.text))
  if (sender.kind === 'machine') return fromMachine(mail, sentences, reading)
  if (sender.kind === 'hiring-system') return fromHiringSystem(mail, sentences, reading)
  return fromPerson(mail, sentences, reading)
}

function bounced(mail: Mail, { phrases }: Reading): Verdict {
  if (mail.report && mail.report.action !== 'failed') return nothing
  if (
    /\b(?:delayed|still (?:trying|being retried)|will (?:keep trying|be retried|continue)|warning)\b/i.test(
      `${mail.subject} ${mail.text.slice(0, 800)}`,
    ) &&
    !mail.report
  )
    return nothing
  const sentences = sentencesOf(mail.text)
  return { ...nothing, kind: 'bounce', sentence: firstOf('bounce', sentences, phrases) ?? (mail.subject || null) }
}

// Who is away, or gone, says so through a machine; all else a machine says is a receipt.
function fromMachine(mail: Mail, sentences: readonly string[], reading: Reading): Verdict {
  const { phrases, said } = reading
  if (mail.calendar === 'REQUEST') return invitedBy(mail, sentences, phrases)
  const gone = firstOf('left', sentences, phrases)
  if (gone !== null) return { ...nothing, kind: 'left', sentence: gone }
  const away = firstOf('out-of-office', sentences, phrases)
  const isBack = sentences.some((one) => backAgain.test(one) && returnIn(one, said) !== null)
  const receipt = firstOf('auto', sentences, phrases)
  const isAway = away !== null || isBack || (receipt === null && phrases.inSubject('out-of-office', mail.subject))
  if (isAway) return awayUntil(away, sentences, reading)
  return { ...nothing, kind: 'auto', sentence: receipt ?? sentences[0] ?? null }
}

const backAgain = /\b(?:back|return|again|wieder|zurück|retour|vuelvo|regres|reincorpor)/i

function awayUntil(away: string | null, sentences: readonly string[], { phrases, said }: Reading): Verdict {
  const telling = sentences.filter((one) => returnIn(one, said) !== null && !/\b(?:please contact|urgent|received|sent)\b/i.test(one))
  const back = telling.find((one) => backAgain.test(one))
  const sentence = back ?? telling.find((one) => phrases.says('out-of-office', one) || one === away) ?? telling[0] ?? null
  return { ...nothing, kind: 'out-of-office', until: sentence === null ? null : returnIn(sentence, said), sentence: sentence ?? away }
}

function fromHiringSystem(mail: Mail, sentences: readonly string[], reading: Reading): Verdict {
  for (const kind of ['rejection', 'offer', 'invite', 'on-hold'] as const) {
    const sentence = firstOf(kind, sentences, reading.phrases)
    if (sentence !== null) return { ...nothing, kind, sentence, offer: offerSaid(kind, sentences, reading.said) }
  }
  const receipt = firstOf('auto', [...sentences, mail.subject], reading.phrases)
  return receipt === null && !reading.phrases.inSubject('auto', mail.subject) ? nothing : { ...nothing, kind: 'auto', sentence: receipt }
}

/** The gravest first; a request counts before a delay. What is left is a friendly word, or not clear. */
const order = ['rejection', 'offer', 'left', 'on-hold', 'invite', 'question', 'holding'] as const

function fromPerson(mail: Mail, sentences: readonly string[], { phrases, said }: Reading): Verdict {
  if (mail.calendar === 'REQUEST') return invitedBy(mail, sentences, phrases)
  for (const kind of order) {
    const sentence = firstOf(kind, sentences, phrases)
    if (sentence === null) continue
    const promise =
      kind === 'question' || kind === 'holding' || kind === 'on-hold' ? promised(sentences, { phrases, said }, kind === 'holding') : null
    return {
      ...nothing,
      kind,
      promise: promise?.day ?? null,
      until: kind === 'on-hold' ? restsUntil(sentences, { phrases, said }) : null,
      offer: offerSaid(kind, sentences, said),
      sentence: kind === 'holding' ? (promise?.sentence ?? sentence) : sentence,
    }
  }
  const away = firstOf('out-of-office', sentences, phrases)
  if (away !== null) return awayUntil(away, sentences, { phrases, said })
  const unclear = !isPlainlyFriendly(ownWords(mail.text), mail, phrases)
  const spoken = sentences.filter((one) => !salutation.test(one))
  const telling = unclear ? spoken.filter((one) => !isPlainlyFriendly(one, mail, phrases)) : spoken
  return {
    ...nothing,
    kind: 'courtesy',
    unclear,
    sentence: telling.find((one) => /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(one)) ?? spoken[0] ?? sentences[0] ?? null,
  }
}

function offerSaid(kind: ReplyKind, sentences: readonly string[], said: SaidOn): Verdict['offer'] {
  return kind === 'offer' ? termsIn(sentences, said) : null
}

const salutation =
  /^(?:dear|hi|hello|good (?:morning|afternoon|evening)|sehr geehrte|liebe|guten|hallo|bonjour|madame|monsieur|chère?|hola|estimad|buen[oa]s)\b[^.!?]{0,60}[,:]?$/iu

function invitedBy({ subject }: Mail, sentences: readonly string[], phrases: Phrases): Verdict {
  return { ...nothing, kind: 'invite', sentence: firstOf('invite', sentences, phrases) ?? (subject || null) }
}

interface Promised {
  readonly day: Verdict['promise']
  readonly sentence: string
}

// 'No news before mid-April', 'the office is closed until 1 June'.
const notBefore =
  /(?:\bno(?:thing|ne)?|\b(?:can)?not|n['’]t|\bclosed|\bshut)\b.{0,60}\b(?:before|until|till)\b|\b(?:nicht\w?|kein\w*)\b.{0,60}\bvor\b|\bvor\b.{0,60}\b(?:nicht\w?|kein\w*)\b|\b(?:pas|rien|aucune?)\b.{0,60}\bavant\b|\b(?:no|nada)\b.{0,60}\bantes\b/i

// 'Please do not contact us before 1 June.'
const ofContact = /\b(?:contact|call|ring|phone|write|chase|reach)\b/i

// 'The role is on hold until 1 June'; 'on hold for now, and we meet again on 1 June' names no end.
const untilThen = /\b(?:until|till?|before|bis|hasta)\b|\bjusqu['’]|\bavant\b/i

// 'I will chase them on Monday', 'we have to cancel tomorrow's call'.
const ofSomethingElse =
  /\b(?:chas(?:e|ing)|nudg(?:e|ing)|remind|press|push) (?:them|her|him)\b|\bcancel\w*\b.{0,60}\b(?:call|meeting|interview|talk)\b/i

// Who only puts off may name the day in another sentence than the one that says so: then it must be the only day there is.
function promised(sentences: readonly string[], { phrases, said }: Reading, isWhole: boolean): Promised | null {
  const naming = sentences.flatMap((sentence) => {
    const isDay = !notBefore.test(sentence) || (isWhole && isAboutAnswer(sentence, phrases))
    const day = isDay ? promiseIn(sentence, said) : null
    return day === null || ofSomethingElse.test(sentence) ? [] : [{ day, sentence }]
  })
  const telling = naming.filter(({ sentence }) => phrases.says('holding', sentence))
  const [first] = telling
  if (first)
    return (
      telling.find(({ sentence }) => phrases.isNews(sentence)) ??
      (isWhole ? (naming.find(({ sentence }) => phrases.isNews(sentence)) ?? first) : first)
    )
  return isWhole && new Set(naming.map(({ day }) => day)).size === 1 ? (naming[0] ?? null) : null
}

/** Until when a role rests that is on hold: until a day, or with no news before it. */
function restsUntil(sentences: readonly string[], { phrases, said }: Reading): Verdict['until'] {
  const telling = sentences.filter((one) =>
    phrases.says('on-hold', one) ? untilThen.test(one) : notBefore.test(one) && isAboutAnswer(one, phrases),
  )
  return telling.map((one) => promiseIn(one, said)).find((day) => day !== null) ?? null
}

/** Whether a sentence with a day is about their answer, not about an office that is closed. */
function isAboutAnswer(sentence: string, phrases: Phrases): boolean {
  return phrases.says('holding', sentence) || phrases.isNews(sentence) || ofContact.test(sentence)
}

function firstOf(kind: ReplyKind, sentences: readonly string[], phrases: Phrases): string | null {
  return sentences.find((one) => phrases.says(kind, one)) ?? null
}
