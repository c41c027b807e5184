import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { bin } from '../../dimensions/bin.ts'
import { item } from '../../dimensions/item.ts'
import { warehouse } from '../../dimensions/place.ts'

/** 仓库: bins are given up when nothing lies in them any more. */
export const checkWarehouse: EntityCheck = {
  entity: warehouse,
  check: async (record, work, isNew) => {
    if (isNew || record['keepsBins'] === true) return []
    const rows = await work.tx.rows<{ name: string }>(
      `select b.name from bin b where b.company_id = $1 and b.warehouse = $2 and exists (
         select 1 from stock_bin_balance s where s.company_id = $1 and s.bin = b.id and s.quantity <> 0) order by b.code limit 1`,
      [work.company, record['id']],
    )
    return rows.map(({ name }) =>
      fieldProblem(
        'keepsBins',
        `货位 ${name} 还有货，不能停用；请先用移库单下架`,
        `bin ${name} still holds goods; take them out by a bin transfer first`,
      ),
    )
  },
}

/** 货位: it lies in a warehouse that keeps bins, and stays there once goods were in it. */
export const checkBin: EntityCheck = {
  entity: bin,
  check: async (record, work) => {
    const [found] = await work.tx.rows<{ keeps: boolean | null; moved: boolean }>(
      `select w.keeps_bins as keeps, exists (
         select 1 from bin b join stock_bin_balance s on s.company_id = $1 and s.bin = b.id
         where b.company_id = $1 and b.id = $3 and b.warehouse <> $2) as moved
       from warehouse w where w.company_id = $1 and w.id = $2`,
      [work.company, record['warehouse'], record['id']],
    )
    const problems: FieldProblem[] = []
    if (found !== undefined && found.keeps !== true) {
      problems.push(
        fieldProblem('warehouse', '该仓库没有启用货位，请先在仓库中启用', 'keeps no bins; turn them on there'),
      )
    }
    if (found?.moved === true) {
      problems.push(
        fieldProblem('warehouse', '货位已有出入库，不能换仓库', 'has held goods; it stays in its warehouse'),
      )
    }
    return problems
  },
}

const linesOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((line) => typeof line === 'object' && line !== null) : []

/** 默认货位: one a warehouse, or nobody could say where goods are put. */
export const checkUsualBins: EntityCheck = {
  entity: item,
  check: async (record, work) => {
    const ids = linesOf(record['bins']).flatMap((line) => (typeof line['bin'] === 'string' ? [line['bin']] : []))
    if (ids.length < 2) return []
    const bins = await loadEntities(work, bin, ids)
    const warehouses = ids.map((id) => bins.get(id)?.warehouse)
    return ids.flatMap((_id, index) =>
      warehouses.indexOf(warehouses[index]) < index
        ? [fieldProblem(`bins.${index}.bin`, '同一仓库只填一个默认货位', 'that warehouse has a usual bin already')]
        : [],
    )
  },
}
