import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { isProblem } from '../problem.js'
import { addBusinessDays, addDays, rollForward } from '../rules/days.js'
import { readPromise } from '../reading/promise.js'

/** What days in a mail are read against: the day it was sent, and the calendar of the sender. */
export interface SaidOn {
  readonly sent: Day
  readonly calendar: Calendar
}

/** The day a sentence names for news, by the conventions for what people promise, not rolled to a business day; null when it names none, or one that can be read two ways. */
export function promiseIn(sentence: string, on: SaidOn): Day | null {
  return dayNamed(inEnglish(sentence).replace(notToday, ' ').replace(ofOthers, ' '), on)
}

// 'No verdict today' rules today out.
const notToday = /\b(?:no|not|n't)\b.{0,40}\b(?:today|tonight|this (?:morning|afternoon))\b/gi

// 'Two more people come in next week, and after that I will be back': their week, not the one for news.
const ofOthers =
  /\b(?:candidates?|people|applicants?|finalists?|interviews?|conversations?|meetings?)\b[^,.;]{0,60}(?=[,;] (?:and )?(?:after|then|once)\b)/gi

/** The first day back that a sentence of somebody away names: 'back on Monday' is that day, 'away from the 9th to the 20th' the business day after; null as above. */
export function returnIn(sentence: string, on: SaidOn): Day | null {
  const words = inEnglish(sentence)
  const back = backWords.exec(words)
  const about = back ? words.slice(back.index) : words
  const day = dayNamed(about, on) ?? (back ? dayNamed(words, on) : null)
  if (day === null) return null
  const isLast = !back && lastDayAway.test(words)
  return isLast ? addBusinessDays(day, 1, on.calendar) : rollForward(day, on.calendar)
}

const backWords = /\b(?:back|return(?:s|ing)?|again (?:from|on)|available (?:again|from)|resume|reachable (?:again|from))\b/i
const lastDayAway =
  /\b(?:through|thru|inclusive|including|up to|between)\b|\bfrom\b.{1,60}\b(?:to|till|until|-|–)\b|\d ?[-–] ?\d|\bon leave (?:on )?(?:the )?\d/i

function dayNamed(words: string, { sent, calendar }: SaidOn): Day | null {
  try {
    const read = readPromise(words, { said: sent, calendar })
    return read.kind === 'day' && read.day >= sent && isNear(words, read.day, sent) ? read.day : null
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

// A day without its year that lies most of a year ahead is one that is past: 'since 30 April'.
function isNear(words: string, day: Day, sent: Day): boolean {
  return /\b\d{4}\b/.test(words) || day <= addDays(sent, 270)
}

/** Names of months and weekdays and the few words around them, of German, French and Spanish, in English; numeric dates of theirs are day first. */
function inEnglish(said: string): string {
  const sentence = spans.reduce((text, [from, to]) => text.replace(from, to), said.replace(/[’\u02bc]/g, "'"))
  const language = languages.find(({ sign }) => sign.test(sentence))
  const dotted = oneWay(sentence).replace(/\b\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:\d{4}|\d\d)\b)?/g, dayFirst)
  if (!language) return dotted
  const slashed = dotted.replace(/\b\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d\d))?\b/g, dayFirst)
  return language.words.reduce((text, [from, to]) => text.replace(from, to), slashed)
}

// 19/04 and 04/19 can be read one way only; 5/6 is left as it stands, and asked about.
function oneWay(sentence: string): string {
  return sentence.replace(/\b\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d\d))?(?![\d/])/g, (written) => {
    const [a = '', b = '', ...year] = written.split('/')
    if (Number(a) > 12 && Number(b) <= 12) return dayFirst(written)
    return Number(b) > 12 && Number(a) <= 12 ? dayFirst([b, a, ...year].join('/')) : written
  })
}

