import { distance } from '../../model/nearest.js'
import type { Letter } from '../letter.js'
import { nameForms } from '../names.js'
import type { Token } from '../passage.js'
import { oneOf } from '../one-of.js'
import type { Hit } from '../search.js'

/** A company that is nearly theirs, or another one where only theirs makes sense ("to join Globex"). 10 each. */
export function companyHits(letter: Letter): readonly Hit[] {
  const { company, contact, role, known } = letter.about
  if (company === null) return []
  const own = nameForms(company.slice(0, 200)).filter((form) => !legal(form))
  const spared = new Set([contact, role, ...known].flatMap((name) => (name === null ? [] : nameForms(name))))
  const says = letter.tokens.some(({ form }) => own.includes(bare(form)))
  const names = namesIn(letter.tokens)
  return names
    .map((name) => (slipIn(name, own) ? name.filter((token) => !own.includes(bare(token.form))) : name))
    .filter((name) => !name.some(({ form }) => spared.has(bare(form))) && !isShort(name, own) && !title.test(name[0]?.form ?? ''))
    .filter((name) => {
      if (name.some(({ form }) => own.includes(bare(form)))) return isOther(name, own) && isHost(name, letter)
      return isNearly(name, own) || (isHost(name, letter) && !(says && name.length === 1 && !isAsked(name, letter)))
    })
    .slice(0, 3)
    .map((name) => {
      const span = { start: name[0]?.start ?? 0, end: name.at(-1)?.end ?? 0 }
      return { points: 10, span, sentence: -2 - span.start, family: 'company', instead: `The company on file is ${company}.` }
    })
}

/** "Westgate Advisory" for Northgate Advisory: as many words, and the one that tells houses apart is another. */
function isOther(name: readonly Token[], own: readonly string[]): boolean {
  const said = name.map(({ form }) => bare(form))
  return said.length === own.length && said.length > 1 && !own.includes(said[0] ?? '') && said.slice(1).every((form) => own.includes(form))
}

const legal = oneOf(
  'ltd limited gmbh inc llc plc ag sa bv oy ab co corp corporation company group holdings holding pvt the and of & studio studios partners services solutions systems international global uk us usa india',
)

const title = /^(?:dr|mr|mrs|ms|mx|prof|professor|sir|herr|frau|shri|smt)\.?$/

