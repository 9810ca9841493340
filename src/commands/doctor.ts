import type { Finding } from '../model/store.js'
import type { Needs } from '../world.js'
import { aroundStore } from './doctor-checks.js'

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

type World = Needs<'store' | 'clock' | 'settings' | 'catalog' | 'footing'>

/** Looks the store over, and all that it stands on; with `rebuild` everything but the facts is worked out again first. */
export async function doctor(world: World, { rebuild }: DoctorArgs): Promise<DoctorResult> {
  const { store } = world
  const rebuilt = rebuild ? store.rebuild().opportunities : null
  const findings = [...store.check(), ...aroundStore(world, await world.footing())]
  return { ok: findings.every((one) => one.ok), path: store.path, rebuilt, findings }
}
