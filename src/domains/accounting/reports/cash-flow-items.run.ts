import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { voucherName } from '../../../ledgers/general/voucher-selection.ts'
import { cashFlows } from '../statements/cash-flows.ts'
import type { CashFlow } from '../statements/cash-flows.ts'
import { formsOf } from '../statements/forms.ts'
import { amountCell, headNotes, rangeOf, viewOf } from './book-view.ts'
import { cashFlowAccounts, cashFlowItems } from './cash-flow-items.ts'

const itemName = (work: Work, line: number): string | null =>
  formsOf(work.settings, true).cashFlowLines.find((each) => each.line === line)?.item ?? null

const ways = (flow: Pick<CashFlow, 'amount'>) => ({
  received: flow.amount > 0n ? amountCell(flow.amount) : null,
  paid: flow.amount < 0n ? amountCell(-flow.amount) : null,
})

const howOf = (flow: CashFlow): string => (flow.byHand ? '手工' : flow.line === 0 ? '未指定' : '自动')

export const cashFlowItemsRun = defineReportRun(cashFlowItems, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const all = await cashFlows(work, tree, range, view)
  const shown = all.filter((flow) =>
    parameters.which === 'untagged' ? flow.line === 0 : parameters.which === 'hand' ? flow.byHand : true,
  )
  const untagged = all.filter((flow) => flow.line === 0).length
  return {
    rows: shown.map((flow) => ({
      date: flow.date,
      voucher: flow.voucher,
      number: voucherName(flow),
      summary: flow.summary,
      code: tree.byId(flow.account)?.code ?? '',
      name: tree.byId(flow.account)?.path ?? '',
      ...ways(flow),
      item: itemName(work, flow.line),
      line: flow.line,
      how: howOf(flow),
      entries: flow.entries.join(),
    })),
    notes: [
      ...headNotes(work, range, view),
      untagged === 0 ? '现金流量都已指定项目' : `${untagged} 笔现金流量未指定项目`,
    ],
  }
})

export const cashFlowAccountsRun = defineReportRun(cashFlowAccounts, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const flows = await cashFlows(work, tree, range, view)
  const groups = [...Map.groupBy(flows, (flow) => `${flow.account}/${flow.line}`).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const sum = (isIn: boolean) =>
      group.filter((flow) => flow.amount > 0n === isIn).reduce((total, flow) => total + flow.amount, 0n)
    return [
      {
        code: tree.byId(first.account)?.code ?? '',
        name: tree.byId(first.account)?.path ?? '',
        item: itemName(work, first.line) ?? '未指定',
        received: amountCell(sum(true)),
        paid: amountCell(-sum(false)),
      },
    ]
  })
  return {
    rows: groups.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    notes: headNotes(work, range, view),
  }
})