// Stretches of time that are like no words of another language.
const spans: readonly (readonly [RegExp, string])[] = [
  [
    /\banfang (?:der )?(?:nächster|nächsten|kommender|kommenden) woche\b|\b(?:en |au )?début (?:de )?(?:la )?semaine prochaine\b|\b(?:a )?(?:principios|comienzos) de (?:la )?(?:próxima semana|semana que viene|semana próxima)/giu,
    'early next week',
  ],
  [/\bende (?:des|dieses) monats\b|\b(?:la )?fin du mois\b|\b(?:a )?(?:finales|fin) de(?:l)? (?:este )?mes\b/gi, 'end of the month'],
  [/\bende (?:der|dieser) woche\b|\bfin de (?:la )?semaine\b|\b(?:a )?fin(?:ales)? de (?:la |esta )?semana\b/gi, 'end of the week'],
  [/\b(?:nächste|kommende)[rn]? woche\b|\bla semaine prochaine\b|\bla (?:próxima semana|semana (?:que viene|próxima))/giu, 'next week'],
  [/\bin (?:ein paar|einigen|wenigen) tagen\b|\bdans quelques jours\b|\ben (?:unos|pocos)(?: pocos)? días/giu, 'in a few days'],
  [
    /\bin (?:zwei|2) wochen\b|\b(?:d'ici|dans) (?:une quinzaine(?: de jours)?|deux semaines|quinze jours)\b|\ben (?:dos semanas|quince días)/giu,
    'in two weeks',
  ],
  [/\b(?:in|binnen) einer woche\b|\b(?:d'ici|dans|sous) (?:une semaine|huit jours)\b|\ben una semana\b/gi, 'in a week'],
]

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dayFirst(written: string): string {
  const [day = '', month = '', year] = written.split(/[./]\s?/)
  const name = monthNames[Number(month) - 1] ?? month
  return `${day} ${name}${year ? ` ${year.length === 2 ? '20' : ''}${year}` : ''} `
}

type Words = readonly (readonly [RegExp, string])[]

function named(english: readonly string[], theirs: readonly string[]): Words {
  return theirs.map((source, index) => [new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'giu'), english[index] ?? ''] as const)
}

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

const languages: readonly { readonly sign: RegExp; readonly words: Words }[] = [
  {
    sign: /\b(?:ich|die|der|vor|bin|bis|ab dem|wieder|büro|urlaub|nicht|sie|wir|am|und|der|vom)\b.*\b(?:ich|bin|bis|dem|wieder|büro|urlaub|nicht|sie|wir|haus|zum|zurück|erreichbar|abwesend|montag|dienstag|mittwoch|donnerstag|freitag|mitte|anfang|ende|entscheid\w*|melden|\d{1,2}\.)/i,
    words: [
      ...named(months, 'januar|jänner;februar;märz|maerz;april;mai;juni;juli;august;september;oktober;november;dezember'.split(';')),
      ...named(weekdays, 'montag;dienstag;mittwoch;donnerstag;freitag;samstag|sonnabend;sonntag'.split(';')),
      [/(\d{1,2})\. (?=\p{L})/gu, '$1 '],
      [/\b(?:wieder|zurück)\b/gi, 'back'],
      [/\banfang (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu, 'early '],
      [/\bmitte ?(?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu, 'mid-'],
      [/\bende (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu, 'the end of '],
      [/\beinschließlich\b/gi, 'inclusive'],
      [/,? (?:den|dem) (?=\d)/gi, ' '],
      [/\bvom\b/gi, 'from'],
      [/\bbis (?:zum|einschließlich|inklusive)?\b/gi, 'to '],
      [/\bmorgen\b/gi, 'tomorrow'],
      [/\b(?:nächste|kommende)[rn]? woche\b/gi, 'next week'],
    ],
  },
  {
    sign: /\b(?:je|décision|réponse|choix|suis|jusqu.au|du|au|retour|absente?|congés?|vous|nous|le)\b.*\b(?:je|suis|jusqu.au|au|retour|absente?|congés?|vous|nous|bureau|lundi|mardi|mercredi|jeudi|vendredi|inclus|début|fin|mi-\p{L}+|attendue?|1er|\d{1,2})(?![\p{L}])/iu,
    words: [
      ...named(
        months,
        'janvier;février|fevrier;mars;avril;mai;juin;juillet;août|aout;septembre;octobre;novembre;décembre|decembre'.split(';'),
      ),
      ...named(weekdays, 'lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche'.split(';')),
      [/\b(?:de )?retour\b/gi, 'back'],
      [
        /\b(?:en |au )?début(?: du mois de| de)? (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu,
        'early ',
      ],
      [/\b(?:à la )?mi(?:-| ) ?(?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu, 'mid-'],
      [
        /\b(?:en |à la )?fin(?: du mois de| de)? (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu,
        'the end of ',
      ],
      [/\binclus(?:ivement)?\b/gi, 'inclusive'],
      [/\b1er\b/gi, '1'],
      // 'À mon retour' is no Monday.
      [/\bmon\b/gi, 'my'],
      [/\bdu (?=\d)/gi, 'from '],
      [/\b(?:jusqu.au|au) (?=\p{L}|\d)/giu, 'to '],
      [/\bla semaine prochaine\b/gi, 'next week'],
    ],
  },
  {
    sign: /\b(?:te|les?|nos|la|estoy|estaré|hasta|del|al|vuelvo|regreso|oficina|ausente|vacaciones|el|usted)\b.*\b(?:estaré|hasta|al|vuelvo|regreso|regresaré|oficina|ausente|vacaciones|de|lunes|martes|miércoles|jueves|viernes|finales|mediados|principios|\d{1,2})\b/i,
    words: [
      ...named(months, 'enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre|setiembre;octubre;noviembre;diciembre'.split(';')),
      ...named(weekdays, 'lunes;martes;miércoles|miercoles;jueves;viernes;sábado|sabado;domingo'.split(';')),
      [/\b(?:vuelvo|volveré|regreso|regresaré|de vuelta|me reincorporo|me reincorporaré)\b/gi, 'back'],
      [
        /\b(?:a )?(?:principios|comienzos) de (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu,
        'early ',
      ],
      [/\b(?:a )?mediados de ?(?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu, 'mid-'],
      [
        /\b(?:a )?(?:finales|fines) de (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/giu,
        'the end of ',
      ],
      [/\binclusive\b/gi, 'inclusive'],
      [/\bdel (?=\d)/gi, 'from '],
      [/\b(?:hasta el|hasta|al) (?=\p{L}|\d)/giu, 'to '],
      [/(\d) de (?=\p{L})/giu, '$1 '],
      [/\bla (?:próxima|semana que viene)(?: semana)?\b/gi, 'next week'],
    ],
  },
]
