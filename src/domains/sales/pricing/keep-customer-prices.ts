import { Decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { createEntity, findEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Values, Work } from '../../../kernel/posting/work.ts'
import { priceList } from '../entities/price-list.ts'

/** How a price that was typed says where it came from. */
export const byHand = '手工'

const plain = (value: unknown): Json =>
  Decimal.isDecimal(value) ? value.toString() : typeof value === 'string' ? value : null

const key = (line: Readonly<Record<string, unknown>>) => JSON.stringify([plain(line['item']), plain(line['unit'])])

const asLine = (line: Readonly<Record<string, unknown>>): JsonObject => ({
  item: plain(line['item']),
  unit: plain(line['unit']),
  fromQuantity: plain(line['fromQuantity']),
  price: plain(line['price']),
})

/** A price in currency is kept as it was typed. */
const typedPrice = (line: Readonly<Record<string, unknown>>) => ({
  ...line,
  price: line['currencyPrice'] ?? line['price'],
  fromQuantity: null,
})

/** 更新价格: what was typed by hand becomes the customer's own price, in the list `KH-` and the customer's code. */
export const keepCustomerPrices = async (
  work: Work,
  draft: { readonly header: Values; readonly lines: readonly Values[] },
): Promise<void> => {
  const typed = draft.lines.filter((line) => String(line['priceSource']).startsWith(byHand) && line['isGift'] !== true)
  const { customer, priceIncludesTax, rate } = draft.header
  if (typed.length === 0 || typeof customer !== 'string') return
  const [found] = await work.tx.rows<{ code: string; name: string; currency: string | null; list: string | null }>(
    `select c.code, c.name, y.code as currency, l.id as list from party c
     left join currency y on y.company_id = $1 and y.id = $3
     left join price_list l on l.company_id = $1 and l.code = 'KH-' || c.code || coalesce('-' || y.code, '')
     where c.company_id = $1 and c.id = $2`,
    [work.company, customer, Decimal.isDecimal(rate) ? draft.header['currency'] : null],
  )
  if (found === undefined) return
  const fresh = typed.map((line) => asLine(typedPrice(line)))
  if (found.list === null) {
    await createEntity(work, priceList, {
      code: ['KH', found.code, ...(found.currency === null ? [] : [found.currency])].join('-'),
      name: `${found.name} ${found.currency ?? ''}专价`,
      currency: found.currency,
      kind: 'customer',
      customer,
      includesTax: priceIncludesTax !== false,
      lines: fresh,
    })
    return
  }
  const list = await findEntity(work, priceList, found.list)
  const renewed = new Set(fresh.map(key))
  const kept = (list.tables['lines'] ?? []).filter((line) => line['fromQuantity'] !== null || !renewed.has(key(line)))
  await updateEntity(work, priceList, found.list, { lines: [...kept.map(asLine), ...fresh] })
}
