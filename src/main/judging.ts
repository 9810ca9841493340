import { agendaOf } from '../rules/agenda.js'
import { judge } from '../rules/judge.js'

import { writing } from '../store/writing.js'
import type { Judge } from './machine.js'

/** The judgement on one history with the lists of `due` that follow from it, and the writing of it. */
export const judgeCase: Judge = {
  judge: (file, ground) => {
    const outlook = judge(file, ground)
    return { outlook, agenda: agendaOf(outlook) }
  },
  writing,
}