function bare(form: string): string {
  return form.replace(/'s?$/, '')
}

/** Words with capitals in a row. */
function namesIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const names: Token[][] = []
  let open: Token[] = []
  for (const token of tokens) {
    const last = open.at(-1)
    const goes = token.place === 'letter' && /^\p{Lu}[\p{L}\p{N}'’&-]+$/u.test(token.raw) && !plain(token.form)
    if (last && (!goes || last.sentence !== token.sentence || last.clause !== token.clause)) {
      names.push(open)
      open = []
    }
    if (goes) open.push(token)
  }
  return open.length > 0 ? [...names, open] : names
}

const plain = oneOf(
  'i we you it he she they this that these those the a an my your our his her and but or so if as when since thank thanks dear hi hello is are was may can could would will please what how who where why after before in on at for from with to of by not no yes there here tell let send look see call should some one two last next well very most more all any even just only such both each then now still today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december english german french spanish hr ceo cto cfo best regards kind',
)

/** "ACME" or initials for a name of several words. */
function isShort(name: readonly Token[], own: readonly string[]): boolean {
  const said = name.map((token) => bare(token.form)).join('')
  return (
    (said.length > 1 &&
      own
        .map((form) => form[0])
        .join('')
        .startsWith(said)) ||
    own.join('').startsWith(said) ||
    said.startsWith(own.join(''))
  )
}

/** "Harrow & Finch" for Harlow & Finch: of several words one is nearly theirs, which is not said, and another is theirs. */
function slipIn(name: readonly Token[], own: readonly string[]): boolean {
  const said = name.map((token) => bare(token.form))
  const missing = own.filter((form) => !said.includes(bare(form)))
  return (
    said.some((form) => own.includes(form)) &&
    isNearly(
      name.filter((token) => !own.includes(bare(token.form))),
      missing,
    )
  )
}

function isNearly(name: readonly Token[], own: readonly string[]): boolean {
  return name.some((token) => {
    const said = bare(token.form)
    return (
      said.length >= 4 &&
      own.some(
        (form) =>
          form.length >= 4 &&
          said !== `${form}s` &&
          // A short word with another beginning is another word: Inês is no Wines.
          (said.length > 5 || form[0] === said[0]) &&
          !common(form) &&
          Math.abs(form.length - said.length) <= 2 &&
          distance(said, form) <= (form.length >= 8 ? 2 : 1) &&
          !common(said),
      )
    )
  })
}

// Parts of company names that are also words.
const common = oneOf(
  'house water north south east west green stone bridge river field park press works trust centre center school college hotel clinic foods food farm farms mill mills post road line lines light marine media bank banks care home homes health',
)

const wish = oneOf('join joining represent representing')
const post = oneOf('role position job post vacancy opening opportunity interview career future everyone everybody team culture')
const doing = oneOf('start starting work working employed interviewing')

/** Whether a sentence makes the name the reader's company: "to join X", "the role at X", "work for X", unless it speaks of the past. */
function isHost(name: readonly Token[], { tokens }: Letter): boolean {
  const first = name[0]
  const at = first ? tokens.indexOf(first) : -1
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .filter((token) => token.sentence === first?.sentence)
    .map((token) => token.form)
  const whole = tokens
    .slice(Math.max(0, at - 9), at + 6)
    .filter((token) => token.sentence === first?.sentence)
    .map((token) => token.form)
  if (/(?:'|’)s$/.test(name.at(-1)?.raw ?? '') || whole.some((form) => past(form))) return false
  const one = before.at(-1) ?? ''
  if (wish(one)) return isAlone(name, tokens)
  if (!/^(?:at|with|for)$/.test(one) || !isAlone(name, tokens)) return false
  return (
    before.slice(0, -1).some((form) => post(form)) ||
    doing(before.at(-2) ?? '') ||
    (name.some((token) => firm(token.form)) && whole.some((form) => hoping(form)))
  )
}

// What only companies are called, and words of wishing.
const firm = oneOf(
  'furniture group ltd limited inc gmbh plc foods partners solutions labs laboratories bank services systems engineering engineers media studios studio consulting consultants clinic hospital logistics technologies tech software insurance capital associates holdings industries motors airlines hotels hotel press publishing books energy pharma pharmaceuticals electronics constructions construction builders interiors designs design couriers freight shipping trust foundation charity academy college university joinery bakery brewery landscapes textiles plastics mills works brothers sons agency corporation company housing health care robotics analytics dynamics instruments pumps pottery solicitors accountants architects',
)
const hoping = oneOf(
  'love like want hope hoping keen excited eager forward wait delighted glad happy thrilled proud interested interest ready',
)

// Someone's first name is followed by what people do: "join Marta and you", "join Marta on".
function isAlone(name: readonly Token[], tokens: readonly Token[]): boolean {
  const last = name.at(-1)
  const next = last ? tokens[tokens.indexOf(last) + 1] : undefined
  if (next?.sentence !== last?.sentence) return true
  return !/\d/.test(next?.form ?? '') && !(name.length === 1 && /^(?:and|on|in|or|who|whose)$/.test(next?.form ?? ''))
}

/** The letter's very wish: "to join X". */
function isAsked(name: readonly Token[], { tokens }: Letter): boolean {
  const at = name[0] ? tokens.indexOf(name[0]) : -1
  return wish(tokens[at - 1]?.form ?? '') || post(tokens[at - 2]?.form ?? '')
}

const past = oneOf(
  'was were worked spent years former formerly previous previously last current currently ago left before used had been until when old earlier offer other another friend colleague decided accepted accept her his their my',
)
