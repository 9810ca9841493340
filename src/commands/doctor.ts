import type { Finding } from '../model/store.js'
import type { Needs } from '../world.js'
import { isProblem } from '../problem.js'
import { aroundStore } from './doctor/checks.js'
import { standingOf } from './schedule.js'
import type { Standing } from './schedule.js'

export interface DoctorArgs {
  readonly rebuild?: true
}

/** Every check with what it found; `rebuilt` is the number of opportunities judged anew, null when nobody asked for it. */
export interface DoctorResult {
  readonly ok: boolean
  /** False when the store itself cannot be used as it is. */
  readonly usable: boolean
  readonly path: string
  readonly rebuilt: number | null
  readonly findings: readonly Finding[]
}

type World = Needs<'store' | 'clock' | 'settings' | 'catalog' | 'footing' | 'schedules' | 'heralds'>

/** Looks the store over, and all that it stands on; with `rebuild` everything but the facts is worked out again first. */
export async function doctor(world: World, { rebuild }: DoctorArgs): Promise<DoctorResult> {
  const { store } = world
  const rebuilt = rebuild ? store.rebuild().opportunities : null
  const findings = [...store.check(), ...aroundStore(world, await world.footing()), await reminders(world)]
  const usable = findings.every((one) => one.ok || !ofStore.has(one.check))
  return { ok: findings.every((one) => one.ok), usable, path: store.path, rebuilt, findings }
}

const ofStore: ReadonlySet<string> = new Set(['store', 'integrity'])

async function reminders(world: World): Promise<Finding> {
  const faults = (one: Standing): readonly string[] => one.faults
  try {
    const standing = await standingOf(world, await world.schedules())
    const fault = standing.flatMap(faults)[0]
    if (fault !== undefined)
      return { check: 'reminders', ok: false, says: `the daily reminder will not come: ${fault}`, hint: 'followup schedule install' }
    const says =
      standing.length === 0
        ? 'no daily reminder is set up'
        : `the daily reminder is set up (${standing.map((one) => one.ringer).join(', ')})`
    return { check: 'reminders', ok: true, says, hint: standing.length === 0 ? 'For one: followup schedule install' : null }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { check: 'reminders', ok: false, says: error.message, hint: error.hint }
  }
}
