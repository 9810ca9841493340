/** Whether a time 'HH:MM' lies in hours 'HH:MM-HH:MM', the first inclusive, the last exclusive; hours that end before they begin go over midnight. */
export function isWithin(hours: string, time: string): boolean {
  const [from = '', to = ''] = hours.split('-')
  return from <= to ? from <= time && time < to : time >= from || time < to
}
