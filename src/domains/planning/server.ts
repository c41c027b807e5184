import { planningPhrases } from './phrases.ts'
import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkPurchasePlan, checkSalesForecast } from './documents/period.checks.ts'
import { planning } from './index.ts'
import { runForecastSales } from './processes/forecast-sales.run.ts'
import { runOrderProposals } from './processes/order-proposals.run.ts'
import { runRequestNeeds } from './processes/request-needs.run.ts'
import { runDemandForecast } from './reports/demand-forecast.run.ts'
import { runItemForecast } from './reports/item-forecast.run.ts'
import { runMaterialNeeds } from './reports/material-needs.run.ts'
import { runOrderSupply } from './reports/order-supply.run.ts'
import { runPurchasePlanProgress } from './reports/purchase-plan-progress.run.ts'
import { runReplenishmentProposals } from './reports/replenishment-proposals.run.ts'

export const planningServer: ServerDomain = {
  phrases: planningPhrases,
  name: planning.name,
  checks: [checkSalesForecast, checkPurchasePlan],
  reports: [
    runDemandForecast,
    runItemForecast,
    runReplenishmentProposals,
    runMaterialNeeds,
    runPurchasePlanProgress,
    runOrderSupply,
  ],
  processes: [runForecastSales, runRequestNeeds, runOrderProposals],
}
