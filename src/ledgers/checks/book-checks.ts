import type { BookCheck } from '../../kernel/documents/installed.ts'
import { balanceChecks } from './balance-checks.ts'
import { controlChecks } from './control-ties.ts'
import { costReplay } from './cost-replay.ts'
import { generalChecks } from './general-checks.ts'

/** The invariants of the books, by name: 账务体检. */
export const bookChecks: readonly BookCheck[] = [...generalChecks, ...controlChecks, ...balanceChecks, costReplay]
