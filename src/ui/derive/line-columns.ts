import { maySee, rightToSee, seesNothing } from '../../kernel/definition/field.ts'
import type { HasRight } from '../../kernel/definition/field.ts'
import type { Field as DefinedField, Fields } from '../../kernel/definition/field.ts'
import type { LineColumn } from '../lines/line.ts'
import { formField, type SourceOf } from './form-field.ts'

const widths: Readonly<Record<DefinedField['kind'], number>> = {
  text: 104,
  longText: 160,
  integer: 64,
  decimal: 80,
  quantity: 76,
  price: 88,
  money: 100,
  percent: 64,
  date: 100,
  moment: 136,
  boolean: 48,
  choice: 88,
  ref: 120,
  json: 104,
}

export type LineColumnOptions = {
  readonly may?: HasRight
  /** Columns with a sum at the foot; money is summed anyway. */
  readonly totals?: readonly string[]
}

/**
 * The columns of a grid for a table of lines. The first reference takes the room that is left; the last money column is
 * the amount that matters.
 */
export function lineColumns(
  fields: Fields,
  sourceOf: SourceOf,
  options: LineColumnOptions = {},
): readonly LineColumn[] {
  const shown = Object.entries(fields).filter(
    ([, field]) => field.hidden !== true && field.kind !== 'json' && maySee(field, options.may ?? seesNothing),
  )
  const main = shown.find(([, field]) => field.kind === 'ref')?.[0]
  const amounts = shown.filter(([, field]) => field.kind === 'money')
  const amount = (amounts.findLast(([, field]) => rightToSee(field.sensitive) === undefined) ?? amounts.at(-1))?.[0]
  return shown.map(([name, field]): LineColumn => {
    const summed = field.kind === 'money' || options.totals?.includes(name) === true
    return {
      ...formField(name, field, sourceOf),
      placeholder: undefined,
      width: name === main ? 200 : widths[field.kind],
      grow: name === main,
      emphasis: name === amount,
      ...(field.inCurrencyOf === undefined ? {} : { inOwnCurrency: true }),
      total: summed ? 'sum' : undefined,
    }
  })
}
