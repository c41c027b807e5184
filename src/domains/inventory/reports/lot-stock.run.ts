import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { lotStates } from '../../../ledgers/dimensions/lot.ts'
import { placeKinds } from '../../../ledgers/dimensions/place.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { mixedQuantities } from '../../../ledgers/mixed-quantities.ts'
import { fitness, lotStock } from './lot-stock.ts'

interface Row {
  readonly item: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly alert: number | null
  readonly lot_id: string
  readonly lot: string
  readonly warehouse: string
  readonly place: PlaceKind
  readonly quantity: string
  readonly second: string
  readonly produced_on: CalendarDate | null
  readonly expires_on: CalendarDate | null
  readonly state: keyof typeof lotStates
  readonly reason: string | null
  readonly supplier_lot: string | null
  readonly supplier: string | null
}

const usualAlert = 30

/** 红黄灯: frozen and recalled, past its day, within the days of its alert, or fit. */
const fitnessOf = (row: Row, left: number | null, within: number | null): keyof typeof fitness => {
  if (row.state !== 'normal') return 'frozen'
  if (left === null) return 'fit'
  if (left < 0) return 'expired'
  return left <= (within ?? row.alert ?? usualAlert) ? 'soon' : 'fit'
}

export const runLotStock = defineReportRun(lotStock, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await work.tx.rows<Row>(
    `select b.item, i.code, i.name, u.name as unit, i.expiry_alert_days as alert, l.id as lot_id, b.lot, w.name as warehouse, b.place,
       trim_scale(b.quantity)::text as quantity, trim_scale(b.second_quantity)::text as second, l.produced_on, l.expires_on, l.state,
       l.reason, l.supplier_lot, p.name as supplier
     from stock_lot_balance b join lot l on l.company_id = $1 and l.item = b.item and l.number = b.lot
     join item i on i.company_id = $1 and i.id = b.item join unit u on u.company_id = $1 and u.id = i.unit
     join warehouse w on w.company_id = $1 and w.id = b.warehouse left join party p on p.company_id = $1 and p.id = l.supplier
     where b.company_id = $1 and ($2::uuid is null or b.item = $2) and ($3::uuid is null or b.warehouse = $3)
       and ($4::uuid is null or l.id = $4) and ($5::boolean or b.quantity <> 0)
     order by l.expires_on nulls last, i.code, b.lot, w.code, b.place`,
    [
      work.company,
      parameters.item ?? null,
      parameters.warehouse ?? null,
      parameters.lot ?? null,
      parameters.withEmpty === true,
    ],
    { named: false },
  )
  const mixed = await mixedQuantities(
    work,
    rows.map((row) => row.item),
  )
  const shown = rows.map((row) => {
    const left = row.expires_on === null ? null : daysBetween(today, row.expires_on)
    return { row, left, light: fitnessOf(row, left, parameters.withinDays ?? null) }
  })
  return {
    rows: shown
      .filter(({ light }) => (parameters.fitness ?? light) === light)
      .map(({ row, left, light }) => ({
        light: row.state === 'normal' ? fitness[light] : lotStates[row.state],
        itemId: row.item,
        itemName: `${row.code} ${row.name}`,
        lotType: 'lot',
        lotId: row.lot_id,
        lot: row.lot,
        warehouse: row.warehouse,
        place: row.place === 'onHand' ? '可用' : placeKinds[row.place],
        quantity: row.quantity,
        unit: row.unit,
        mixed: mixed(row.item, row.quantity),
        second: row.second === '0' ? null : row.second,
        producedOn: row.produced_on,
        expiresOn: row.expires_on,
        daysLeft: left,
        supplierLot: row.supplier_lot,
        supplier: row.supplier,
        reason: row.reason,
      })),
    notes: [`截至 ${today}`],
  }
})
