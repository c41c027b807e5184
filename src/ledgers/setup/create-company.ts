import { createEntity } from '../../kernel/documents/entities.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { assetCategory } from '../dimensions/asset.ts'
import { company } from '../dimensions/company.ts'
import { itemCategory, taxRate, unit } from '../dimensions/item.ts'
import { cashAccount, warehouse } from '../dimensions/place.ts'
import { usualAssetCategories } from './asset-categories.ts'
import { createChart } from './create-chart.ts'

/** What a new set of books begins with. */
export interface NewCompany {
  readonly code: string
  readonly name: string
  /** Settings of the company's own fields; what is not said is the default. */
  readonly settings?: JsonObject
}

const units = [
  ['PCS', '个', 0],
  ['SET', '套', 0],
  ['BOX', '箱', 0],
  ['BTL', '瓶', 0],
  ['KG', '千克', 3],
  ['M', '米', 2],
] as const

const rates = [
  ['VAT13', '13%', '13'],
  ['VAT9', '9%', '9'],
  ['VAT6', '6%', '6'],
  ['VAT3', '3%', '3'],
  ['VAT1', '1%', '1'],
  ['VAT0', '0%', '0'],
] as const

const createBasics = async (work: Work, currency: string): Promise<void> => {
  for (const [code, name, places] of units) await createEntity(work, unit, { code, name, places })
  for (const [code, name, rate] of rates) await createEntity(work, taxRate, { code, name, rate })
  await createEntity(work, itemCategory, { code: 'GOODS', name: '商品' })
  for (const category of usualAssetCategories) await createEntity(work, assetCategory, { ...category })
  await createEntity(work, warehouse, { code: 'MAIN', name: '主仓库' })
  // Until the openings are entered they hold nothing that could be paid from.
  const own = { currency, mayBeNegative: true }
  await createEntity(work, cashAccount, { code: 'CASH', name: '现金', kind: 'cash', ...own })
  await createEntity(work, cashAccount, { code: 'BANK', name: '银行存款', kind: 'bank', ...own })
}

/**
 * A set of books ready to use: the company with its settings, the chart of its accounting standard, the account mapping, and the
 * units, tax rates, warehouse and cash accounts that everyone needs. The unit of work acts in the new company already.
 */
export const createCompany = async (work: Work, given: NewCompany): Promise<LoadedRecord> => {
  const { code, name, settings } = given
  const created = await createEntity(work, company, { ...settings, code, name }, work.company)
  await work.tx.query(`insert into company_directory (company_id, code, name, zone) values ($1, $2, $3, $4)`, [
    work.company,
    code,
    name,
    created.header['zone'],
  ])
  await createChart(work, {
    standard: created.header['standard'] === 'enterprise' ? 'enterprise' : 'smallBusiness',
    codeLengths: String(created.header['accountCodes']),
  })
  await createBasics(work, String(created.header['currency']))
  return created
}
