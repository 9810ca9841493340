/** The first of base, base-2, base-3, … that is free. */
export function freeHandle(base: string, isTaken: (handle: string) => boolean): string {
  if (!isTaken(base)) return base
  let number = 2
  while (isTaken(`${base}-${String(number)}`)) number++
  return `${base}-${String(number)}`
}
