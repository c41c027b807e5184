import { boolean, date, moment, ref } from '../../../kernel/definition/field.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'

/** From when to when; this month unless told. */
export const rangeFields = {
  from: date({ label: '开始日期', english: 'From' }),
  to: date({ label: '结束日期', english: 'To' }),
}

/** Which part of the books: the official ones are of booked vouchers alone. */
export const viewFields = {
  branch: ref(branch, { label: '分支机构', help: '空为全公司合并' }),
  unbooked: boolean({ label: '包含未记账凭证', english: 'With unbooked vouchers', initial: true }),
  knownAt: moment({ label: '按此时刻所知', english: 'As known at', help: '空为现在；填写后显示当时的账' }),
}
