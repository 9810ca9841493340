import type { Settings } from '../model/settings.js'
import { readTimeOfDay } from '../model/time-of-day.js'
import { readWeekdays } from '../model/weekdays.js'
import { mailRows } from './mail-rows.js'
import type { SettingRow } from './setting-row.js'

/** Every setting there is, in the order in which they are listed. */
export const settingsTable: { readonly [K in keyof Settings]: SettingRow<K> } = {
  country: {
    name: 'country',
    default: 'auto',
    takes: 'auto, none, or a country code such as US',
    help: 'whose holidays count, unless an opportunity says otherwise; none: weekends only',
    read: readCountry,
  },
  calls: {
    name: 'calls',
    default: 'ok',
    takes: 'ok or never',
    choices: ['ok', 'never'],
    help: 'never: no playbook proposes a call',
    read: (text) => (text === 'ok' || text === 'never' ? text : undefined),
  },
  'my-name': {
    name: 'my-name',
    default: null,
    takes: 'your name, or none',
    help: 'your name as you say and write it; asked once where it is needed',
    read: (text) => (/^\S.{0,98}\S$/u.test(text) ? text : undefined),
  },
  'my-number': {
    name: 'my-number',
    default: null,
    takes: 'a phone number, or none',
    help: 'your number, for a voicemail and under your letters; asked once where it is needed',
    read: (text) => (text === 'none' || /^\+?[\d ().\-/]{5,30}$/.test(text) ? text : undefined),
  },
  'my-hours': {
    name: 'my-hours',
    default: null,
    takes: 'hours of the day, such as 9:00-17:30 or 9am-5pm',
    help: 'when you can telephone, on your clock; calls are proposed in hours that suit both sides; without it, those to another zone between 7:00 and 22:00, where that can be',
    read: (text) => readHours(text, 'of one day'),
  },
  'quiet-hours': {
    name: 'quiet-hours',
    default: null,
    takes: 'hours of the day, such as 21:00-7:30 or 9pm-7:30am',
    help: 'when reminders say nothing, on your clock; what they would have said comes with the next one',
    read: (text) => readHours(text, 'over midnight too'),
  },
  'remind-days': {
    name: 'remind-days',
    default: 'mon-sun',
    takes: 'days of the week, such as mon-fri or mon,wed,fri',
    help: 'the days on which reminders speak',
    read: (text) => (readWeekdays(text) === null ? undefined : text.trim().toLowerCase()),
  },
  discreet: {
    name: 'discreet',
    default: 'false',
    takes: 'true or false',
    choices: ['true', 'false'],
    help: 'true: notices and calendar entries name no company and no person',
    read: (text) => (text === 'true' || text === 'false' ? text : undefined),
  },
  'caldav-url': {
    name: 'caldav-url',
    default: null,
    takes: 'the address of a calendar, such as https://server/you/followup/',
    help: 'your calendar on a CalDAV server, for "followup sync --calendar"; it is made when it is not there',
    read: (text) => (/^https?:\/\/[^\s/@]+\/\S*$/.test(text) ? text : undefined),
  },
  'caldav-user': {
    name: 'caldav-user',
    default: null,
    takes: 'your name on that server',
    help: 'who you are on the calendar server',
    read: (text) => (/^\S{1,200}$/.test(text) ? text : undefined),
  },
  'caldav-password-command': {
    name: 'caldav-password-command',
    default: null,
    takes: 'a command line, such as pass show calendar',
    help: 'prints the password of the calendar server; or give it as FOLLOWUP_CALDAV_PASSWORD, it is never kept',
    read: (text) => (text.trim() === '' ? undefined : text),
  },
  backup: {
    name: 'backup',
    default: 'daily',
    takes: 'daily or off',
    choices: ['daily', 'off'],
    help: 'a copy of the store with the first record of a day',
    read: (text) => (text === 'daily' || text === 'off' ? text : undefined),
  },
  playbook: {
    name: 'playbook',
    default: null,
    takes: 'the name of a playbook',
    help: 'the playbook to follow where the rules would take their default',
    read: (text) => (/^[a-z0-9][a-z0-9-]*$/.test(text) ? text : undefined),
  },
  ...mailRows,
}

/** The names of all settings, in the order in which they are listed. */
export const settingNames = Object.keys(settingsTable) as readonly (keyof Settings)[]

/** The environment's name for a setting. */
export function variableOf(name: string): string {
  return `FOLLOWUP_${name.toUpperCase().replaceAll('-', '_')}`
}

function readCountry(text: string): string | undefined {
  if (text === 'auto' || text === 'none') return text
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined
}

function readHours(text: string, span: 'of one day' | 'over midnight too'): string | undefined {
  const [first = '', second = '', ...more] = text.split(/-|–| to /i)
  // '1-5pm' may be 1:00 or 13:00.
  if (more.length > 0 || (/m\.?$/i.test(second.trim()) && /^\s*(?:\d|1[0-2])(?:[:.]\d\d)?\s*$/.test(first))) return undefined
  const [from, to] = [readTimeOfDay(first), readTimeOfDay(second)]
  const isSpan = span === 'of one day' ? from !== null && to !== null && from < to : from !== to
  return from !== null && to !== null && isSpan ? `${from}-${to}` : undefined
}
