import { expect, test } from 'vitest'
import { operationId } from './open-api-finish.ts'

test.each([
  ['get', '/api/sales-order', 'listSalesOrder'],
  ['post', '/api/sales-order', 'createSalesOrder'],
  ['get', '/api/sales-order/{id}', 'readSalesOrder'],
  ['patch', '/api/sales-order/{id}', 'updateSalesOrder'],
  ['delete', '/api/sales-order/{id}', 'deleteSalesOrder'],
  ['post', '/api/sales-order/{id}/post', 'postSalesOrder'],
  ['get', '/api/sales-order/{id}/trace', 'readSalesOrderTrace'],
  ['get', '/api/sales-order/{id}/print', 'readSalesOrderPrint'],
  ['get', '/api/sales-order/print', 'getSalesOrderPrint'],
  ['post', '/api/sales-order/{id}/convert/{target}', 'convertSalesOrderByTarget'],
  ['get', '/api/ledgers/stock/balances', 'getLedgersStockBalances'],
  ['post', '/api/session/second-factor/confirm', 'postSessionSecondFactorConfirm'],
])('%s %s is called %s', (method, path, name) => {
  expect(operationId(method, path)).toBe(name)
})
