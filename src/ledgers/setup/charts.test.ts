import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accountRoles, isAccountRole, roleAccount } from '../account-roles.ts'
import { chartFor } from './create-chart.ts'

const standards = ['smallBusiness', 'enterprise'] as const

describe.each(standards)('the chart of %s', (standard) => {
  const chart = chartFor(standard)
  const codes = chart.map((account) => account.code)

  test('has every code once, and every account above another', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(chart.filter(({ parent }) => parent !== undefined && !codes.includes(parent))).toEqual([])
  })

  test('has the accounts that roles stand for', () => {
    const missing = Object.keys(accountRoles)
      .filter(isAccountRole)
      .map((role) => roleAccount(role, standard))
      .filter((code) => code !== null && !codes.includes(code))
    expect(missing).toEqual([])
  })
})

const files = { smallBusiness: 'small-business-2011.csv', enterprise: 'enterprise-general.csv' }
const folder = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'coa-cn')
if (!existsSync(folder)) console.warn(`left out: the charts were not compared with ${folder}`)

/** What later standards put in place of the list's: new financial instruments (2017), and 合同资产 beside 持有待售资产 on 1481. */
const renamed = ['1481 合同资产', '1501 持有至到期投资', '1502 持有至到期投资减值准备', '1503 可供出售金融资产']

describe.skipIf(!existsSync(folder))('the charts against the lists of the standards', () => {
  test.each(standards)('%s: code, name, category and side', (standard) => {
    const rows = readFileSync(join(folder, files[standard]), 'utf8').trim().split(/\r?\n/).slice(1)
    const own = new Set(
      chartFor(standard).map(({ code, name, category, side }) =>
        [code, name, category === 'profitLoss' ? 'profit_loss' : category, side].join(),
      ),
    )
    const missing = rows.filter((row) => !own.has(row)).map((row) => row.split(',').slice(0, 2).join(' '))
    expect(missing).toEqual(standard === 'enterprise' ? renamed : [])
  })
})
