import { zero } from '../../../base/decimal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { wasGiftsOnly } from './gift-out.posting.ts'
import { goodsOut } from './goods-out.posting.ts'
import type { GoodsOut } from './goods-out.posting.ts'
import { salesDelivery } from './sales-delivery.ts'
import type { salesReturn } from './sales-return.ts'

type Return = PostingInput<typeof salesReturn>

interface GoodsBack extends Pick<Return, 'source' | 'drawn' | 'settings' | 'lookup'> {
  readonly lines: readonly Pick<Return['lines'][number], 'isGift'>[]
  readonly header: Pick<Return['header'], 'customer' | 'currency' | 'rate' | 'warehouse' | 'dueOn' | 'receivableBasis'>
}

/**
 * A line of a delivery's posting that the kernel negates, under the bases of the delivery: goods come back at what they
 * left at, and their VAT out of what is still pending of it, the rest out of what is due.
 */
export function* goodsBack(
  { header, lines, source, drawn, settings, lookup }: GoodsBack,
  line: GoodsOut['line'] & Pick<Return['lines'][number], 'warehouse'>,
) {
  const sold = source(salesDelivery, line)?.header
  const delivered = sold ?? header
  yield* goodsOut({
    line,
    net: line.net ?? zero,
    tax: line.tax ?? zero,
    customer: header.customer,
    sold: header,
    warehouse: line.warehouse ?? header.warehouse,
    due: header.dueOn,
    basis: delivered.receivableBasis ?? 'delivery',
    pending: drawn(line)?.taken ?? zero,
    giftsOnly: wasGiftsOnly(sold, { lines }),
    isReturn: true,
    settings,
    lookup,
  })
}
