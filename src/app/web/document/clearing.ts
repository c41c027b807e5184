import type { FieldValue } from '../../../ui/field/field.ts'

type Values = Readonly<Record<string, FieldValue>>

const inCurrency = ['currencyNet', 'currencyTax', 'currencyGross'] as const
const amounts = ['net', 'tax', 'gross', 'amount', ...inCurrency] as const

/**
 * What a person typed before and no longer means once another field is typed: another item has another price, another
 * quantity another amount. Only typed values are cleared; derived ones follow by themselves.
 */
const cleared: Readonly<Record<string, readonly string[]>> = {
  item: ['unit', 'price', 'currencyPrice', 'unitCost', 'taxRate', 'discount', 'lot', 'spec', ...amounts],
  expenseItem: ['taxRate', 'net', 'tax'],
  incomeItem: ['taxRate', 'net', 'tax'],
  unit: ['price', 'currencyPrice', 'unitCost', ...amounts],
  quantity: amounts,
  price: amounts,
  currencyPrice: ['price', ...amounts],
  unitCost: ['amount'],
  discount: amounts,
  taxRate: ['net', 'tax', 'gross', ...inCurrency],
  isGift: ['price', 'currencyPrice', 'discount', ...amounts],
  net: ['price', 'tax', 'gross'],
  gross: ['price', 'net', 'tax'],
  currencyNet: ['price', 'currencyPrice', 'currencyTax', 'currencyGross', 'net', 'tax', 'gross'],
  currencyGross: ['price', 'currencyPrice', 'currencyNet', 'currencyTax', 'net', 'tax', 'gross'],
  amount: ['unitCost'],
}

/** Where the amount itself is what a person gives, it is not cleared by what goes beside it. */
const given: Readonly<Record<string, readonly string[]>> = { taxRate: ['gross'] }

const isEmpty = (value: FieldValue | undefined): boolean => value === null || value === undefined || value === ''

/**
 * The typed values of a line after one of them was typed. `shown` is the line with what was derived: a price that an
 * amount said (倒算单价) stays when the quantity changes. `fields` are those of the table; a table without a quantity
 * takes its amount as given.
 */
export function typedAfter(
  typed: Values,
  shown: Values,
  field: string,
  value: FieldValue,
  fields: ReadonlySet<string>,
): Values {
  const hasQuantity = fields.has('quantity')
  const gone = (cleared[field] ?? []).filter((name) => hasQuantity || !given[field]?.includes(name))
  const next: Record<string, FieldValue> = { ...typed }
  const saidByAmount = isEmpty(typed.price) && amounts.some((name) => !isEmpty(typed[name]))
  if (saidByAmount && field !== 'price' && !gone.includes('price') && gone.includes('gross') && fields.has('price')) {
    if (!isEmpty(shown.price)) next.price = shown.price ?? null
  }
  for (const name of gone) delete next[name]
  if (isEmpty(value)) delete next[field]
  else next[field] = value
  return next
}
