import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'

/** 科目余额结转: what stood on an account goes to the first account opened below it. */
export const accountTransfer = defineDocument({
  name: 'accountTransfer',
  label: '科目余额结转',
  numbering: 'KMJZ-{yyyyMM}-{seq:2}',
  header: {
    fromAccount: ref(account, { label: '原科目', english: 'From', required: true }),
    toAccount: ref(account, { label: '明细科目', english: 'To', required: true }),
  },
  tables: {
    lines: lineTable({
      label: '结转明细',
      fields: {
        amount: money({ label: '余额', required: true, help: '借方为正，贷方为负' }),
        branch: ref(branch, { label: '分支机构' }),
        party: ref(party, { label: '往来单位' }),
        department: ref(department, { label: '部门' }),
        employee: ref(employee, { label: '职员' }),
        project: ref(project, { label: '项目' }),
        item: ref(item, { label: '商品' }),
        auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
        auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
        quantity: quantity({ label: '数量' }),
        currency: text({ label: '币种', maxLength: 3 }),
        currencyAmount: money({ label: '原币余额', english: 'Balance in currency' }),
      },
    }),
  },
  list: ['fromAccount', 'toAccount'],
  internal: true,
})
