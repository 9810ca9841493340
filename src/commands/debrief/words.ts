import { closest } from '../../model/nearest.js'
import { reaches, wants } from '../../model/opportunity.js'
import type { Debrief } from '../../model/fact.js'
import { Problem } from '../../problem.js'
import type { Needs } from '../../world.js'
import { given, oneOf } from '../typed/given.js'

/** The flags of the look back, of `log` and `debrief`. */
export interface DebriefArgs {
  readonly landing?: readonly string[]
  readonly hook?: readonly string[]
  readonly cares?: readonly string[]
  readonly want?: string
  readonly pay?: string
  readonly reach?: string
  readonly assistant?: string
  readonly promise?: string
}

/** The look back as data, `promise` apart; null when nothing was said. Throws Problem('usage') for a landing that is not known. */
export function debriefOf(world: Needs<'catalog'>, args: DebriefArgs): Debrief | null {
  const { landing, hook, cares, want, pay, reach, assistant } = args
  const data: Debrief = given({
    landings: landing && landing.map((code) => known(world, code)),
    hooks: hook && words(hook, '--hook'),
    cares: cares && words(cares, '--cares'),
    want: want === undefined ? undefined : oneOf(want, wants, '--want'),
    pay,
    reach: reach === undefined ? undefined : oneOf(reach, reaches, '--reach'),
    assistant,
  })
  return Object.keys(data).length > 0 ? data : null
}

/** How each landing was understood, a line each: 'oversold: I talked myself up'; in their words where the label says no more than the code. */
export function landingLines(world: Needs<'catalog'>, data: Debrief | null): readonly string[] {
  if (!data?.landings) return []
  const labels = new Map(
    world.catalog.landings().map(({ code, label, doubt }) => [code, isCode(label, code) && doubt ? `"${doubt}"` : label]),
  )
  return data.landings.map((code) => {
    const label = labels.get(code) ?? code
    return label === code ? code : `${code}: ${label}`
  })
}

/** What a look back brings with it, a sentence each. */
export function debriefNotes(
  data: Debrief | null,
  { handle, company }: { readonly handle: string; readonly company: string },
): readonly string[] {
  if (!data) return []
  const notes: string[] = []
  if (data.want === 'no') notes.push(`A kind withdrawal to ${company}: followup letter ${handle} withdraw`)
  if (data.reach === 'no-calls') notes.push('Calls leave the plan; letters only, and few of them.')
  if (data.pay !== undefined && data.pay !== 'no')
    notes.push('What was said of pay is kept for the offer; it stays out of every letter before that.')
  return notes
}

function isCode(label: string, code: string): boolean {
  return label.replaceAll(' ', '-') === code
}

function known(world: Needs<'catalog'>, code: string): string {
  const wanted = code.trim().toLowerCase()
  const codes = world.catalog.landings().map((landing) => landing.code)
  if (codes.includes(wanted)) return wanted
  const near = closest(wanted, codes)
  const hint = near === null ? `It is one of: ${codes.join(', ')}.` : `Did you mean: --landing ${near}`
  throw new Problem('usage', `There is no landing "${code}".`, { hint, code: 'bad-value' })
}

function words(texts: readonly string[], flag: string): readonly string[] {
  return texts.map((text) => {
    const trimmed = text.trim()
    if (trimmed === '')
      throw new Problem('usage', `${flag} is empty.`, { hint: 'Write the end of a sentence: "we talked about ...".', code: 'bad-value' })
    return trimmed
  })
}
