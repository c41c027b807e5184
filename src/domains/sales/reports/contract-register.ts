import { boolean, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 合同台账: every contract with how far it was ordered, delivered and invoiced. */
export const contractRegister = defineReport({
  name: 'contractRegister',
  label: '销售合同台账',
  english: 'Contract register',
  parameters: {
    customer: ref(party, { label: '客户', facet: 'customer' }),
    ...reportDays,
    open: boolean({ label: '只看未完成', english: 'Only unfulfilled', initial: false }),
  },
  columns: [
    {
      name: 'number',
      label: '合同编号',
      english: 'Contract',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'customer', label: '客户', english: 'Customer', kind: 'text', width: 220 },
    { name: 'endsOn', label: '到期', english: 'Ends on', kind: 'date', width: 100 },
    { name: 'amount', label: '合同金额', english: 'Amount', kind: 'money', total: true },
    { name: 'ordered', label: '已下单', english: 'Ordered', kind: 'money', total: true },
    { name: 'delivered', label: '已出库', english: 'Delivered', kind: 'money', total: true },
    { name: 'invoiced', label: '已开票', english: 'Invoiced', kind: 'money', total: true },
    { name: 'fulfilment', label: '履约率%', english: 'Fulfilled %', kind: 'percent' },
  ],
  help: '履约率＝已出库金额÷合同金额，按合同单价折算出库数量。',
})
