/** Money as people wrote it, its long numbers in groups of three: '142000' is '142,000'. */
export function amount(text: string): string {
  return text.replace(/(?<![\d.,])\d{5,}(?![\d.,]*\d)/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','))
}
