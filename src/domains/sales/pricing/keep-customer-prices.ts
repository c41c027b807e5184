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

/** 更新价格: what was typed by hand becomes the customer's own price, in the list `KH-` and the customer's code. */
export const keepCustomerPrices = async (
  work: Work,
  draft: { readonly header: Values; readonly lines: readonly Values[] },
): Promise<void> => {
  const typed = draft.lines.filter((line) => String(line['priceSource']).startsWith(byHand) && line['isGift'] !== true)
  const { customer, priceIncludesTax } = draft.header
  if (typed.length === 0 || typeof customer !== 'string') return
  const [found] = await work.tx.rows<{ code: string; name: string; list: string | null }>(
    `select c.code, c.name, l.id as list from party c left join price_list l on l.company_id = $1 and l.code = 'KH-' || c.code
     where c.company_id = $1 and c.id = $2`,
    [work.company, customer],
  )
  if (found === undefined) return
  const fresh = typed.map((line) => asLine({ ...line, fromQuantity: null }))
  if (found.list === null) {
    await createEntity(work, priceList, {
      code: `KH-${found.code}`,
      name: `${found.name} 专价`,
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
