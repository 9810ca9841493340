import type { Needs } from '../../world.js'
import { due } from '../due.js'
import type { DueArgs, DueFormatted, DueLists, DuePage } from '../due.js'

/** `due`; with `--since-last-run` only what is new, with `--format` told by a template of the person's own. Throws Problem('usage') for one that cannot be read. */
export async function dueOrFormatted(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
  args: DueArgs & { readonly format?: string; readonly sinceLastRun?: true },
): Promise<DueLists | DuePage | DueFormatted | number> {
  if (args.sinceLastRun) return (await import('./news.js')).dueNews(due, world, args)
  if (args.format === undefined || args.json) return due(world, args)
  const lists = (await due(world, { ...args, json: true })) as DueLists
  const { filled } = await import('../../formats/template.js')
  return { ...lists, formatted: await filled(args.format, lists, '--format') }
}
