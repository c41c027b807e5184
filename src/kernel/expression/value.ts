import type { Decimal } from '../../base/decimal.ts'

/** What kind of value a part of an expression is; `any` is one that is known only when it is there. */
export type ValueType = 'number' | 'text' | 'boolean' | 'list' | 'any'

/** What an expression reckons with. Nothing known is null, and whatever is reckoned from it is null too. */
export type Value = Decimal | string | boolean | null | readonly Value[]
