import type { CaseFile, StoreRules } from '../model/store.js'
import { agendaOf } from '../rules/agenda.js'
import { judge } from '../rules/judge.js'
import type { Ground } from '../rules/judge.js'

/** The judgement on one history, and the lists of `due` that follow from it. */
export function judgeCase(file: CaseFile, ground: Ground): ReturnType<StoreRules['judge']> {
  const outlook = judge(file, ground)
  return { outlook, agenda: agendaOf(outlook) }
}
