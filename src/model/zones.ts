/** The zones of the world and their country (null where there is none), and former spellings of them. */
export interface ZoneTable {
  readonly zones: Readonly<Record<string, string | null>>
  readonly links: Readonly<Record<string, string>>
}
