import { defineDomain } from '../../kernel/definition/domain.ts'
import { purchasePlan } from './documents/purchase-plan.ts'
import { salesForecast } from './documents/sales-forecast.ts'
import { planToRequest } from './flows/plan-to-request.ts'
import { forecastSales } from './processes/forecast-sales.ts'
import { orderProposals } from './processes/order-proposals.ts'
import { requestNeeds } from './processes/request-needs.ts'
import { demandForecast } from './reports/demand-forecast.ts'
import { itemForecast } from './reports/item-forecast.ts'
import { materialNeeds } from './reports/material-needs.ts'
import { orderSupply } from './reports/order-supply.ts'
import { purchasePlanProgress } from './reports/purchase-plan-progress.ts'
import { replenishmentProposals } from './reports/replenishment-proposals.ts'

export { purchasePlan } from './documents/purchase-plan.ts'
export { salesForecast } from './documents/sales-forecast.ts'

/** 计划: what has to be bought, when and why, from what is sold, promised, forecast and left in stock. */
export const planning = defineDomain({
  name: 'planning',
  label: '计划',
  documents: [salesForecast, purchasePlan],
  flows: [planToRequest],
  reports: [demandForecast, itemForecast, replenishmentProposals, materialNeeds, purchasePlanProgress, orderSupply],
  processes: [forecastSales, requestNeeds, orderProposals],
})
