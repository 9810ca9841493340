import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import type { World } from '../../world.js'
import type { Answers } from '../asking/guide.js'
import { word } from '../asking/guide.js'
import { companyMeant } from '../log/alike.js'
import { handleOfNew, placeOf } from '../log/place.js'

/** How many open ones are looked at for an interview of today. */
const looked = 50

/** Which company, and where several or another role make that open, which of them: as flags of `log`. */
export async function askCompany(world: World, args: Answers): Promise<Answers> {
  const given = word(args, 'company')
  if (given !== undefined) return resolved(world, given, args)
  const offer = expected(world)?.company
  for (;;) {
    const company = await world.ask.line({ ask: 'Which company?', ...(offer === undefined ? {} : { offer }) })
    if (company !== '') return resolved(world, company, args)
    world.ask.note('A name to file it under, or Ctrl-C to leave.')
  }
}

/** The company of an interview that was booked for today or before, and not told yet. */
function expected({ store, clock }: World): OpportunityRow | undefined {
  return store.list({ closed: false, limit: looked }).find(({ outlook }) => {
    const step = phaseNow(outlook, clock).next?.step
    return step === 'debrief'
  })
}

async function resolved({ store, ask }: World, company: string, args: Answers): Promise<Answers> {
  const name = args['new'] === true ? company : await companyMeant({ store, ask }, company)
  if (name !== company) return { company: name }
  const open = store.atCompany(company).filter((row) => !row.closed)
  if (args['new'] === true || args['role'] !== undefined || open.length === 0) {
    const place = open.length === 0 ? placeOf(store, { company }) : null
    if (place?.kind === 'new') ask.understood([`new, as ${handleOfNew(store, place.company)}`])
    return { company }
  }
  const choices = open.map((row) => ({ value: row.handle, words: row.role ?? row.handle }))
  const [first, ...more] = choices
  if (!first) return { company }
  const which = await ask.choice({
    ask: open.length === 1 ? `You are talking to ${first.value} already. The same post?` : 'Which post there?',
    choices: [first, ...more, { value: '', words: 'another one' }],
  })
  if (which === '') return { company, new: true }
  ask.understood([`another interview for ${which}`])
  return { company: which }
}
