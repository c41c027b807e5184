import { expect } from 'vitest'
import type { RunningProduct } from './product.ts'

const items = [
  { code: '10010116', name: '不锈钢复底奶锅', spec: '16cm', salePrice: '76', safetyStock: '500' },
  { code: '10010124', name: '不锈钢复底汤锅', spec: '24cm', salePrice: '128' },
  { code: '10030105', name: '真空保温杯', spec: '500ml', salePrice: '59' },
]

const post = async ({ ask }: RunningProduct, address: string, body: Record<string, unknown>): Promise<void> => {
  const answer = await ask('POST', `/api/${address}?then=post`, JSON.parse(JSON.stringify(body)))
  expect(answer.body).toMatchObject({ state: 'posted' })
}

/** A fortnight of trade of a small company: bought, sold, partly paid, one order still open and one delivery a draft. */
export const tradeAFortnight = async (product: RunningProduct): Promise<void> => {
  const { ask } = product
  for (const one of items)
    await ask('POST', '/api/item', { ...one, unit: 'PCS', taxRate: 'VAT13', purchasePrice: '40' })
  await ask('POST', '/api/customer', { code: 'C0012', name: '杭州百联家居有限公司', paymentDays: 30 })
  await ask('POST', '/api/customer', { code: 'C0013', name: '上海优厨贸易有限公司', paymentDays: 5 })
  await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂' })
  await ask('POST', '/api/cash-account', { code: 'BANK', name: '工商银行', kind: 'bank' })
  const bought = items.map((one) => ({ item: one.code, quantity: '100', price: '45.2' }))
  await post(product, 'purchase-receipt', { supplier: 'S1', warehouse: 'MAIN', date: '2026-01-02', lines: bought })
  for (const [date, customer, quantity] of [
    ['2026-01-05', 'C0013', '6'],
    ['2026-01-12', 'C0012', '20'],
    ['2026-01-15', 'C0012', '12'],
  ] as const)
    await post(product, 'sales-delivery', {
      customer,
      warehouse: 'MAIN',
      date,
      lines: items.map((one) => ({ item: one.code, quantity, price: one.salePrice })),
    })
  await post(product, 'sales-order', {
    customer: 'C0013',
    warehouse: 'MAIN',
    date: '2026-01-14',
    lines: [{ item: '10010124', quantity: '10', price: '128' }],
  })
  await ask('POST', '/api/sales-delivery', {
    customer: 'C0013',
    warehouse: 'MAIN',
    date: '2026-01-15',
    lines: [{ item: '10030105', quantity: '3', price: '59' }],
  })
}
