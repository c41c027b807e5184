import type { Draft, Fields } from '../definition/field.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { ApprovalFacts, Work } from '../posting/work.ts'

/**
 * Binds a document to the facts that approval rules compare. They are asked for only where a rule is in force, and see what
 * a posting sees.
 */
export const defineApprovalFacts = <const Def extends AnyDocument, const F extends Fields>(
  document: Def,
  facts: F,
  find: (input: PostingInput<NoInfer<Def>>, work: Work) => Promise<Draft<NoInfer<F>>>,
): ApprovalFacts<Def, F> => ({ document, facts, find })
