/** What a posting is known by, whatever was added to its address on the way; null for what is no address. */
export function placeOfLink(text: string): string | null {
  const [first = ''] = text.trim().split(/\s/)
  if (!/^https?:\/\/[^/]/i.test(first) || first.length > 2000 || !URL.canParse(first)) return null
  const { host, pathname, searchParams } = new URL(first)
  const said = [...searchParams].filter(([name]) => !/^(?:utm_.*|trk.*|ref.*|src|source|gh_src)$/i.test(name))
  const query = said.map(([name, value]) => `${name}=${value}`).join('&')
  return `${host}${pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`
}

/** A short print of a row's cells: another when anything in them changed (FNV-1a, 32 bits). */
export function printOf(cells: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at += 1) hash = Math.imul(hash ^ cell.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
