import { boolean, choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import { viewFields, rangeFields } from './book-parameters.ts'
import { documentColumn } from './detail-ledger.ts'

const sides = { receivable: '应收（客户）', payable: '应付（供应商）' } as const
const side = choice({ label: '方向', english: 'Side', options: sides, help: '空为全部' })
const asOf = date({ label: '截至日期', english: 'As of', help: '空为今天' })
const partyField = ref(party, { label: '往来单位' })
const currencyField = text({
  label: '币种',
  english: 'Currency',
  maxLength: 3,
  onlyWith: 'currency',
  help: '如 USD：只看此币种的款项，按原币；空则全部折合本位币',
})

const partyColumn: ReportColumn = {
  name: 'partyName',
  label: '往来单位',
  english: 'Party',
  kind: 'text',
  width: 200,
  drill: { to: 'report', report: 'partyStatement', parameters: { party: 'party', from: 'from', to: 'to' } },
}

/** What is open as the books have it: told where anything is open in another currency. */
const inBooksColumn: ReportColumn = {
  name: 'openBook',
  label: '未核销本位币',
  english: 'Open in books',
  kind: 'money',
  total: true,
}

/** 未清项: what is still open of every item, on any day. */
export const openItems = defineReport({
  name: 'openItems',
  label: '未清项',
  parameters: {
    side,
    party: partyField,
    kind: choice({ label: '款项', english: 'Kind', options: partyItemKinds }),
    asOf,
    currency: currencyField,
    overdue: boolean({ label: '仅逾期', english: 'Overdue only', initial: false }),
    knownAt: viewFields.knownAt,
  },
  columns: [
    partyColumn,
    { name: 'kind', label: '款项', english: 'Kind', kind: 'text', width: 80 },
    documentColumn,
    { name: 'date', label: '单据日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'dueOn', label: '到期日', english: 'Due on', kind: 'date', width: 100 },
    { name: 'overdueDays', label: '逾期天数', english: 'Days overdue', kind: 'integer', width: 80 },
    { name: 'currency', label: '币种', english: 'Currency', kind: 'text', width: 60 },
    { name: 'amount', label: '原金额', english: 'Amount', kind: 'money', total: true },
    { name: 'settled', label: '已核销', english: 'Settled', kind: 'money', total: true },
    { name: 'open', label: '未核销', english: 'Open', kind: 'money', total: true },
    inBooksColumn,
  ],
})

/** The ages that what is owed is sorted by, in days. */
export const agingBuckets = [
  { name: 'notDue', label: '未到期', upTo: -1 },
  { name: 'to30', label: '0–30天', upTo: 30 },
  { name: 'to60', label: '31–60天', upTo: 60 },
  { name: 'to90', label: '61–90天', upTo: 90 },
  { name: 'to180', label: '91–180天', upTo: 180 },
  { name: 'to365', label: '181–365天', upTo: 365 },
  { name: 'over365', label: '365天以上', upTo: Number.MAX_SAFE_INTEGER },
] as const

/** 账龄分析: what is owed, by how long ago it was due or made. */
export const partyAging = defineReport({
  name: 'partyAging',
  label: '账龄分析表',
  english: 'Aged balances',
  parameters: {
    side: choice({ label: '方向', english: 'Side', options: sides, initial: 'receivable' }),
    party: partyField,
    asOf,
    by: choice({ label: '按', english: 'By', options: { dueOn: '到期日', date: '单据日期' }, initial: 'dueOn' }),
    currency: currencyField,
    knownAt: viewFields.knownAt,
  },
  columns: [
    {
      ...partyColumn,
      drill: { to: 'report', report: 'openItems', parameters: { party: 'party', side: 'side', asOf: 'asOf' } },
    },
    { name: 'balance', label: '余额', english: 'Balance', kind: 'money', total: true },
    ...agingBuckets.map((bucket): ReportColumn => ({
      name: bucket.name,
      label: bucket.label,
      group: '账龄',
      kind: 'money',
      total: true,
    })),
  ],
  chart: { kind: 'stack', category: 'partyName', series: agingBuckets.map((bucket) => bucket.name) },
})

/** 往来余额表: what each party owed, what was added and settled, what it owes. */
export const partyBalances = defineReport({
  name: 'partyBalances',
  label: '往来余额表',
  english: 'Party balances',
  parameters: { side, party: partyField, ...rangeFields, knownAt: viewFields.knownAt },
  columns: [
    partyColumn,
    { name: 'opening', label: '期初余额', english: 'Opening', kind: 'money', total: true },
    { name: 'increase', label: '本期增加', english: 'Increase', kind: 'money', total: true },
    { name: 'decrease', label: '本期减少', english: 'Decrease', kind: 'money', total: true },
    { name: 'closing', label: '期末余额', english: 'Closing', kind: 'money', total: true },
  ],
})

/** 往来对账单: the paper that is sent to a customer or supplier to agree on. */
export const partyStatement = defineReport({
  name: 'partyStatement',
  label: '往来对账单',
  english: 'Statement of account',
  layout: 'ledgerBook',
  parameters: {
    party: ref(party, { label: '往来单位', required: true }),
    side,
    ...rangeFields,
    currency: currencyField,
    knownAt: viewFields.knownAt,
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    documentColumn,
    { name: 'type', label: '类型', english: 'Type', kind: 'text', width: 110 },
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 160 },
    { name: 'increase', label: '应收增加', english: 'Increase', kind: 'money', total: true },
    { name: 'decrease', label: '已收或已抵', english: 'Decrease', kind: 'money', total: true },
    { name: 'balance', label: '余额', english: 'Balance', kind: 'money' },
  ],
})
