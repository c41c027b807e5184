import { assetCases } from './undo-assets.ts'
import { buyingCases } from './undo-buying.ts'
import type { UndoCase } from './undo-case.ts'
import { currencyCases } from './undo-currency.ts'
import { keepingCases } from './undo-keeping.ts'
import { moneyCases } from './undo-money.ts'
import { makingCases } from './undo-production.ts'
import { payingCases } from './undo-paying.ts'
import { sellingCases } from './undo-selling.ts'

export const undoCases: readonly UndoCase[] = [
  ...buyingCases,
  ...sellingCases,
  ...keepingCases,
  ...payingCases,
  ...assetCases,
  ...moneyCases,
  ...makingCases,
  ...currencyCases,
]
