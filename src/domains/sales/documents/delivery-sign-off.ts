import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, longText, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'

/** 签收单: the customer has the goods, all of them or less what was refused; a picture of the signed paper is attached. */
export const deliverySignOff = defineDocument({
  name: 'deliverySignOff',
  label: '签收单',
  numbering: 'XSQS-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
    signedBy: text({ label: '签收人', english: 'Signed by', required: true, maxLength: 60 }),
    signedAt: text({ label: '签收时间', english: 'Time', maxLength: 20, help: '如 14:30' }),
    via: choice({
      label: '签收方式',
      english: 'By',
      options: { paper: '签单', link: '客户链接' },
      initial: 'paper',
    }),
    note: longText({ label: '客户留言', english: 'The customer says' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        refusedQuantity: quantity({ label: '拒收数量', english: 'Refused' }),
        refusedReason: text({ label: '拒收原因', english: 'Why refused' }),
      },
      derive: (line, context) => {
        const refused = line.refusedQuantity ?? zero
        if (refused.isNegative() || refused.gt(line.quantity ?? zero)) {
          throw new FieldRefusal(
            'refusedQuantity',
            `拒收数量应在 0 与送达数量 ${(line.quantity ?? zero).toString()} 之间`,
            'must be between nothing and what was delivered',
          )
        }
        return deriveGoods(line, context)
      },
    }),
  },
  list: ['customer', 'signedBy', 'signedAt', 'via', 'note'],
  totals: ['quantity', 'refusedQuantity'],
})
