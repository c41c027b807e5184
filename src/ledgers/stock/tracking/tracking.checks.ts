import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck, Work } from '../../../kernel/posting/work.ts'
import { item } from '../../dimensions/item.ts'
import { lot } from '../../dimensions/lot.ts'

type Values = Readonly<Record<string, unknown>>

const trackings = [
  ['tracksLots', 'tracks_lots', '批次管理'],
  ['tracksSerials', 'tracks_serials', '序列号管理'],
  ['secondUnit', 'second_unit', '辅计量单位'],
] as const

/** Goods that are there were not tracked so: what the books know of them could not be told apart afterwards. */
const changedWithStock = async (record: Values, work: Work): Promise<FieldProblem[]> => {
  const [stored] = await work.tx.rows<Values>(
    `select tracks_lots, tracks_serials, second_unit from item i where i.company_id = $1 and i.id = $2
     and exists (select 1 from stock_balance b where b.company_id = $1 and b.item = i.id and b.quantity <> 0)`,
    [work.company, record['id']],
  )
  if (stored === undefined) return []
  return trackings
    .filter(([field, column]) => (record[field] || null) !== (stored[column] || null))
    .map(([field, , label]) =>
      fieldProblem(
        field,
        `还有库存，不能更改${label}；请先出清，改后再入库`,
        'cannot change while there is stock; clear it out first and take it in again',
      ),
    )
}

/** 商品 by lot or serial number: services have no stock, a rule needs its serial, and stock that is there keeps how it is tracked. */
export const checkItemTracking: EntityCheck = {
  entity: item,
  check: async (record, work, isNew) => {
    const { lotRule, isService, tracksLots, tracksSerials, secondPerBase, secondUnit } = record
    const problems = isNew ? [] : await changedWithStock(record, work)
    if (typeof lotRule === 'string' && !/\{seq:\d+\}/u.test(lotRule)) {
      problems.push(fieldProblem('lotRule', '规则里要有流水号，如 {seq:3}', 'needs a serial, as {seq:3}'))
    }
    if (isService === true && (tracksLots === true || tracksSerials === true)) {
      problems.push(
        fieldProblem('isService', '服务不进库存，不能按批次或序列号管理', 'a service has no stock to track'),
      )
    }
    if (secondPerBase !== null && secondPerBase !== undefined && !secondUnit) {
      problems.push(
        fieldProblem('secondUnit', '填了参考换算，请选择辅计量单位', 'which unit is the usual quantity in?'),
      )
    }
    return problems
  },
}

/** 批次: a reason for what is frozen, one lot of a number for an item, and no other name for goods that have moved. */
export const checkLot: EntityCheck = {
  entity: lot,
  check: async (record, work) => {
    const problems: FieldProblem[] = []
    if (record['state'] !== 'normal' && (record['reason'] ?? '') === '') {
      problems.push(fieldProblem('reason', '请填写冻结或召回的原因', 'why is it frozen or recalled?'))
    }
    const [found] = await work.tx.rows<{ twin: boolean; renamed: boolean }>(
      `select exists (select 1 from lot where company_id = $1 and item = $2 and number = $3 and id <> $4) as twin,
         exists (select 1 from lot l join stock_entry e on e.company_id = $1 and e.item = l.item and e.lot = l.number
           where l.company_id = $1 and l.id = $4 and (l.item <> $2 or l.number <> $3)) as renamed`,
      [work.company, record['item'], record['number'], record['id']],
    )
    if (found?.twin === true) {
      problems.push(fieldProblem('number', '该商品已有这个批号', 'the item has a lot of this number already'))
    }
    if (found?.renamed === true) {
      problems.push(
        fieldProblem('number', '批次已有出入库，不能改批号或商品', 'it has moved; it keeps its number and item'),
      )
    }
    return problems
  },
}
