import type { Mail } from '../model/mail.js'
import { typedName } from '../rules/names.js'
import { ownWords } from './own-words.js'

/** Whether a text has a company's name as whole words, whatever the case and the accents. */
export function namesCompany(text: string, company: string): boolean {
  const name = typedName(company)
  if (name === '') return false
  const words = ` ${typedName(text)} `
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (!isLetter(words.charAt(at - 1)) && !isLetter(words.charAt(at + name.length))) return true
  return false
}

/** Whether the sender's own words, or the subject of a mail that begins a thread, name a company: whole, or by its first word with a capital. */
export function namingOf({ subject, text, answers }: Pick<Mail, 'subject' | 'text' | 'answers'>): (company: string) => boolean {
  const words = `${answers.length === 0 ? subject : ''} ${ownWords(text)}`
  const capitals = words.replace(/(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}\p{N}]*/gu, '.')
  return (company) => {
    const [first = ''] = company.split(/\s+/)
    return namesCompany(words, company) || (/^\p{Lu}.{3}/u.test(first) && namesCompany(capitals, first))
  }
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign)
}
