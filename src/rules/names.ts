/** How names are compared: lower case, no diacritics, single inner spaces; locale-free. */
export function foldName(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text.toLowerCase()
  return plain(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

/** As `foldName`, with the letters that have no plain one within them as people without them on their keys type them: 'Yıldız' is 'yildiz'. */
export function typedName(text: string): string {
  return withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A text in plain letters, its case and blanks kept: 'Œuvre à Łódź' is 'oeuvre a Lodz'. */
export function withoutAccents(text: string): string {
  return plain(/^[ -~]*$/.test(text) ? text : text.replace(/[ıđðæœþ]/gi, (letter) => asTyped[letter.toLowerCase()] ?? letter))
}

const asTyped: Readonly<Record<string, string>> = { ı: 'i', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', þ: 'th' }

// Classes of Unicode are slow at their first use, and most names need none.
function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ø/gi, 'o').replace(/ł/gi, 'l')
}
