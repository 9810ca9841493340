/** Money as people wrote it, its long numbers in groups of three: '142000' is '142,000', and '142000.50' is '142,000.50'. */
export function amount(text: string): string {
  return text.replace(/(?<![\d.,])\d{5,}(?=(?:\.\d\d?)?(?![\d.,]*\d))/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','))
}
