import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { lot, lotStates } from '../../../ledgers/dimensions/lot.ts'
import { freezeLot } from './freeze-lot.ts'

export const runFreezeLot = defineProcessRun(freezeLot, async (parameters, inWork) => {
  const { lot: id, to, reason } = parameters
  if (id === null || id === undefined) {
    throw new Problem('invalid', { zh: '请选择批次', en: 'Which lot?' }, [
      fieldProblem('lot', '请选择批次', 'which lot?'),
    ])
  }
  const state = to ?? 'frozen'
  const changed = await inWork((work) =>
    updateEntity(work, lot, id, { state, reason: state === 'normal' ? null : (reason ?? null) }),
  )
  return { lot: String(changed.header['number']), state: lotStates[state] }
})
