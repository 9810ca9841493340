/** 'HH:MM' from '9', '9:05', '9.30', '15:00', '9pm' or '9:30 p.m.'; null when there is no such time. */
export function readTimeOfDay(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?$/i.exec(text.trim())
  if (!found) return null
  const [hour, minutes, half] = [Number(found[1]), found[2] ?? '00', found[3]?.toLowerCase()]
  if (Number(minutes) > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  return `${String(hours).padStart(2, '0')}:${minutes}`
}
