import { Problem } from '../../problem.js'
import type { OpportunityId } from '../../model/opportunity.js'
import type { Needs } from '../../world.js'
import type { due, DueArgs, DueFormatted, DueLists, DuePage, DueRow } from '../due.js'
import { markOf } from './mark.js'

/** What is due (by `look`, which is loaded already) and was in no such look before; each act is shown by one look only, however many there are at once. Counts are those of the day. */
export async function dueNews(
  look: typeof due,
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
  args: DueArgs & { readonly format?: string },
): Promise<DueLists | DuePage | DueFormatted | number> {
  refuseOthers(args)
  const whole = (await look(world, args.json || args.count || args.format !== undefined ? { json: true } : { all: true })) as DueLists
  const news = newOf(whole.due, world)
  if (args.count) return news.length
  const { asOf, counts } = whole
  const lists: DueLists = { asOf, due: news, upcoming: [], waiting: [], counts }
  if (args.json) return lists
  if (args.format !== undefined) {
    const { filled } = await import('../../formats/template.js')
    return { ...lists, formatted: await filled(args.format, lists, '--format') }
  }
  if (news.length === 0) return { ...lists, formatted: nothingNew(counts.due) }
  const more = { due: counts.due - news.length, upcoming: 0, waiting: 0, resting: 0 }
  return { ...(whole as DuePage), ...lists, resting: [], more }
}

function nothingNew(due: number): string {
  return due === 0 ? 'Nothing new, and nothing to do.' : `Nothing new; ${String(due)} to do: followup due`
}

function newOf(rows: readonly DueRow[], { store, clock }: Needs<'store' | 'clock'>): readonly DueRow[] {
  const looks = rows.flatMap((row) => {
    const id = store.match(row.handle)[0]?.id
    return id === undefined ? [] : [{ row, opportunity: id satisfies OpportunityId, mark: markOf(row) }]
  })
  const fresh = new Set(store.reminders.look(looks, clock.today))
  return looks.filter((one) => fresh.has(one)).map(({ row }) => row)
}

/** What came up since the last look is so now: another day and what is still to come are asked for without it. */
function refuseOthers({ on, days, all }: DueArgs): void {
  const other = on !== undefined ? '--on' : days !== undefined ? '--days' : all ? '--all' : null
  if (other === null) return
  throw new Problem('usage', `${other} and --since-last-run do not go together.`, {
    hint: 'What is new is what became due by now: followup due --since-last-run',
    code: 'flags-clash',
  })
}
