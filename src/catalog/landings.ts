/** How an interview may have landed: what the interviewer doubts, and how the next letter and call answer it. */
export interface Landing {
  readonly code: string
  /** In the person's own mouth, short: "I talked myself up". */
  readonly label: string
  /** In the interviewer's mouth, one sentence; null where there is no doubt. */
  readonly doubt: string | null
  /** What the letter carries instead; null where nothing needs mending. */
  readonly repair: string | null
  /** What the letter leaves out. */
  readonly avoid: string
  /** What to do on the phone; null for the default script. */
  readonly phone: string | null
  /** Place among the seven that are asked about first, from 1; absent for the rest. */
  readonly order?: number
}

/** The likely doubts first, then the rest by code, and last those without a doubt. */
export function inAskingOrder(landings: readonly Landing[]): readonly Landing[] {
  return [...landings].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1))
}

function place(landing: Landing): number {
  return landing.doubt === null ? 100 : (landing.order ?? 99)
}
