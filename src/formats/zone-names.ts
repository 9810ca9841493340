import { findIana } from 'windows-iana'

/** IANA names that the name of a zone in an invite may mean, the likeliest first; whether the platform knows them is for the caller to see. */
export function zoneCandidates(tzid: string): readonly string[] {
  const name = tzid
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .trim()
  if (name === '' || name.length > 100) return []
  if (/^(?:utc|z|zulu|gmt|etc\/utc|coordinated universal time|tzone:\/\/microsoft\/utc)$/i.test(name)) return ['UTC']
  const windows = [
    name,
    name.replace(/^.*\b(Eastern|Central|Mountain|Pacific|Atlantic|Alaska|Hawaii) Time(?: \(.*\))?$/, '$1 Standard Time'),
  ]
  const ianas = [...new Set(windows)].flatMap((one) => findIana(one)[0] ?? [])
  return [...ianas, ...named(name), ...fixed(name), ...cities(name)]
}

// Names without a slash are taken only where they mean one zone: IST, BST and CST are several.
const short = new Set(
  (
    'EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT CET MET EET WET UCT Universal Greenwich GB NZ PRC ROC ROK Cuba Egypt Eire Hongkong Iceland Iran ' +
    'Israel Jamaica Japan Kwajalein Libya Navajo Poland Portugal Singapore Turkey'
  ).split(' '),
)

/** The name itself, and what stands behind a maker's prefix: '/mozilla.org/20050126_1/America/New_York'. */
function named(name: string): readonly string[] {
  if (!name.includes('/')) return short.has(name) ? [name] : []
  const parts = name.split('/').filter((part) => part !== '')
  return [parts.slice(-3).join('/'), parts.slice(-2).join('/')].map((one) => inCapitals(one.replaceAll(' ', '_')))
}

/** A name written all in one case, as it is usually written. */
function inCapitals(name: string): string {
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name
  return name.toLowerCase().replace(/(?:^|[/_-])[a-z]/g, (start) => start.toUpperCase())
}

/** 'UTC+02:00' and the like: IANA counts them the other way round. */
function fixed(name: string): readonly string[] {
  const [, sign = '', hours = '', minutes = '00'] = /^(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name) ?? []
  if (sign === '' || minutes !== '00') return []
  return Number(hours) === 0 ? ['UTC'] : [`Etc/GMT${sign === '+' ? '-' : '+'}${String(Number(hours))}`]
}

/** The cities in the long names of Windows: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'. */
function cities(name: string): readonly string[] {
  const [, list = ''] = /^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\) (.+)$/.exec(name) ?? []
  return list.split(',').flatMap((one) => {
    const city = one.trim().replaceAll(' ', '_')
    return city === '' ? [] : ['Europe', 'America', 'Asia', 'Australia', 'Africa', 'Pacific'].map((land) => `${land}/${city}`)
  })
}
