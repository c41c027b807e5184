import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'
import type { CurrencyStage } from './undo-currency.ts'
import type { MoneyStage } from './undo-money.ts'
import type { MakingStage } from './undo-production.ts'

/** A company in the middle of its business: something of everything to go on from. */
export interface Stage {
  readonly books: Books
  readonly receipt: LoadedRecord
  readonly bill: LoadedRecord
  /** Came to be inspected. */
  readonly unchecked: LoadedRecord
  readonly delivery: LoadedRecord
  readonly count: LoadedRecord
  readonly returned: LoadedRecord
  readonly charged: LoadedRecord
  readonly consigned: LoadedRecord
  readonly lent: LoadedRecord
  readonly held: LoadedRecord
  readonly sold: LoadedRecord
  readonly due: string
  readonly owed: string
  readonly onTheWay: LoadedRecord
  readonly paid: string
  readonly money: MoneyStage
  readonly making: MakingStage
  readonly foreign: CurrencyStage
}

/** A document that is posted and undone: what is typed, where it comes from, and what an amendment changes of each line. */
export interface UndoCase {
  readonly definition: AnyDocument
  readonly input: (stage: Stage) => JsonObject
  readonly from?: (stage: Stage) => { readonly definition: AnyDocument; readonly record: LoadedRecord }
  readonly change?: JsonObject
  readonly changeHead?: JsonObject
  /** The table that is changed, `lines` unless told; null where the head alone is. */
  readonly table?: string | null
  /** Goods come and go on one day: cents of their average depend on what was undone that day, so it is compared in a fresh company. */
  readonly afresh?: boolean
}
