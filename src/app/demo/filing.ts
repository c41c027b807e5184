import { monthOf } from '../../base/calendar-date.ts'
import { monthNumber, previous } from '../../base/period.ts'
import { fileTaxReturn, taxPayment, taxReturn } from '../../domains/tax/index.ts'
import { findDocument } from '../../kernel/documents/documents.ts'
import { hands } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

/** A return as the books fill it; filed and paid where the bureau's rules hold, else left a draft for who looks. */
const fileReturn = async (floor: Floor, scene: Scene, kind: string, period: string): Promise<void> => {
  await scene.run(hands.accountant, 'prepareTaxReturn', { kind, period })
  const [row] = await scene.work.tx.rows<{ id: string; number: string; failed_checks: string | null; owed: boolean }>(
    `select id, number, failed_checks, exists (
       select 1 from tax_return_dues d where d.company_id = $1 and d.owner_id = r.id and d.amount > 0) as owed
     from tax_return r where company_id = $1 and kind = $2 and period = $3 and state = 'draft' order by id desc limit 1`,
    [scene.work.company, kind, period],
  )
  if (row === undefined || row.failed_checks !== null) return
  const draft = await findDocument(scene.work, taxReturn, row.id)
  const posted = await scene.act(hands.accountant, taxReturn, draft, 'post')
  await scene.work.installed.calls.get(fileTaxReturn.name)?.run({ number: row.number }, scene.work)
  if (!row.owed) return
  await scene.grow(hands.cashier, taxReturn, posted, taxPayment, { date: scene.day, cashAccount: floor.bank })
}

/** The taxes of the month before are entered, filed and paid before the fifteenth; those of the quarter with its last month. */
export const fileTaxes = async (floor: Floor, scene: Scene): Promise<void> => {
  const period = previous(monthOf(scene.day))
  if (period < monthOf(floor.agenda.first)) return
  await scene.run(hands.accountant, 'accrueTaxes', { period })
  const quarterly = monthNumber(period) % 3 === 0 ? ['stampDuty', 'incomeTax', 'statements'] : []
  for (const kind of ['vat', ...quarterly]) await fileReturn(floor, scene, kind, period)
}
