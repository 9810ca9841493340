import type { Moment } from '../../model/day.js'
import { momentText } from '../../model/day.js'
import type { World } from '../../world.js'
import { askAgain } from '../asking/again.js'
import { anyMoment, isAhead, momentWords } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'

/** When the interview was, or will be, as a text that means the same to every reader; null for just now. */
export async function askWhen(world: World): Promise<string | null> {
  const { ask } = world
  const both = await askAgain(ask, {
    ask: 'When was it, or when will it be?',
    offer: 'just now',
    mend: 'As in 15:00, "yesterday 10:00", "tue 14:00", or "12 mar 9:30".',
    read: (text) => readBoth(world, text),
  })
  if (both === null) return null
  const moment = both.length === 1 ? both[0] : await whichOf(world, both)
  return moment === world.clock.moment ? null : written(moment)
}

type Both = readonly [Moment] | readonly [past: Moment, ahead: Moment]

/** A weekday may be the last or the next one. */
function readBoth(world: World, text: string): Understood<Both> {
  if (/^(?:just |right )?now$/i.test(text)) return { value: [world.clock.moment], lines: [] }
  const past = anyMoment(world, text, 'past').value
  const ahead = anyMoment(world, text, 'future').value
  if (written(past) === written(ahead)) return { value: [past], lines: [whenWords(world, past)] }
  return { value: [past, ahead], lines: [] }
}

async function whichOf(world: World, [past, ahead]: readonly [Moment, Moment]): Promise<Moment> {
  const { today } = world.clock
  const which = await world.ask.choice({
    ask: 'Which of the two?',
    choices: [
      { value: 'past', words: `last ${momentWords(past, today)}` },
      { value: 'ahead', words: `next ${momentWords(ahead, today)}` },
    ],
  })
  const moment = which === 'past' ? past : ahead
  world.ask.understood([whenWords(world, moment)])
  return moment
}

/** 'today, Tue 2 Mar 15:00 on your clock'. */
function whenWords({ clock }: World, moment: Moment): string {
  const today = moment.day === clock.today ? 'today, ' : ''
  const still = isAhead(moment, clock) ? '; still to come, so it is booked' : ''
  return `${today}${momentWords(moment, clock.today)}${moment.time === null ? '' : ' on your clock'}${still}`
}

function written(moment: Moment): string {
  return moment.time === null ? moment.day : momentText(moment).slice(0, 16)
}
