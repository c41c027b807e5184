import { Decimal, decimal, isDecimalString } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { bom } from './bom.ts'

type Values = Readonly<Record<string, unknown>>

const rowsOf = (record: Values, table: string): readonly Values[] => {
  const rows = record[table]
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'object' && row !== null) : []
}

// What nobody typed is there as the text that the field begins with.
const isAbove = (value: unknown) =>
  (Decimal.isDecimal(value) || (typeof value === 'string' && isDecimalString(value))) && decimal(value).gt(0)

/** Every product that is reached from what goes into one, so that nothing is made of itself. */
const madeOfItself = `with recursive parts as (
  select c.component as item from unnest($2::uuid[]) as c(component)
  union select l.component from parts p join bom b on b.company_id = $1 and b.item = p.item and not b.disabled
    join bom_components l on l.company_id = $1 and l.owner_id = b.id)
  select 1 as found from parts where item = $3 limit 1`

/** A version makes something of something else, and each version of a product begins on a day of its own. */
export const checkBom: EntityCheck = {
  entity: bom,
  check: async (record, work) => {
    const components = rowsOf(record, 'components')
    const parts = components.map((line) => line['component']).filter((id) => typeof id === 'string')
    const [loop, twin] = await Promise.all([
      work.tx.rows(madeOfItself, [work.company, parts, record['item'] ?? null]),
      work.tx.rows<{ code: string }>(
        `select code from bom where company_id = $1 and item = $2 and valid_from = $3 and id <> $4 and not disabled limit 1`,
        [work.company, record['item'] ?? null, record['validFrom'] ?? null, record['id'] ?? null],
      ),
    ])
    return [
      ...((record['quantity'] ?? null) === null || isAbove(record['quantity'])
        ? []
        : [fieldProblem('quantity', '须大于零', 'must be above zero')]),
      ...components.flatMap((line, index) =>
        isAbove(line['quantity'])
          ? []
          : [fieldProblem(`components.${index}.quantity`, '须大于零', 'must be above zero')],
      ),
      ...(loop.length > 0
        ? [fieldProblem('components', '产品直接或间接用到了自己', 'the product is made of itself')]
        : []),
      ...twin.map((other) =>
        fieldProblem('validFrom', `版本 ${other.code} 也从这天生效`, `version ${other.code} begins on that day too`),
      ),
    ]
  },
}
