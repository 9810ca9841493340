/* eslint-disable no-control-regex -- control characters are what this file is about */

/**
 * Stored text as it may be shown: one line, without escape sequences, control characters, direction marks and invisible letters.
 * The joiners of Arabic and Indic writing stay; lone surrogates become a replacement character.
 */
export function safe(text: string): string {
  if (isAscii(text)) return text
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(escapeSequence, '')
    .replace(invisible, '')
    .replace(breaks, ' ')
}

/** Whether all of it is printable ASCII. */
export function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text)
}

// ECMA-48: control strings (OSC, DCS, SOS, PM, APC) up to their end, CSI sequences, other escapes; 7-bit and 8-bit forms.
const escapeSequence =
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/g

// Soft hyphen, zero-width characters, bidirectional marks, overrides and isolates, fillers, variation selectors, tags.
const invisible =
  /(?<![\u0600-\u0dff])[\u200c\u200d]|\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu

const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
