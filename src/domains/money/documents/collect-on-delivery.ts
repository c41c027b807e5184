import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { salesDelivery } from '../../sales/index.ts'
import { collection } from './collection.ts'

interface OpenItem {
  readonly id: string
  readonly open: string
}

/** As much of each item as the money reaches; what is over becomes an advance. */
const settled = (items: readonly OpenItem[], paid: Decimal) => {
  let left = paid
  return items.flatMap(({ id, open }) => {
    const owed = decimal(open)
    const amount = owed.gt(left) ? left : owed
    if (!amount.isPositive() || amount.isZero()) return []
    left = left.minus(amount)
    return [{ openItem: id, kind: 'receivable', amount: amount.toString() }]
  })
}

/** 本次收款: what the customer pays as the goods leave is collected at once, into one account or several. */
export const collectOnDelivery = defineConsequence(salesDelivery, async ({ header, receipts }, work) => {
  const paid = totalOf(receipts, 'amount')
  if (paid.eq(zero)) return
  const items = await work.tx.rows<OpenItem>(
    `select id, open::text as open from party_item
     where company_id = $1 and document_id = $2 and kind = 'receivable' and open > 0 order by due_on, id`,
    [work.company, header.id],
  )
  const made = await createDocument(work, collection, {
    date: header.date,
    customer: header.customer,
    employee: header.salesperson,
    department: header.department,
    remark: `${header.number} 本次收款`,
    lines: receipts.map((line) => ({
      cashAccount: line.cashAccount,
      amount: line.amount.toString(),
      reference: line.reference,
    })),
    settlements: settled(items, paid),
  })
  await actOn(work, collection, made, 'post', {})
  link(
    work,
    { type: salesDelivery.name, id: header.id },
    { type: collection.name, id: String(made.header['id']) },
    'caused',
  )
})
