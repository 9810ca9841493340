/** Whether a form is one of these words, with blanks between them; they are taken apart when first asked for, sooner than an expression is compiled. */
export function oneOf(words: string): (form: string) => boolean {
  let known: ReadonlySet<string> | null = null
  return (form) => (known ??= new Set(words.split(' '))).has(form)
}
