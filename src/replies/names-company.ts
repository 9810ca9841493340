import type { Mail } from '../model/mail.js'
import { ownWords } from './own-words.js'

/** Whether the sender's own words, or the subject of a mail that begins a thread, name a company: whole, or by its first word with a capital. */
export function namingOf({ subject, text, answers }: Pick<Mail, 'subject' | 'text' | 'answers'>): (company: string) => boolean {
  const words = ` ${answers.length === 0 ? subject : ''} ${ownWords(text)} `.replace(/\s+/g, ' ')
  return (company) => {
    const [first = ''] = company.split(/\s+/)
    return isIn(words.toLowerCase(), company.toLowerCase()) || (/^\p{Lu}.{3}/u.test(first) && isIn(words, first))
  }
}

function isIn(words: string, name: string): boolean {
  const at = words.indexOf(name)
  return at > 0 && !/[\p{L}\p{N}]/u.test(words.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(words.charAt(at + name.length))
}
