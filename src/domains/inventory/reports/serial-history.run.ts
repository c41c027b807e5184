import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { placeKinds } from '../../../ledgers/dimensions/place.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { headsOf } from '../../../ledgers/stock/tracking/document-heads.ts'
import { serialHistory } from './serial-history.ts'

interface Row {
  readonly number: string
  readonly code: string
  readonly name: string
  readonly item: string
  readonly document_type: string
  readonly document_id: string
  readonly date: CalendarDate
  readonly warehouse: string
  readonly place: PlaceKind
  readonly lot: string | null
  readonly is_in: boolean
  readonly cost: string | null
}

interface Now {
  readonly name: string
  readonly number: string
  readonly warehouse: string | null
  readonly place: PlaceKind | null
}

const placeName = (warehouse: string, place: PlaceKind) =>
  place === 'onHand' ? warehouse : `${warehouse}（${placeKinds[place]}）`

/** Found by number alone, or with its item: two looks into indexes, however many units there are. */
export const runSerialHistory = defineReportRun(serialHistory, async (parameters, work) => {
  const asked = [work.company, parameters.serialNumber?.trim() ?? '', parameters.item ?? null]
  const [rows, now] = await Promise.all([
    work.tx.rows<Row>(
      `select l.number, i.code, i.name, i.id as item, e.document_type, e.document_id, e.date, w.name as warehouse, e.place, e.lot,
         e.quantity > 0 as is_in, nullif(round(abs(e.amount / nullif(e.quantity, 0)), 2), 0)::text as cost
       from stock_entry_serial l join stock_entry e on e.company_id = $1 and e.id = l.entry
       join item i on i.company_id = $1 and i.id = l.item join warehouse w on w.company_id = $1 and w.id = e.warehouse
       where l.company_id = $1 and l.number = $2 and ($3::uuid is null or l.item = $3)
         and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
       order by i.code, l.entry`,
      asked,
    ),
    work.tx.rows<Now>(
      `select i.name, s.number, w.name as warehouse, s.place from stock_serial s join item i on i.company_id = $1 and i.id = s.item
       left join warehouse w on w.company_id = $1 and w.id = s.warehouse
       where s.company_id = $1 and s.number = $2 and ($3::uuid is null or s.item = $3) order by i.code`,
      asked,
    ),
  ])
  const heads = await headsOf(
    work,
    rows.map((row) => ({ type: row.document_type, id: row.document_id })),
  )
  const parties = await loadEntities(work, party, [...new Set([...heads.values()].flatMap((head) => head.party ?? []))])
  return {
    rows: rows.map((row) => {
      const head = heads.get(row.document_id)
      return {
        date: row.date,
        itemName: `${row.code} ${row.name}`,
        serialNumber: row.number,
        what: work.installed.catalogue.documents.get(row.document_type)?.label ?? row.document_type,
        documentType: row.document_type,
        documentId: row.document_id,
        documentNumber: head?.number ?? '',
        way: row.is_in ? '入' : '出',
        warehouse: placeName(row.warehouse, row.place),
        partyName: parties.get(head?.party ?? '')?.name ?? null,
        lot: row.lot,
        cost: row.cost,
      }
    }),
    notes: now.map((one) =>
      one.place === null || one.warehouse === null
        ? `${one.name} ${one.number}：已出库`
        : `${one.name} ${one.number}：在${placeName(one.warehouse, one.place)}`,
    ),
  }
})
