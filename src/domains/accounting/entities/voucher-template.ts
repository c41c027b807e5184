import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, integer, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 凭证模板: a voucher that is written again and again, by hand from the template or by itself on its day (周期凭证). */
export const voucherTemplate = defineEntity({
  name: 'voucherTemplate',
  label: '凭证模板',
  fields: {
    every: choice({
      label: '周期',
      english: 'Every',
      options: { hand: '手工调用', month: '每月', quarter: '每季', year: '每年' },
      initial: 'hand',
      required: true,
    }),
    nextOn: date({ label: '下次日期', english: 'Next on', help: '周期凭证：到这一天自动生成' }),
    until: date({ label: '截止日期', english: 'Until' }),
    posts: boolean({ label: '自动审核', english: 'Post it', initial: false, help: '否则生成草稿，待补金额后审核' }),
    attachmentsCount: integer({ label: '附单据', english: 'Attachments' }),
  },
  tables: {
    lines: lineTable({
      label: '分录',
      fields: {
        summary: text({ label: '摘要', required: true }),
        account: ref(account, { label: '会计科目', required: true }),
        debit: money({ label: '借方', help: '金额不固定的留空' }),
        credit: money({ label: '贷方' }),
        party: ref(party, { label: '往来单位' }),
        department: ref(department, { label: '部门' }),
        employee: ref(employee, { label: '职员' }),
        project: ref(project, { label: '项目' }),
        item: ref(item, { label: '商品' }),
        cashAccount: ref(cashAccount, { label: '资金账户' }),
        auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
        auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
      },
    }),
  },
  list: ['every', 'nextOn', 'until', 'posts'],
})
