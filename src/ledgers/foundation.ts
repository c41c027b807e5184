import { defineDomain } from '../kernel/definition/domain.ts'
import { cashLedger } from './cash/cash.ts'
import { account, accountMapping, period } from './dimensions/account.ts'
import { company } from './dimensions/company.ts'
import { item, itemCategory, taxRate, unit } from './dimensions/item.ts'
import { party } from './dimensions/party.ts'
import { department, employee, project } from './dimensions/people.ts'
import { cashAccount, warehouse } from './dimensions/place.ts'
import { generalLedger } from './general/general-ledger.ts'
import { partyLedger } from './party/party.ts'
import { planLedger } from './plan/plan.ts'
import { stockLedger } from './stock/stock.ts'

/** 基础资料: the dimensions that all domains share, and the ledgers they write to. */
export const foundation = defineDomain({
  name: 'foundation',
  label: '基础资料',
  english: 'Master data',
  entities: [
    item,
    itemCategory,
    unit,
    taxRate,
    party,
    warehouse,
    cashAccount,
    department,
    employee,
    project,
    account,
    accountMapping,
    period,
    company,
  ],
  ledgers: [stockLedger, partyLedger, cashLedger, planLedger, generalLedger],
})
