/** The first line from which on everything is the mail one answers; the number of lines where nothing is. */
export function quotedFrom(lines: readonly string[]): number {
  const found = lines.findIndex((line, index) => startsQuote(line, lines[index + 1] ?? ''))
  return found === -1 ? lines.length : found
}

/** A line of somebody else's, marked with '>'. */
export function isQuotedLine(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

// "On Tue, 2 Mar 2027 at 9:04, Dana Reyes <dana@acme.example> wrote:", in one line or in two, and its sisters.
const wrote =
  /^(?:on|le|am|el|il|op|em|den|dne|w dniu)\s.{4,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napsal|napisał)\s?:\s*$/i
const rule =
  /^\s{0,3}-{2,20}\s?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|reply above)/i
const header = /^\s{0,3}\*?(?:from|von|de|da)\s?:\*?\s.{0,200}(?:@|$)/i
const nextHeader = /^\s{0,3}\*?(?:sent|date|to|gesendet|datum|an|envoyé|enviado)\s?:/i

function startsQuote(line: string, next: string): boolean {
  const head = line.slice(0, 300)
  if (rule.test(head) || /^_{8,60}\s*$/.test(head)) return true
  if (header.test(head) && nextHeader.test(next)) return true
  return isWrote(head) || (/^on\s/i.test(head) && !/[.?!]\s*$/.test(head) && isWrote(`${head} ${next.slice(0, 200)}`))
}

// Few lines end with a colon, and the long expression takes a while to compile.
function isWrote(text: string): boolean {
  return /:\s*$/.test(text) && wrote.test(text)
}
