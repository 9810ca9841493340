import { heardKinds } from '../../model/act.js'
import type { FactOf } from '../../model/fact.js'
import type { Contact } from '../../model/opportunity.js'
import { unconfirmedIn } from '../../rules/unconfirmed.js'
import type { Card } from './card.js'
import type { Came, DoWorld } from './page.js'
import { markNow } from './card.js'
import { dayWords } from '../typed/moments.js'
import { askYes } from '../asking/again.js'
import { namedSentence } from '../offer/named.js'
import { askWhatItSays, readingWords } from '../asking/what-it-says.js'
import { caseOf } from '../why.js'

/** Whether a card is about a mail of which nobody knows whether it is an answer. */
export function isUnconfirmed({ next }: Pick<Card, 'next'>): boolean {
  return next.step === 'read-mail'
}

/** Shows mail by mail what came, asks whether it is an answer, and puts on record what the person says; a no takes the mail out of the way for good. */
export async function askUnconfirmed(world: DoWorld, card: Card): Promise<Came> {
  let came: Came = 'later'
  for (;;) {
    const [open] = unconfirmedIn(caseOf(world.store, card.row.id).facts)
    const before = markNow(world, card)
    if (!open || !(await askOne(world, card, open)) || markNow(world, card) === before) return came
    came = 'done'
  }
}

/** False for later. */
async function askOne(world: DoWorld, card: Card, open: FactOf<'arrived'>): Promise<boolean> {
  const { from, sentence, kind, terms, unclear } = open.data
  world.ask.note(`A mail from ${writerOf(card, open)?.name ?? from ?? 'somebody'}, ${dayWords(open.at.day, world.clock.today)}.`)
  if (sentence !== null) world.ask.note(`"${sentence}"`)
  if (terms) world.ask.note(namedSentence(terms, world.clock))
  if (unclear) return askUnclear(world, card, open)
  const answer = await world.ask.choice({
    ask: `Is this ${readingWords(kind)}, about ${card.row.company}?`,
    choices: [
      { value: 'later', words: 'later' },
      { value: 'yes', words: 'yes' },
      { value: 'other', words: 'it says something else' },
      { value: 'no', words: 'no, it is no answer' },
    ],
  })
  if (answer === 'no') await world.talk.run('undo', { id: open.command })
  else if (answer !== 'later') await world.talk.run('heard', await tellingOf(world, { card, open, isOther: answer === 'other' }))
  return answer !== 'later'
}

/** Nothing in it was recognised, so that there is nothing to say yes to. */
async function askUnclear(world: DoWorld, card: Card, open: FactOf<'arrived'>): Promise<boolean> {
  const said = await askWhatItSays(world.ask, card.row.company)
  if (said === 'none') await world.talk.run('undo', { id: open.command })
  else if (said !== 'later') await world.talk.run('heard', { ...(await tellingOf(world, { card, open, isOther: true })), kind: said })
  return said !== 'later'
}

function writerOf({ row }: Card, { data }: FactOf<'arrived'>): Contact | undefined {
  return row.contacts.find(({ id }) => id === data.contact)
}

interface Telling {
  readonly card: Card
  readonly open: FactOf<'arrived'>
  readonly isOther: boolean
}

async function tellingOf(world: DoWorld, { card, open, isOther }: Telling): Promise<Record<string, string | true>> {
  const { kind, automated, messageId, sentence, until, promise } = open.data
  const from = writerOf(card, open)
  const common = {
    opp: card.handle,
    at: open.at.day,
    messageId,
    ...(from ? { from: from.id } : {}),
    ...(sentence === null ? {} : { note: sentence }),
  }
  if (isOther || !heardKinds.includes(kind)) return common
  const named = promise !== undefined && (await askYes(world.ask, `Do they name ${dayWords(promise, world.clock.today)} for news?`))
  return {
    ...common,
    kind,
    ...(automated ? { automated } : {}),
    ...(until === undefined ? {} : { until }),
    ...(named ? { promise } : {}),
  }
}
