/** A role as it comes with a new company; the company may change it and add its own. */
export interface ReadyRole {
  readonly name: string
  readonly label: string
  readonly rights: readonly string[]
}

const everyone = ['catalogue.read', 'search.read', 'item.read', 'unit.read', 'warehouse.read', 'party.read', 'customer.read', 'supplier.read', 'employee.read', 'department.read', 'project.read', 'itemCategory.read', 'taxRate.read', 'company.read', 'job.read', 'file.create']

/** 老板 会计 出纳 采购 销售 仓管 管理员, with the rights their work needs. */
export const readyRoles: readonly ReadyRole[] = [
  { name: 'administrator', label: '管理员', rights: ['*'] },
  { name: 'owner', label: '老板', rights: ['*.read', 'report.*', 'ledger.*', 'cost.see', '*.approve', '*.reject', 'audit.read', 'books.check', 'file.create'] },
  {
    name: 'accountant',
    label: '会计',
    rights: ['*.read', 'report.*', 'ledger.*', 'process.*', 'cost.see', 'voucher.*', 'account.*', 'accountMapping.*', 'period.*', 'taxRate.*', 'salesInvoice.*', 'purchaseInvoice.*', 'otherReceivable.*', 'otherPayable.*', 'openingBalance.*', 'settlement.*', 'collection.*', 'payment.*', 'expense.*', 'audit.read', 'books.check', 'file.create'],
  },
  {
    name: 'cashier',
    label: '出纳',
    rights: [...everyone, 'cashAccount.read', 'collection.*', 'payment.*', 'cashTransfer.*', 'expense.*', 'otherIncome.*', 'bankStatement.*', 'ledger.cash', 'report.cashJournal', 'report.cashDaily'],
  },
  {
    name: 'buyer',
    label: '采购',
    rights: [...everyone, 'supplier.*', 'item.*', 'purchaseRequest.*', 'requestForQuotation.*', 'supplierQuotation.*', 'purchaseOrder.*', 'purchaseReceipt.*', 'purchaseReturn.*', 'purchaseInvoice.read', 'cost.see', 'ledger.plan', 'report.purchaseSummary', 'report.purchaseOrderProgress', 'report.stockOnHand'],
  },
  {
    name: 'seller',
    label: '销售',
    rights: [...everyone, 'customer.*', 'quotation.*', 'salesOrder.*', 'salesDelivery.*', 'salesReturn.*', 'salesInvoice.read', 'collection.read', 'ledger.plan', 'report.salesSummary', 'report.salesOrderProgress', 'report.stockOnHand'],
  },
  {
    name: 'storekeeper',
    label: '仓管',
    rights: [...everyone, 'purchaseOrder.read', 'purchaseReceipt.*', 'purchaseReturn.*', 'salesOrder.read', 'salesDelivery.*', 'salesReturn.*', 'otherReceipt.*', 'otherIssue.*', 'transfer.*', 'stockTransfer.*', 'stockCount.*', 'ledger.stock', 'report.stockOnHand', 'report.stockLedger'],
  },
]
