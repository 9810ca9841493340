/** Where in sorted lines that begin with a name and a tab the name is, or would have to be: the last line whose name does not come after it. */
export function placeIn(drawers: readonly string[], name: string): number {
  // A tab comes before all that names are made of, and a line end right after it.
  const end = `${name}\n`
  let low = 0
  for (let high = drawers.length; high - low > 1;) {
    const middle = (low + high) >> 1
    if ((drawers[middle] ?? '') < end) low = middle
    else high = middle
  }
  return low
}
