import type { Timeline } from '../commands/report/page.js'
import type { Day } from '../model/day.js'
import { shortDay } from './day-words.js'
import { dayOfFact, factWords, fateWords, isSent } from './fact-words.js'
import { capital } from './grids.js'
import { all, name, tag, text } from './html.js'
import type { Html } from './html.js'

/** What happened in one opportunity, under its name, a record a line. */
export function timelineOf({ company, role, rows, more }: Timeline, asOf: Day): Html {
  const facts = rows.filter((one) => !isSent(one, rows))
  const lines = facts.map((one) => {
    const on = dayOfFact(one)
    const words = text(capital(`${factWords(one, asOf)}${fateWords(one, rows, asOf)}`))
    const people = one.people.length === 0 ? [] : [text(', '), all(one.people.map(name), ', ')]
    return tag('li', {}, tag('time', { datetime: on }, text(shortDay(on, asOf))), text(' '), words, ...people)
  })
  const title = role === null ? name(company) : all([name(company), text(', '), name(role)])
  const earlier = more === 0 ? [] : [tag('p', { class: 'quiet' }, text(`${String(more)} earlier records are left out.`))]
  return tag('article', {}, tag('h3', {}, title), ...earlier, tag('ol', {}, ...lines))
}
