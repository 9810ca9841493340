/** A line without its end, and its number, from 1. */
export interface Line {
  readonly text: string
  readonly number: number
}
/** A file under way, which others may not read: it gets its name when it is whole, or is gone. */
export interface Outlet {
  write(text: string): void
  /** Throws Problem('failed') where it cannot get its name. */
  done(): void
  /** Leaves nothing behind; after `done` it does nothing. */
  drop(): void
}
