/** Types of documents whose entries on 生产成本 belong to an order. */
export const orderedTypes = [
  'materialIssue',
  'materialReturn',
  'productionReceipt',
  'completionCosting',
  'costAllocation',
]
const orderedList = orderedTypes.map((type) => `'${type}'`).join(', ')

/** The accounts of work in progress; `$1` is the company. */
export const progressAccounts = `(select id from account where company_id = $1 and (
  id in (select account from account_mapping where company_id = $1 and role = 'workInProgress')
  or parent in (select account from account_mapping where company_id = $1 and role = 'workInProgress')))`

/** Documents of a type that stand: posted, and neither reversed nor a reversal. */
export const standing = (table: string, as: string) => `${as}.company_id = $1 and ${as}.state in ('posted', 'closed')
  and ${as}.reverses is null and not exists (select 1 from ${table} r where r.company_id = $1 and r.reverses = ${as}.id and r.state in ('posted', 'closed'))`

/**
 * What each stock entry put on work in progress, with the sign of a debit. What a late value asked for is all of it, whatever stock
 * could carry; what a replay finds of such a correction stands against another role.
 */
const stockEntries = `select e.document_type, e.document_id, e.line_id, e.date, e.item,
    -(case when e.kind = 'difference' and c.kind in ('giveBack', 'revalue', 'takeBack') then 0 else coalesce(e.asked, -n.asked, e.amount) end) as amount
  from stock_entry e
  left join stock_entry c on c.company_id = $1 and c.id = e.corrects
  left join stock_entry n on n.company_id = $1 and n.id = e.negates
  where e.company_id = $1 and e.against @> '[{"role": "workInProgress"}]'::jsonb`

/**
 * 生产成本 by order, line by line: a table expression of (order_id, sort, document_type, document_id, line_id, date, item, amount).
 * `sort` is what the line is to the order: material, labour, overhead, or out where something was finished or lost.
 */
export const orderedEntries = `(
  select d.work_order_id as order_id, 'material' as sort, e.document_type, e.document_id, e.line_id, e.date, e.item, e.amount
    from (${stockEntries}) e join material_issue d on d.company_id = $1 and d.id = e.document_id
  union all
  select d.work_order_id, 'material', e.document_type, e.document_id, e.line_id, e.date, e.item, e.amount
    from (${stockEntries}) e join material_return d on d.company_id = $1 and d.id = e.document_id
  union all
  select d.work_order_id, 'out', e.document_type, e.document_id, e.line_id, e.date, e.item, e.amount
    from (${stockEntries}) e join production_receipt d on d.company_id = $1 and d.id = e.document_id
  union all
  select l.work_order_id, 'out', e.document_type, e.document_id, e.line_id, e.date, e.item, e.amount
    from (${stockEntries}) e join completion_costing_true_ups l on l.company_id = $1 and l.id = e.line_id
  union all
  select l.work_order_id, 'out', 'completionCosting', d.id, l.id, d.date, null, -l.loss
    from completion_costing d join completion_costing_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('completion_costing', 'd')} and l.loss <> 0
  union all
  select l.work_order_id, l.element, 'costAllocation', d.id, l.id, d.date, null, l.amount
    from cost_allocation d join cost_allocation_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('cost_allocation', 'd')})`

/**
 * What stands on 生产成本 and no order has: by department, labour that is to be shared out and what was entered by hand. What a
 * replay of costs found is the orders', whichever document brought it about.
 */
export const unassignedEntries = `(
  select e.department, e.document_type, e.document_id, e.line_id, e.date, e.account_id as account, e.debit - e.credit as amount
    from general_entry e where e.company_id = $1 and e.account_id in ${progressAccounts} and e.document_type not in (${orderedList})
      and coalesce(e.voucher_kind, '') <> 'difference'
  union all
  select l.department, 'costAllocation', d.id, l.id, d.date, l.account, -l.amount
    from cost_allocation d join cost_allocation_pools l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('cost_allocation', 'd')} and l.account in ${progressAccounts})`
