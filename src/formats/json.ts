/**
 * A value as JSON that may be shown on a terminal: what would steer one (DEL, 8-bit controls) or turn the reading around (marks of direction, line
 * separators) is escaped, as JSON itself escapes the lower controls. Read back it is the same value.
 */
export function jsonOf(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
