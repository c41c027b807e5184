import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Dimensions, Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Accounts } from './accounts.ts'
import { dimensionLabels } from './dimension-labels.ts'

type Carrying = Pick<PostingRecord, 'carried' | 'carriedBefore' | 'documentId' | 'documentType'>

/** Documents whose lines name their accounts themselves: their own checks ask for what is missing, or they move what stands. */
const namesAccounts = new Set([
  'voucher',
  'openingBalance',
  'accountTransfer',
  'profitCarryForward',
  'researchCarry',
  'yearEndClose',
])

const filled = (dimensions: Dimensions): Dimensions =>
  Object.fromEntries(Object.entries(dimensions).filter(([, id]) => id !== null && id !== undefined))

/** Of the branch, nothing said aloud is the head office: what lies in stock that all share, what is closed of it. */
const said = (dimensions: Dimensions): Dimensions =>
  dimensions.branch === null ? { ...filled(dimensions), branch: null } : filled(dimensions)

/** Corrections of other documents' cost stay as they are: they are not this document's. */
const isOwn = ({ documentId }: Carrying, effect: Effect): boolean =>
  effect.documentId === documentId && !effect.difference

/**
 * Entries with what their document carries, where the account is told apart by it and the entry does not say otherwise itself. What
 * is taken back carries what the document said when it was posted.
 */
export const withCarried = (accounts: Accounts, posting: Carrying, effects: readonly Effect[]): readonly Effect[] =>
  effects.map((effect) => {
    const carried = effect.takesBack === true ? posting.carriedBefore : posting.carried
    if (carried === undefined || !isOwn(posting, effect)) return effect
    const borne = carried.of(effect.lineId)
    const tell = (line: EffectLine): EffectLine => ({
      ...line,
      dimensions: { ...filled(accounts.asked(line.account, borne)), ...said(line.dimensions) },
    })
    return { ...effect, control: tell(effect.control), against: effect.against.map(tell) }
  })

/**
 * Refuses what an account is told apart by and a document could say but does not. Where the document has no such field, the
 * line stands as 未指定 in the books by that dimension.
 */
export const refuseUntold = (accounts: Accounts, posting: Carrying, told: readonly Effect[]): void => {
  const { carried } = posting
  if (carried === undefined || namesAccounts.has(posting.documentType)) return
  const problems = new Map<string, FieldProblem>()
  for (const effect of told) {
    if (effect.takesBack === true || !isOwn(posting, effect)) continue
    for (const line of [effect.control, ...effect.against]) {
      for (const name of accounts.missing(line.account, line.dimensions)) {
        const path = carried.fieldOf(effect.lineId, name)
        if (path === undefined) continue
        const { zh, en } = dimensionLabels[name]
        const account = accounts.title(line.account)
        problems.set(
          `${path}/${line.account}`,
          fieldProblem(path, `记到 ${account}，须填${zh}`, `goes to ${account}, which needs ${en}`),
        )
      }
    }
  }
  if (problems.size === 0) return
  throw new Problem(
    'invalid',
    { zh: '科目要求的辅助核算没有填齐', en: 'An account asks for what the document does not say' },
    [...problems.values()],
  )
}
