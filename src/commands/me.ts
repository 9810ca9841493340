import type { Settings } from '../model/settings.js'

/** How I am called and where I can be rung, as it stands in my settings; null where nothing does. */
export function meIn(settings: Settings): { readonly name: string | null; readonly number: string | null } {
  const said = settings as Partial<Record<'my-name' | 'my-number', string | null>>
  return { name: said['my-name'] ?? null, number: said['my-number'] ?? null }
}
