import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** An amount of money as text, to the cent. */
export const amountText = (amount: Decimal): string => centsText(toCents(amount))
