import type { BenchCompany } from './product.ts'

const madeBy = `now(), 'bench', now(), 'bench'`

/**
 * So many movements of item I0 over lots of a hundred each: in once, and out ninety-nine times, each in a document of its own. Answers
 * the id of one of the lots.
 */
export const fillLots = async (company: BenchCompany, entries: number): Promise<string> => {
  let lot = ''
  await company.fill(async (tx) => {
    await tx.query(
      `insert into lot (company_id, id, code, name, item, number, state, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'L' || n || '@I0', '批次' || n, i.id, 'L' || n, 'normal', ${madeBy}
       from generate_series(0, $2::int / 100 - 1) n, item i where i.company_id = $1 and i.code = 'I0'`,
      [company.id, entries],
    )
    await tx.query(
      `insert into stock_entry (company_id, id, posting_id, document_type, document_id, date, recorded_at, role, against, item, warehouse, place, lot, quantity, amount, kind, pool, sequence)
       select $1, gen_random_uuid(), gen_random_uuid(), case when n % 100 = 0 then 'purchaseReceipt' else 'salesDelivery' end, gen_random_uuid(),
         date '2025-01-01' + (n * 365 / $2::bigint)::int, now(), 'inventory', '{"within": true, "remainder": null}', i.id, w.id, 'onHand', 'L' || n / 100,
         case when n % 100 = 0 then 100 else -1 end, 0, case when n % 100 = 0 then 'receive' else 'issue' end, '', n::int
       from generate_series(0, $2::bigint - 1) n, item i, warehouse w
       where i.company_id = $1 and i.code = 'I0' and w.company_id = $1 and w.code = 'MAIN'`,
      [company.id, entries],
    )
    await tx.query(
      `insert into stock_lot_balance (company_id, item, warehouse, place, lot, quantity)
       select $1, item, warehouse, place, lot, sum(quantity) from stock_entry where company_id = $1 and lot is not null group by 2, 3, 4, 5`,
      [company.id],
    )
    const rows = await tx.rows<{ id: string }>(`select id from lot where company_id = $1 and number = 'L7'`, [
      company.id,
    ])
    lot = rows[0]?.id ?? ''
  })
  return lot
}

/** So many units of item I1, each moved once by the first entries of I0; answers the number of one of them. */
export const fillSerials = async (company: BenchCompany, units: number): Promise<string> => {
  await company.fill(async (tx) => {
    await tx.query(
      `with e as (select id, date, warehouse from stock_entry where company_id = $1 order by id limit 1)
       insert into stock_entry_serial (company_id, entry, item, number)
       select $1, e.id, i.id, 'SN' || lpad(n::text, 9, '0') from generate_series(1, $2::bigint) n, e, item i
       where i.company_id = $1 and i.code = 'I1'`,
      [company.id, units],
    )
    await tx.query(
      `insert into stock_serial (company_id, item, number, warehouse, place, entry, date)
       select l.company_id, l.item, l.number, e.warehouse, 'onHand', l.entry, e.date
       from stock_entry_serial l join stock_entry e on e.company_id = $1 and e.id = l.entry where l.company_id = $1`,
      [company.id],
    )
  })
  return 'SN000004711'
}
