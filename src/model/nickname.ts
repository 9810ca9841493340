/** A name without the nickname in quotes or brackets behind its first word, and without quotes: 'Priya "PJ" Nair' is 'Priya Nair', '"PJ" Nair' is 'PJ Nair'. */
export function withoutNickname(name: string): string {
  return unquoted(name.replace(/ (?:["“„«][^"“”„«»]+["“”»]|['‘‚][^'‘’‚]+['‘’]|\([^()]+\))(?=[ ,]|$)/g, ''))
}

/** A name with its nickname, but without the quotes or brackets round it: 'Priya "PJ" Nair' is 'Priya PJ Nair'. */
export function unquoted(name: string): string {
  return name
    .replace(/["“”„«»()]|(?<=^| )['‘‚]|['‘’](?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
