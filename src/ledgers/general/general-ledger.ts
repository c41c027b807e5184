import { choice, money, quantity, ref, text } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import { auxiliaryItem } from '../dimensions/auxiliary.ts'
import { branch } from '../dimensions/branch.ts'
import { item } from '../dimensions/item.ts'
import { party } from '../dimensions/party.ts'
import { department, employee, project } from '../dimensions/people.ts'
import { cashAccount } from '../dimensions/place.ts'

/** Kinds of voucher: made by a document, by hand, by a correction of cost, by closing, or the opening of the books. */
export const voucherKinds = {
  projected: '业务生成',
  manual: '手工',
  difference: '成本调整',
  closing: '期末结转',
  opening: '期初',
} as const
export type VoucherKind = keyof typeof voucherKinds

/** 总账: the lines of vouchers. Red letters are negative amounts on their own side. */
export const generalLedger = defineLedger({
  name: 'general',
  label: '总账',
  entry: {
    voucher: ref({ name: 'generalVoucher', label: '凭证' }, { label: '凭证', required: true }),
    voucherKind: choice({ label: '凭证种类', options: voucherKinds, required: true }),
    summary: text({ label: '摘要', required: true }),
    debit: money({ label: '借方', required: true }),
    credit: money({ label: '贷方', required: true }),
    branch: ref(branch, { label: '分支机构' }),
    party: ref(party, { label: '往来单位' }),
    department: ref(department, { label: '部门' }),
    employee: ref(employee, { label: '职员' }),
    project: ref(project, { label: '项目' }),
    item: ref(item, { label: '商品' }),
    cashAccount: ref(cashAccount, { label: '资金账户' }),
    auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
    auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
    quantity: quantity({ label: '数量' }),
    currency: text({ label: '币种', maxLength: 3 }),
    currencyAmount: money({ label: '原币金额' }),
  },
  indexes: [['voucher'], ['accountId', 'date'], ['party', 'accountId']],
})
