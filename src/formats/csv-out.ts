import { stringify } from 'csv-stringify/sync'

/** Rows as CSV (RFC 4180, with line feeds). Unless `exact`, what a spreadsheet would take for a formula begins with an apostrophe (CWE-1236). */
export function csvOf(rows: readonly (readonly string[])[], { exact }: { readonly exact: boolean }): string {
  return stringify(rows as string[][], { escape_formulas: !exact })
}
