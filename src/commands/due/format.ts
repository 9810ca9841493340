import type { Needs } from '../../world.js'
import { due } from '../due.js'
import type { DueArgs, DueLists, DuePage } from '../due.js'

/** The lists of `due`, and what the person's template made of them. */
export interface DueFormatted extends DueLists {
  readonly formatted: string
}

/** `due`, with `--format` told by a template of the person's own. Throws Problem('usage') for one that cannot be read. */
export async function dueOrFormatted(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
  args: DueArgs & { readonly format?: string },
): Promise<DueLists | DuePage | DueFormatted | number> {
  if (args.format === undefined || args.json) return due(world, args)
  const lists = (await due(world, { ...args, json: true })) as DueLists
  const { filled } = await import('../../formats/template.js')
  return { ...lists, formatted: await filled(args.format, lists, '--format') }
}
