import type { LineBase, LineSource } from '../../../kernel/definition/record.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { deliveryNotice } from './delivery-notice.ts'
import type { salesDelivery } from './sales-delivery.ts'
import { salesInvoice } from './sales-invoice.ts'
import { salesOrder } from './sales-order.ts'

/** The order line that a line of a delivery keeps: drawn straight, through a notice, or through an invoice ahead of the goods. */
export const orderOfLine = (
  { source }: Pick<PostingInput<typeof salesDelivery>, 'source'>,
  line: Pick<LineBase, 'source'> & LineBase,
): LineSource | null => {
  const passed = source(deliveryNotice, line) ?? source(salesInvoice, line)
  const from = passed === undefined ? line.source : passed.line.source
  return from?.type === salesOrder.name ? from : null
}
