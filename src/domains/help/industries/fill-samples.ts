import { addDays, firstOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import { shapedNow } from '../../../kernel/own/installed-in.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { openingStock } from '../../inventory/index.ts'
import { purchaseOrder, purchaseReceipt } from '../../purchasing/index.ts'
import { salesDelivery, salesOrder } from '../../sales/index.ts'
import type { Industry, SampleItem } from './industry.ts'

/** The type as the company has shaped it by now: with its own fields and numbers. */
const shaped = (work: Work, type: AnyDocument): AnyDocument => work.installed.catalogue.documents.get(type.name) ?? type

const post = async (work: Work, type: AnyDocument, input: JsonObject): Promise<LoadedRecord> => {
  const own = shaped(work, type)
  return actOn(work, own, await createDocument(work, own, input), 'post', {})
}

const grow = async (
  work: Work,
  from: AnyDocument,
  record: LoadedRecord,
  to: AnyDocument,
  more: JsonObject,
): Promise<LoadedRecord> => {
  const { draft } = await convertDocument(work, shaped(work, from), String(record.header['id']), to.name)
  return post(work, to, { ...(JSON.parse(JSON.stringify(draft)) as JsonObject), ...more })
}

/** A unit by its name: samples are written with the words that people use. */
const unitCode = async (work: Work, name: string): Promise<string> => {
  const [row] = await work.tx.rows<{ code: string }>(
    `select code from unit where company_id = $1 and name = $2 order by code limit 1`,
    [work.company, name],
  )
  if (row !== undefined) return row.code
  const code = `U${String(name.codePointAt(0))}`
  await createEntity(work, unit, { code, name, places: 0 })
  return code
}

const putItems = async (work: Work, items: readonly SampleItem[]): Promise<void> => {
  for (const [code, name, unitName, category, cost, price] of items) {
    await createEntity(work, item, {
      code,
      name,
      unit: await unitCode(work, unitName),
      category,
      taxRate: 'VAT13',
      purchasePrice: cost,
      ...(price === '0' ? {} : { salePrice: price }),
    })
  }
}

const putParties = async (work: Work, { customers, suppliers }: Industry): Promise<void> => {
  for (const [index, name] of customers.entries())
    await createEntity(work, party, { code: `KH0${index + 1}`, name, isCustomer: true, paymentDays: 30 })
  for (const [index, name] of suppliers.entries())
    await createEntity(work, party, { code: `GYS0${index + 1}`, name, isSupplier: true, paymentDays: 30 })
}

const openingLines = (items: readonly SampleItem[]): JsonObject[] =>
  items.map(([code, , , , cost, , quantity]) => ({ item: code, quantity: String(quantity), unitCost: cost }))

/** A little trade of this month, so that nothing on the screens is empty: bought and received, ordered and delivered. */
const putTrade = async (work: Work, { items }: Industry, today: CalendarDate): Promise<void> => {
  const [bought] = items
  const sold = items.find(([, , , , , price]) => price !== '0')
  if (bought !== undefined) {
    const lines = [{ item: bought[0], quantity: '20', price: bought[4] }]
    const order = await post(work, purchaseOrder, { date: today, supplier: 'GYS01', lines })
    await grow(work, purchaseOrder, order, purchaseReceipt, { date: today, warehouse: 'MAIN' })
  }
  if (sold === undefined) return
  const lines = [{ item: sold[0], quantity: '5', price: sold[5] }]
  const order = await post(work, salesOrder, { date: today, customer: 'KH01', warehouse: 'MAIN', lines })
  await grow(work, salesOrder, order, salesDelivery, { date: today, warehouse: 'MAIN' })
}

/** Whether samples can be put in: not beside what someone has entered. */
export const isEmptyCompany = async (work: Work): Promise<boolean> =>
  (await work.tx.rows(`select 1 from item where company_id = $1 limit 1`, [work.company])).length === 0

/** 示例数据: items, customers and suppliers of the trade with stock of the day before this month, and a little trade, all by posting. */
export const fillSamples = async (before: Work, industry: Industry): Promise<void> => {
  const work = { ...before, installed: await shapedNow(before) }
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  await putItems(work, industry.items)
  await putParties(work, industry)
  await post(work, openingStock, {
    date: addDays(firstOfMonth(today), -1),
    warehouse: 'MAIN',
    lines: openingLines(industry.items),
  })
  await putTrade(work, industry, today)
}
