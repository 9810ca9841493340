/** How names are compared: lower case, no diacritics, single inner spaces; locale-free. */
export function foldName(text: string): string {
  return plain(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

// Classes of Unicode are slow at their first use, and most names need none.
function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ø/gi, 'o').replace(/ł/gi, 'l')
}
