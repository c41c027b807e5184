import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** Why goods are missing: it decides the account, and whether their input VAT may still be deducted (rule 19). */
export const lossCauses = { normal: '合理损耗', mismanagement: '管理不善', disaster: '自然灾害' } as const

/** 损溢处理单: what waits in 待处理财产损溢 is decided: someone pays for it, or it is a loss; what was found is a gain. */
export const lossDisposition = defineDocument({
  name: 'lossDisposition',
  label: '损溢处理单',
  numbering: 'CSCL-{yyyyMM}-{seq:4}',
  header: {
    cause: choice({
      label: '损失原因',
      english: 'Cause',
      options: lossCauses,
      initial: 'normal',
      help: '管理不善造成的损失，进项税额须转出；合理损耗和自然灾害不转出',
    }),
    department: ref(department, { label: '部门' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    approvedBy: text({ label: '批准文号', english: 'Approval' }),
    totalAmount: money({ label: '损失合计', english: 'Loss', computed: true, sensitive: true }),
    totalCompensation: money({ label: '赔偿合计', english: 'Compensation', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '处理明细',
      atLeast: 1,
      fields: {
        item: ref(item, { label: '商品', indexed: true }),
        direction: choice({ label: '盈亏', options: { gain: '盘盈', loss: '盘亏' }, required: true }),
        adjustedQuantity: quantity({ label: '数量' }),
        amount: money({
          label: '待处理金额',
          english: 'Pending',
          sensitive: true,
          help: '在待处理财产损溢中的金额；由盘盈盘亏单下推时空则取其成本',
        }),
        deductedTax: money({
          label: '已抵扣进项税额',
          english: 'Input VAT deducted',
          help: '管理不善时填写；空则按待处理金额 × 商品税率。报损时已经转出的，填 0',
        }),
        transferredTax: money({ label: '转出税额', english: 'Input VAT transferred out', computed: true }),
        compensation: money({ label: '赔偿金额', english: 'Compensation', help: '由责任人或保险公司赔偿' }),
        liable: ref(party, { label: '赔偿单位', english: 'Paid by', help: '有赔偿金额时填写' }),
        loss: money({ label: '净损失', english: 'Net loss', computed: true, sensitive: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { header }) => {
        const direction = line.direction ?? 'loss'
        const isTransferred = header['cause'] === 'mismanagement' && direction === 'loss'
        const transferredTax = isTransferred ? (line.deductedTax ?? line.transferredTax ?? null) : null
        if (!line.amount) return { direction, transferredTax, loss: null }
        const whole = line.amount.plus(transferredTax ?? zero)
        return { direction, transferredTax, loss: direction === 'gain' ? null : whole.minus(line.compensation ?? zero) }
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalAmount: totalOf(tables.lines, 'loss'),
    totalCompensation: totalOf(tables.lines, 'compensation'),
  }),
  list: ['cause', 'department', 'totalAmount', 'totalCompensation'],
  totals: ['amount', 'transferredTax', 'compensation', 'loss'],
})
