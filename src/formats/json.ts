/**
 * A value as JSON that may be shown on a terminal: what would steer one (DEL, 8-bit controls) or turn the reading around (marks of direction, line
 * separators) is escaped, as JSON itself escapes the lower controls. Read back it is the same value, but that a phone number with its country is in E.164,
 with RFC 3966's mark of an extension: '+13125550142;ext=204'.
 */
export function jsonOf(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent).replace(PHONE, (found) => inE164(found))
  return unsteered(text)
}

/** A text of JSON that may be shown on a terminal; read back it is the same value. */
export function unsteered(text: string): string {
  return text.replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function inE164(line: string): string {
  const at = line.indexOf('+')
  const [number = '', extension] = line.slice(at, -1).split('x')
  return `${line.slice(0, at)}+${number.replace(/\D/g, '')}${extension === undefined ? '' : `;ext=${extension}`}"`
}

// A quote within a text is escaped, and so no text reads like this.
const PHONE = /"phone": ?"\+[\d ().\-/]+(?:x\d+)?"/g
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
