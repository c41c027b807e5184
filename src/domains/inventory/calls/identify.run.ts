import { readScan } from '../../../base/gs1/scan.ts'
import type { Scan } from '../../../base/gs1/scan.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { identify } from './identify.ts'

interface Found {
  readonly item: string
  readonly code: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly lot: string | null
  readonly serial: string | null
}

// The item's own code and barcode come before the barcode of a unit, and that before a unit's serial number in stock.
const findSql = `
  select 1 as rank, r.code, i.id as item, null::uuid as unit, null as unit_name, null as lot, null as serial
  from unnest($2::text[]) as r(code) join item i on i.company_id = $1 and i.code = r.code and not i.disabled
  union all
  select 2, r.code, i.id, null, null, null, null
  from unnest($2::text[]) as r(code) join item i on i.company_id = $1 and i.barcode = r.code and not i.disabled
  union all
  select 3, r.code, i.id, a.unit, u.name, null, null
  from unnest($2::text[]) as r(code) join item_units a on a.company_id = $1 and a.barcode = r.code
  join item i on i.company_id = $1 and i.id = a.owner_id and not i.disabled join unit u on u.company_id = $1 and u.id = a.unit
  union all
  select 4, r.code, s.item, null, null, s.lot, s.number
  from unnest($2::text[]) as r(code) join stock_serial s on s.company_id = $1 and s.number = r.code
  order by 1`

interface Row {
  readonly code: string
  readonly item: string
  readonly unit: string | null
  readonly unit_name: string | null
  readonly lot: string | null
  readonly serial: string | null
}

/** What each code is, the likeliest form of it first; null where nothing is known by it. */
const findAll = async (work: Work, scans: readonly Scan[]): Promise<(Found | null)[]> => {
  const codes = [...new Set(scans.flatMap((scan) => scan.codes))]
  const rows = await work.tx.rows<Row>(findSql, [work.company, codes])
  const byCode = new Map(rows.toReversed().map((row) => [row.code, row]))
  return scans.map((scan) => {
    const row = scan.codes.map((code) => byCode.get(code)).find((one) => one !== undefined)
    return row === undefined
      ? null
      : { item: row.item, code: row.code, unit: row.unit, unitName: row.unit_name, lot: row.lot, serial: row.serial }
  })
}

export const runIdentify = defineCallRun(identify, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const texts = (parameters.codes ?? '').split('\n').filter((one) => one.trim() !== '')
  const scans = texts.map((text) => readScan(text, Number(today.slice(0, 4))))
  const found = await findAll(work, scans)
  const items = await loadEntities(work, item, [...new Set(found.flatMap((one) => one?.item ?? []))])
  return {
    scanned: scans.map((scan, index) => {
      const one = found[index] ?? null
      const record = one === null ? undefined : items.get(one.item)
      if (one === null || record === undefined) return null
      return {
        item: record.id,
        code: record.code,
        name: record.name,
        unit: one.unit,
        unitName: one.unitName,
        lot: scan.lot ?? one.lot,
        serial: scan.serial ?? one.serial,
        tracksLots: record.tracksLots === true,
        tracksSerials: record.tracksSerials === true,
        producedOn: scan.producedOn,
        expiresOn: scan.expiresOn,
        quantity: (scan.count ?? scan.weight)?.toString() ?? '1',
      }
    }),
  }
})
