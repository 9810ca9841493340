/** Money as people wrote it, its long numbers in groups of three: '142000' is '142,000', and '142000.50' is '142,000.50'. */
export function amount(text: string): string {
  return text.replace(/(?<![\d.,])\d{5,}(?=(?:\.\d\d?)?(?![\d.,]*\d))/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','))
}

/** 'bonus 10%'; but what names itself, '10% bonus', is not named again. */
export function namedOnce(name: string, said: string): string {
  return said
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(name)
    ? said
    : `${name} ${said}`
}
