import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { amountsWithTax } from '../../../base/tax-amounts.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { goodsMoved, trackedPart } from '../rules/kit-parts.ts'
import { dueTaxRole } from './due-tax-role.ts'
import type { retailSale } from './retail-sale.ts'

type Input = PostingInput<typeof retailSale>

/** A line of goods that are given away. */
interface Gift extends Pick<Input, 'settings' | 'lookup'> {
  readonly line: LineBase &
    Pick<
      Input['lines'][number],
      'item' | 'quantity' | 'baseQuantity' | 'taxRate' | 'lot' | 'serials' | 'secondQuantity'
    >
  readonly warehouse: Id<'warehouse'>
  readonly place?: PlaceKind
}

interface Sheet {
  readonly header: { readonly totalGross: Decimal | null }
  readonly lines: readonly { readonly isGift: boolean | null }[]
}

/** Nothing on the sheet is paid for, so that its gifts are deemed sales and no discount (rule 4). */
export const isGiftsOnly = ({ lines }: Pick<Sheet, 'lines'>): boolean => lines.every((line) => line.isGift === true)

/** The same of what comes back of a sheet: that was of gifts alone where nobody paid for anything. */
export const wasGiftsOnly = (sold: Sheet['header'] | undefined, back: Pick<Sheet, 'lines'>): boolean =>
  sold === undefined ? isGiftsOnly(back) : (sold.totalGross ?? zero).isZero()

/** What the gift would have cost the customer: VAT is due on it as on a sale (增值税暂行条例实施细则 第四条). */
const deemedTax = ({ line, lookup, settings }: Gift): Decimal => {
  const price = lookup(item, line.item)?.salePrice
  if (price === null || price === undefined) return zero
  const quantity = line.baseQuantity ?? line.quantity
  const priceIncludesTax = settingsOf(settings).priceIncludesTax !== false
  return amountsWithTax({ quantity, price, priceIncludesTax, taxRate: line.taxRate ?? zero }).tax
}

/** A gift alone is the promotion's cost, with the VAT that is due on its market price. */
export function* giftOut(gift: Gift) {
  const { line, lookup, settings, warehouse, place } = gift
  const role = dueTaxRole(settingsOf(settings).taxpayer)
  const tax = deemedTax(gift)
  for (const goods of goodsMoved(lookup, line.item, line.baseQuantity ?? line.quantity)) {
    const moved = {
      ...goods,
      line,
      from: warehouse,
      ...trackedPart(line, goods),
      ...(place === undefined ? {} : { place }),
    }
    yield stock.issue({ ...moved, against: 'promotionCost' })
  }
  if (!tax.isZero()) yield general.credit({ line, role, amount: tax, against: 'promotionCost' })
}
