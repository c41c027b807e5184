import type { TestClient } from '../../src/kernel/http/testing/client.ts'
import { must, openHouse } from './open-house.ts'

/** A house with departments, their salespeople, a customer of each and goods in two warehouses: who sees whose. */
export const openSalespeople = async () => {
  const house = await openHouse()
  const { admin } = house
  const ids: Record<string, string> = {}
  const make = async (type: string, body: object): Promise<string> =>
    String(must(await admin.ask('POST', `/api/${type}`, body))['id'])
  const sell = async (
    customer: string,
    warehouse = 'MAIN',
    salesperson?: string,
  ): Promise<{ id: string; number: string }> => {
    const body = {
      customer,
      warehouse,
      date: '2026-03-12',
      ...(salesperson === undefined ? {} : { salesperson }),
      lines: [{ item: 'PEN', quantity: '1', price: '10' }],
    }
    const made = must(await admin.ask('POST', '/api/sales-delivery?then=post', body))
    return { id: String(made['id']), number: String(made['number']) }
  }
  /** A salesperson bounded by what the administrator says. */
  const bounded = async (username: string, role: string, scope: object): Promise<TestClient> => {
    const { id, client } = await house.person(username, role)
    must(await admin.ask('PUT', `/api/users/${id}/scope`, scope))
    return client
  }
  ids['east'] = await make('department', { code: 'EAST', name: '华东部' })
  ids['ningbo'] = await make('department', { code: 'NB', name: '宁波组', parent: 'EAST' })
  ids['north'] = await make('department', { code: 'NORTH', name: '华北部' })
  for (const [code, name, department] of [
    ['LIN', '林经理', 'EAST'],
    ['WANG', '王业务', 'NB'],
    ['SUN', '孙业务', 'NORTH'],
  ]) {
    ids[String(code)] = await make('employee', { code, name, department })
  }
  ids['store'] = await make('warehouse', { code: 'STORE', name: '门店' })
  await make('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
  await make('supplier', { code: 'S1', name: '供应商' })
  for (const [code, salesperson] of [
    ['CW', 'WANG'],
    ['CS', 'SUN'],
    ['CL', 'LIN'],
    ['OPEN', undefined],
  ] as const) {
    await make('customer', { code, name: `客户${code}`, ...(salesperson === undefined ? {} : { salesperson }) })
  }
  for (const warehouse of ['MAIN', 'STORE']) {
    await make('purchase-receipt?then=post', {
      supplier: 'S1',
      warehouse,
      date: '2026-03-10',
      lines: [{ item: 'PEN', quantity: '100', price: '7' }],
    })
  }
  return { house, admin, ids, make, sell, bounded }
}
