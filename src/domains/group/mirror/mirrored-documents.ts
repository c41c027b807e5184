import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { incomingInvoice, purchaseOrder, purchaseReceipt } from '../../purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../../sales/index.ts'
import type { SentDocument, SentLine } from './sent-document.ts'

/** Who receives: the party and warehouse that the sister's books have for us, and the name we go by. */
export interface Receiver {
  readonly party: string
  readonly warehouse: string | null
  readonly sender: { readonly name: string; readonly taxNumber: string | null }
}

/** How a document of one company becomes a draft of its sister. */
export interface Mirror {
  readonly from: AnyDocument
  readonly to: AnyDocument
  /** Which document of the sister its lines grow from, where theirs grew from one that goes with it. */
  readonly growsFrom?: AnyDocument
  header(sent: SentDocument, receiver: Receiver): JsonObject
  line(line: SentLine, sent: SentDocument): JsonObject
}

const goods = (line: SentLine): JsonObject => {
  const { promisedOn: _promised, ...values } = line.values
  return { ...values, item: line.item, unit: line.unit, ...(line.lot === null ? {} : { lot: line.lot }) }
}

const told = (sent: SentDocument) => `内部交易：对方单据 ${sent.number}`

/** 销售出库 → 采购入库. */
const receiptOfDelivery: Mirror = {
  from: salesDelivery,
  to: purchaseReceipt,
  growsFrom: purchaseOrder,
  header: (sent, receiver) => ({
    supplier: receiver.party,
    warehouse: receiver.warehouse,
    date: sent.header['date'] ?? null,
    deliveryNumber: sent.number,
    priceIncludesTax: sent.header['priceIncludesTax'] ?? null,
    remark: told(sent),
  }),
  line: goods,
}

/** 销售发票 → 来票, which is then matched to what was received as any supplier's is. */
const incomingOfInvoice: Mirror = {
  from: salesInvoice,
  to: incomingInvoice,
  header: (sent, receiver) => ({
    sellerName: receiver.sender.name,
    sellerTaxNumber: receiver.sender.taxNumber,
    supplier: receiver.party,
    invoiceNumber: sent.header['invoiceNumber'] ?? sent.number,
    invoicedOn: sent.header['date'] ?? null,
    invoiceKind: sent.header['invoiceKind'] ?? null,
    date: sent.header['date'] ?? null,
    remark: told(sent),
  }),
  line: ({ values, ...line }) => ({
    goodsName: line.name,
    spec: line.spec,
    unitName: line.unitName,
    item: line.item,
    quantity: values['quantity'] ?? null,
    net: values['net'] ?? null,
    tax: values['tax'] ?? null,
    taxRate: values['taxRate'] ?? null,
  }),
}

/** 采购订单 → 销售订单. */
const orderOfOrder: Mirror = {
  from: purchaseOrder,
  to: salesOrder,
  header: (sent, receiver) => ({
    customer: receiver.party,
    date: sent.header['date'] ?? null,
    promisedOn: sent.header['promisedOn'] ?? null,
    customerOrder: sent.number,
    priceIncludesTax: sent.header['priceIncludesTax'] ?? null,
    remark: told(sent),
  }),
  line: (line) => ({ ...goods(line), promisedOn: line.values['promisedOn'] ?? null }),
}

/** What goes to a sister, and as what. */
export const mirrors: readonly Mirror[] = [receiptOfDelivery, incomingOfInvoice, orderOfOrder]
