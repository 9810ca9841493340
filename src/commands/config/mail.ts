import type { Finding } from '../../model/store.js'
import { isProblem } from '../../problem.js'
import type { Needs } from '../../world.js'

/** What trying the mail settings out showed, a finding for each way. */
export interface MailCheck {
  readonly ok: boolean
  readonly mail: readonly Finding[]
}

/** Logs in wherever mail would go and come from, and out again; nothing is sent, read or changed. */
export async function tryMail({ mailOut }: Needs<'mailOut'>): Promise<MailCheck> {
  const out = await mailOut()
  const mail: Finding[] = []
  for (const { check, run } of out.trials) mail.push(await tried(check, run))
  return { ok: mail.every((one) => one.ok), mail }
}

async function tried(check: string, run: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, says: await run(), hint: null }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { check, ok: false, says: error.message, hint: error.hint }
  }
}
