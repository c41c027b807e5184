import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { company } from '../../../ledgers/dimensions/company.ts'
import { priceSources, readPriceOrder } from '../rules/choose-price.ts'
import { priceList } from './price-list.ts'
import { promotion } from './promotion.ts'

type Values = Readonly<Record<string, unknown>>

const linesIn = (record: Values, name: string): readonly Values[] => {
  const lines = record[name]
  return Array.isArray(lines) ? (lines as readonly Values[]) : []
}

const turned = ({ validFrom, validTo }: Values) =>
  typeof validFrom === 'string' && typeof validTo === 'string' && validTo < validFrom
    ? [fieldProblem('validTo', '不能早于开始日期', 'must not be before the first day')]
    : []

/** A list says whom it is for. */
export const checkPriceList: EntityCheck = {
  entity: priceList,
  check: async (record) => [
    ...turned(record),
    ...(record['kind'] === 'customer' && !record['customer']
      ? [fieldProblem('customer', '客户专价请选择客户', 'a customer price needs its customer')]
      : []),
    ...(record['kind'] === 'level' && !record['level']
      ? [fieldProblem('level', '等级价请选择客户等级', 'a level price needs its level')]
      : []),
  ],
}

const needed: Readonly<Record<string, readonly [string, string, string]>> = {
  reduction: ['off', '满减请填写减金额', 'needs the money off'],
  discount: ['percentOff', '折扣请填写折扣%', 'needs the discount'],
  bundle: ['bundlePrice', '组合价请填写一套的价格', 'needs the price of a set'],
}

/** A promotion gives something: money, a discount, gifts, or a price for a set that is named. */
export const checkPromotion: EntityCheck = {
  entity: promotion,
  check: async (record) => {
    const { kind } = record
    const [field = '', zh = '', en = ''] = typeof kind === 'string' ? (needed[kind] ?? []) : []
    const sets = linesIn(record, 'scope').filter((line) => line['item'] && line['quantity'])
    return [
      ...turned(record),
      ...(field !== '' && !record[field] ? [fieldProblem(field, zh, en)] : []),
      ...(kind === 'gift' && linesIn(record, 'gifts').length === 0
        ? [fieldProblem('gifts', '请填写赠品', 'needs its gifts')]
        : []),
      ...(kind === 'bundle' && sets.length === 0
        ? [fieldProblem('scope', '请填写一套的商品与数量', 'needs the goods of a set')]
        : []),
    ]
  },
}

/** The setting 取价顺序 names sources of prices, each once. */
export const checkPriceOrder: EntityCheck = {
  entity: company,
  check: async ({ priceOrder }) =>
    typeof priceOrder !== 'string' || priceOrder === '' || readPriceOrder(priceOrder) !== undefined
      ? []
      : [
          fieldProblem(
            'priceOrder',
            `可用：${Object.entries(priceSources)
              .map(([name, label]) => `${name} ${label}`)
              .join('，')}，每个一次`,
            `names of ${Object.keys(priceSources).join(', ')}, each once`,
          ),
        ],
}
