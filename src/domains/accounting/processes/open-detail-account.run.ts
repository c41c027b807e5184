import { firstOfMonth } from '../../../base/calendar-date.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { snake } from '../../../kernel/definition/define.ts'
import { conflict, notFound } from '../../../kernel/definition/problem.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { forgetReferences } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode } from '../../../ledgers/general/account-tree.ts'
import { movesBalanceDown } from '../../../ledgers/setup/setup-checks.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { accountTransfer } from '../documents/account-transfer.ts'
import { makeDocument } from './make-document.ts'
import { openDetailAccountProcess } from './open-detail-account.ts'

const balances = (work: Work, from: string) =>
  work.tx.rows<JsonObject>(
    `select sum(debit - credit) as amount, branch, party, department, employee, project, item, auxiliary1, auxiliary2, currency,
       sum(quantity) as quantity, sum(currency_amount) as "currencyAmount"
     from general_entry where company_id = $1 and account_id = $2 group by 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(debit - credit) <> 0`,
    [work.company, from],
  )

/** Records of every entity that name the account now name the one below it. */
const repoint = async (work: Work, from: string, to: string): Promise<void> => {
  for (const entity of work.installed.catalogue.entities.values()) {
    const fields = Object.entries(entity.fields).filter(([, field]) => field.target?.name === account.name)
    if (fields.length > 0) forgetReferences(work, entity.name)
    for (const [name] of fields) {
      await work.tx.query(
        `update ${snake(entity.name)} set ${snake(name)} = $3, version = version + 1 where company_id = $1 and ${snake(name)} = $2`,
        [work.company, from, to],
      )
    }
  }
}

/** What the detail inherits of the account above it. */
const inherited = async (work: Work, node: AccountNode): Promise<JsonObject> => {
  const [row] = await work.tx.rows<JsonObject>(
    `select category, side, by_party as "byParty", by_department as "byDepartment", by_employee as "byEmployee", by_project as "byProject",
       by_item as "byItem", auxiliary_kind1 as "auxiliaryKind1", auxiliary_kind2 as "auxiliaryKind2", by_quantity as "byQuantity", unit,
       by_currency as "byCurrency", revalued, cash_flow_in as "cashFlowIn", cash_flow_out as "cashFlowOut"
     from account where company_id = $1 and id = $2`,
    [work.company, node.id],
  )
  return row ?? {}
}

export const openDetailAccountRun = defineProcessRun(openDetailAccountProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const node = (await readAccounts(work)).byId(parameters.account ?? '')
    if (node === undefined) throw notFound('没有这个科目', 'There is no such account')
    if (!node.isDetail)
      throw conflict(`${node.code} 已有明细科目，请直接新增`, `${node.code} has details already; create another`)
    if (node.control !== null) {
      const zh = `${node.code} ${node.name} 由明细账控制，不能下设明细；可新增同级科目后修改科目映射`
      throw conflict(zh, `${node.code} is controlled by a ledger; open another account beside it and map it`)
    }
    movesBalanceDown(work)
    const detail = await createEntity(work, account, {
      ...(await inherited(work, node)),
      code: parameters.code ?? '',
      name: parameters.name ?? '',
      parent: node.id,
    })
    const to = String(detail.header['id'])
    await repoint(work, node.id, to)
    const lines = await balances(work, node.id)
    const date = correctedDay(await closedThrough(work), firstOfMonth(todayOf(work)))
    const moved =
      lines.length === 0
        ? null
        : await makeDocument(work, accountTransfer, { date, fromAccount: node.id, toAccount: to, lines })
    audit(work, {
      action: 'split',
      type: account.name,
      record: node.id,
      label: `${node.code} ${node.name}`,
      after: { detail: parameters.code ?? '', transfer: moved },
    })
    return { account: to, transfer: moved }
  }),
)
