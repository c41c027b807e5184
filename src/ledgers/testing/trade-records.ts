/** Master data that tests of trade documents refer to. */
export const tradeRecords = {
  item: {
    pen: {
      name: '钢笔',
      unit: 'piece',
      purchasePrice: '60',
      salePrice: '113',
      isService: false,
      minimumPrice: '90',
      taxRate: 'vat13',
    },
    ink: { name: '墨水', unit: 'piece', isService: false, taxRate: 'vat13' },
    freight: { name: '运费', unit: 'piece', isService: true, taxRate: 'vat9' },
    oldPen: { name: '旧钢笔', unit: 'piece', isService: false, disabled: true },
  },
  taxRate: { vat13: { rate: '13' }, vat9: { rate: '9' } },
  party: {
    hong: { name: '鸿达商贸', isCustomer: true, paymentDays: 30, creditLimit: '5000' },
    sun: { name: '日升文具厂', isSupplier: true, paymentDays: 45, invoiceKind: 'special' },
    market: { name: '小商品市场', isSupplier: true, invoiceKind: 'ordinary' },
  },
  employee: {},
  warehouse: { main: { name: '总仓' }, shop: { name: '门店' } },
  cashAccount: { till: { kind: 'cash' }, icbc: { kind: 'bank' }, alipay: { kind: 'other' } },
} as const
