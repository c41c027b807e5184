import { createEntity, deleteEntity } from '../../../kernel/documents/entities.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { setUpBooks } from '../../accounting/server.ts'
import { expenseItem } from '../../money/index.ts'
import { accountCalled } from './apply-industry.ts'

interface Kept {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly account: string
}

/** Where an expense stands under a standard that has no account of the name it had. */
const usualAccount = '办公费'

/**
 * Writes the chart of another standard before anything is posted. What money is spent on refers to accounts: it comes back on
 * the accounts of the same names.
 */
export const changeStandard = async (work: Work, standard: 'smallBusiness' | 'enterprise'): Promise<void> => {
  const kept = await work.tx.rows<Kept>(
    `select e.id, e.code, e.name, a.name as account from expense_item e
     join account a on a.company_id = $1 and a.id = e.account where e.company_id = $1 order by e.code`,
    [work.company],
  )
  for (const { id } of kept) await deleteEntity(work, expenseItem, id)
  await setUpBooks(work, { standard, codeLengths: String(work.settings['accountCodes']) })
  for (const { code, name, account } of kept) {
    const found = (await accountCalled(work, account)) ?? (await accountCalled(work, usualAccount))
    if (found !== undefined) await createEntity(work, expenseItem, { code, name, account: found.code })
  }
}
