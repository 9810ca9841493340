import type { Finding } from '../model/store.js'
import type { Needs } from '../world.js'

export interface DoctorArgs {
  readonly rebuild?: true
}

/** Every check with what it found; `rebuilt` is the number of opportunities judged anew, null when nobody asked for it. */
export interface DoctorResult {
  readonly ok: boolean
  readonly path: string
  readonly rebuilt: number | null
  readonly findings: readonly Finding[]
}

/** Looks the store over; with `rebuild` everything but the facts is worked out again first. */
export async function doctor({ store }: Needs<'store'>, { rebuild }: DoctorArgs): Promise<DoctorResult> {
  const rebuilt = rebuild ? store.rebuild().opportunities : null
  const findings = store.check()
  return { ok: findings.every((one) => one.ok), path: store.path, rebuilt, findings }
}
