import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, forbidden, notFound } from '../../../kernel/definition/problem.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import { createDocument, numberIn } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseRequest } from '../../purchasing/index.ts'
import { alertWords } from '../alerts/alert-words.ts'
import type { NamedAlert } from '../alerts/alert-words.ts'
import { scrap } from '../documents/scrap.ts'
import { stockTransfer } from '../documents/stock-transfer.ts'
import { actOnAlert } from './act-on-alert.ts'

interface Alert extends NamedAlert {
  readonly item: string
  readonly warehouse: string | null
  /** The most that the limits allow; the missing quantity leads up to it. */
  readonly maximum: string | null
}

const readAlert = async (work: Work, key: string): Promise<Alert> => {
  const [found] = await work.tx.rows<Alert>(
    `select a.kind, a.item, a.item as "itemId", a.warehouse, a.lot, a.quantity, a.threshold as "limit", i.code, i.name, w.name as place,
       coalesce((select max(l.maximum) from stock_limit_limits l join stock_limit s on s.company_id = $1 and s.id = l.owner_id
         where l.company_id = $1 and l.item = a.item and s.warehouse = a.warehouse), case when a.warehouse is null then i.maximum_stock end) as maximum
     from stock_alert a join item i on i.company_id = $1 and i.id = a.item
     left join warehouse w on w.company_id = $1 and w.id = a.warehouse where a.company_id = $1 and a.key = $2`,
    [work.company, key],
  )
  if (found === undefined) throw notFound('此预警已解除', 'This alert is over')
  return found
}

/** How many are missing: up to the upper limit where there is one, else up to the lower one. */
const missing = ({ quantity, limit, maximum }: Alert): Decimal => {
  const wanted = decimal(maximum ?? limit).minus(quantity)
  return wanted.gt(zero) ? wanted : zero
}

const richest = async (work: Work, item: string, but: string | null): Promise<{ id: string; quantity: Decimal }> => {
  const [row] = await work.tx.rows<{ warehouse: string; quantity: string }>(
    `select warehouse, quantity from stock_balance where company_id = $1 and item = $2 and place = 'onHand' and quantity > 0
       and warehouse is distinct from $3 order by quantity desc limit 1`,
    [work.company, item, but],
  )
  if (row === undefined)
    throw conflict('其他仓库没有库存，请改为采购申请', 'No other warehouse has any; request a purchase')
  return { id: row.warehouse, quantity: decimal(row.quantity) }
}

const held = async (work: Work, item: string, warehouse: string): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ quantity: string }>(
    `select quantity from stock_balance where company_id = $1 and item = $2 and warehouse = $3 and place = 'onHand'`,
    [work.company, item, warehouse],
  )
  return decimal(row?.quantity ?? '0')
}

interface Mended {
  readonly definition: AnyDocument
  readonly draft: JsonObject
}

const isShort = ({ kind }: Alert) => kind === 'low' || kind === 'safety'

/** One request for all of them; for the warehouse where all are of one. */
const request = (alerts: readonly Alert[]): Mended => {
  if (!alerts.every(isShort)) throw conflict('只有短缺才需要采购', 'Only what is short is bought')
  const [first, ...others] = alerts
  const warehouse = others.every((one) => one.warehouse === first?.warehouse) ? (first?.warehouse ?? null) : null
  const purpose = first !== undefined && others.length === 0 ? alertWords(first).zh : `${alerts.length} 种商品库存不足`
  return {
    definition: purchaseRequest,
    draft: {
      warehouse,
      purpose,
      lines: alerts.map((alert) => ({ item: alert.item, quantity: missing(alert).toString() })),
    },
  }
}

const transfer = async (work: Work, alert: Alert, asked: string | null): Promise<Mended> => {
  const { lot } = alert
  if (!isShort(alert)) {
    const { warehouse } = alert
    if (warehouse === null) throw conflict('请在调拨单上选择仓库', 'Choose the warehouses on a transfer')
    const over = alert.kind === 'over' ? decimal(alert.quantity).minus(alert.limit) : decimal(alert.quantity)
    const lines = [{ item: alert.item, quantity: over.toString(), lot }]
    return { definition: stockTransfer, draft: { fromWarehouse: warehouse, remark: alertWords(alert).zh, lines } }
  }
  const from =
    asked === null
      ? await richest(work, alert.item, alert.warehouse)
      : { id: asked, quantity: await held(work, alert.item, asked) }
  const wanted = missing(alert)
  const quantity = wanted.gt(from.quantity) ? from.quantity : wanted
  return {
    definition: stockTransfer,
    draft: {
      fromWarehouse: from.id,
      toWarehouse: alert.warehouse,
      remark: alertWords(alert).zh,
      lines: [{ item: alert.item, quantity: quantity.toString() }],
    },
  }
}

const scrapped = (alert: Alert): Mended => {
  const { warehouse, lot, quantity, item } = alert
  if (warehouse === null) throw conflict('请在报损单上选择仓库', 'Choose the warehouse on a scrap note')
  return {
    definition: scrap,
    draft: { warehouse, remark: alertWords(alert).zh, lines: [{ item, quantity: decimal(quantity).toString(), lot }] },
  }
}

/** Writes the draft that mends it, for whoever may write such documents; it waits to be looked at and posted. */
export const runActOnAlert = defineCallRun(actOnAlert, async ({ alert: key, action, from }, work): Promise<Json> => {
  const alerts = await Promise.all((key ?? '').split(',').map((one) => readAlert(work, one)))
  const [alert] = alerts
  if (alert === undefined || (alerts.length > 1 && action !== 'request'))
    throw conflict('一次只能调拨或报损一条', 'Transfers and scrap notes mend one alert at a time')
  const { definition, draft } =
    action === 'transfer'
      ? await transfer(work, alert, from ?? null)
      : action === 'scrap'
        ? scrapped(alert)
        : request(alerts)
  if (!work.actor.may(`${definition.name}.create`)) {
    throw forbidden(`需要权限：${definition.name}.create`, `It needs the right ${definition.name}.create`)
  }
  const made = await createDocument(work, definition, draft)
  return {
    type: definition.name,
    address: kebab(definition.name),
    id: String(made.header['id']),
    number: numberIn(made),
  }
})
