/** Which opportunities a list has: open ones first, then by handle; those behind a handle (`after`, '' = all) by handle alone. */
export interface ListFilter {
  readonly closed?: boolean
  readonly tag?: string
  readonly limit?: number
  readonly after?: string
}
