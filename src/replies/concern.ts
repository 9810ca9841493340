import type { Correspondence } from '../model/replies.js'
import type { Phrases } from './phrases.js'
import { domainsOf } from './sender.js'

/**
 * Whether more of a mail is wanted, by the text of its head in lower case: it answers a letter of mine, comes from somebody known or from their house, or
 * names the company; and letters that came back. Everything else stays unread.
 */
export function concernOf(all: readonly Correspondence[], phrases: Phrases): (head: string) => boolean {
  const ids = new Set(all.flatMap(({ letters }) => letters.map(({ messageId }) => messageId.toLowerCase())))
  const addresses = all.flatMap(({ people }) => people.flatMap(({ email }) => email ?? []))
  const domains = [...new Set(all.flatMap((one) => [...domainsOf(one)]))]
  const senders = anyOf([...addresses.map(escaped), ...domains.map((domain) => `[@.]${escaped(domain)}(?![a-z0-9-])`)])
  const companies = anyOf(all.flatMap(({ company }) => (company.length < 3 ? [] : [escaped(company.toLowerCase())])))
  return (head) => {
    const from = /^from:.*$/m.exec(head)?.[0] ?? ''
    if (senders(from) || companies(from)) return true
    const subject = /^subject:.*$/m.exec(head)?.[0] ?? ''
    if (companies(subject) || isDaemon(from, phrases)) return true
    return [...head.matchAll(/<[^<>\s]{1,300}>/g)].some(([id]) => ids.has(id))
  }
}

function isDaemon(from: string, phrases: Phrases): boolean {
  const [, name = '', local = ''] = /^from:\s*"?([^"<]*?)"?\s*<?([^\s<>@"]*)@/.exec(from) ?? []
  return phrases.isDaemon(local) || phrases.isDaemon(name)
}

function anyOf(sources: readonly string[]): (text: string) => boolean {
  if (sources.length === 0) return () => false
  const pattern = new RegExp(sources.join('|'))
  return (text) => pattern.test(text)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
