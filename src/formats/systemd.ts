import type { Rhythm, Schedule } from '../model/schedule.js'
import { stampOf } from './schedule-stamp.js'

/** The name under which the units lie in the person's folder of systemd units. */
export const unitName = 'followup-remind'

/** A timer (systemd.timer(5)) that rings on the machine's clock, and soon after waking when the hour was slept through. */
export function systemdTimer(schedule: Schedule): string {
  return [
    '[Unit]',
    'Description=What is due today, by followup',
    `# ${stampOf(schedule)}`,
    '',
    '[Timer]',
    `OnCalendar=${onCalendar(schedule)}`,
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n')
}

/** The service (systemd.service(5)) the timer starts. */
export function systemdService({ node, program, words, env }: Schedule): string {
  return [
    '[Unit]',
    'Description=Remind of what is due, by followup',
    '',
    '[Service]',
    'Type=oneshot',
    ...Object.entries(env).map(([name, value]) => `Environment=${quoted(`${name}=${value}`, 'value')}`),
    `ExecStart=${[node, program, ...words].map((word) => quoted(word, 'command')).join(' ')}`,
    '',
  ].join('\n')
}

function onCalendar({ at, days }: Rhythm): string {
  return days.length === 7 ? `*-*-* ${at}:00` : `${days.map((day) => names[day - 1]).join(',')} *-*-* ${at}:00`
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

// In unit files '%' begins a specifier; '$' a variable, but only in a command. C escapes stand for what is no plain letter.
function quoted(word: string, place: 'command' | 'value'): string {
  const text = word
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('%', '%%')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
  return `"${place === 'command' ? text.replaceAll('$', '$$$$') : text}"`
}
