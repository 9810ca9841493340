export type ProblemKind = 'failed' | 'usage' | 'reference' | 'store' | 'refused' | 'outside' | 'interrupted'

/** The exit code of each kind of problem; 0 is done, and `due --exit-code` alone adds 10. */
export const exitCodes: Readonly<Record<ProblemKind, number>> = {
  failed: 1,
  usage: 2,
  reference: 3,
  store: 4,
  refused: 5,
  outside: 6,
  interrupted: 130,
}

/** `hint` is one sentence saying what to do; `code` a stable kebab-case id for JSON errors (default: the kind); `cause` is shown only with FOLLOWUP_DEBUG. */
export interface ProblemDetails {
  readonly hint?: string | undefined
  readonly code?: string | undefined
  readonly cause?: unknown
}

/** What a person should read when something does not work: `message` is one sentence saying what is wrong. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly hint: string | null
  readonly code: string

  constructor(kind: ProblemKind, message: string, details: ProblemDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.kind = kind
    this.hint = details.hint ?? null
    this.code = details.code ?? kind
  }
}

/** True for a Problem of any bundle or realm: every chunk carries its own class, so it is known by its name, never by `instanceof`. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'Problem' && 'kind' in error
}

/** A text with the full stop that ends it. */
export function sentence(text: string): string {
  return /[.?:"]$/.test(text) ? text : `${text}.`
}
