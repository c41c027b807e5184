/** Documents by which goods leave for customers or come back from them. */
const saleDocuments = [
  'salesDelivery',
  'salesReturn',
  'salesExchange',
  'retailSale',
  'retailRefund',
  'consignmentSettlement',
] as const

const documents = `e.document_type in (${saleDocuments.map((name) => `'${name}'`).join(', ')})`

/** Of a stock entry `e`: goods that a customer took or brought back, from wherever they lay. */
export const isSale = `e.quantity <> 0 and e.place in ('onHand', 'consigned', 'lent') and ${documents}`

/** The same with what was found of their cost later. */
export const isCostOfSale = `e.place in ('onHand', 'consigned', 'lent') and ${documents}`
