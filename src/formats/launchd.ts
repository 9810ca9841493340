import type { Schedule } from '../model/schedule.js'
import { stampOf } from './schedule-stamp.js'

/** The label under which launchd knows the reminder, and the name of its file. */
export const launchdLabel = 'followup.remind'

/** A property list for launchd (launchd.plist(5)); an hour slept through rings at waking. */
export function launchdPlist(schedule: Schedule): string {
  const { node, program, words, env } = schedule
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<!-- ${stampOf(schedule)} -->`,
    '<plist version="1.0">',
    '<dict>',
    `  <key>Label</key><string>${launchdLabel}</string>`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[node, program, ...words].map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    '  <key>EnvironmentVariables</key>',
    '  <dict>',
    ...Object.entries(env).map(([name, value]) => `    <key>${xml(name)}</key><string>${xml(value)}</string>`),
    '  </dict>',
    '  <key>StartCalendarInterval</key>',
    '  <array>',
    ...intervals(schedule).map((one) => `    <dict>${one}</dict>`),
    '  </array>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n')
}

function intervals({ at, days }: Schedule): readonly string[] {
  const [hour, minute] = at.split(':').map(Number)
  const time = `<key>Hour</key><integer>${String(hour)}</integer><key>Minute</key><integer>${String(minute)}</integer>`
  return days.length === 7 ? [time] : days.map((day) => `<key>Weekday</key><integer>${String(day)}</integer>${time}`)
}

// Control characters other than tab and line ends cannot be written in XML 1.0 at all; no path of ours holds one.
function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}
