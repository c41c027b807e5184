import type { DocumentState } from '../definition/record.ts'

/** What can be done with a document. Buttons, permission names (`salesDelivery.post`) and routes follow from these. */
export const documentActions = {
  submit: { label: '提交', english: 'Submit', from: ['draft'], to: 'submitted' },
  approve: { label: '同意', english: 'Approve', from: ['submitted'], to: 'posted' },
  reject: { label: '驳回', english: 'Reject', from: ['submitted'], to: 'draft' },
  withdraw: { label: '撤回', english: 'Withdraw', from: ['submitted'], to: 'draft' },
  post: { label: '审核', english: 'Post', from: ['draft', 'submitted'], to: 'posted' },
  unpost: { label: '反审核', english: 'Unpost', from: ['posted'], to: 'draft' },
  amend: { label: '变更', english: 'Amend', from: ['posted'], to: 'posted' },
  reverse: { label: '红冲', english: 'Reverse', from: ['posted', 'closed'], to: 'posted' },
  void: { label: '作废', english: 'Void', from: ['draft', 'submitted'], to: 'void' },
  close: { label: '关闭', english: 'Close', from: ['posted'], to: 'closed' },
  reopen: { label: '打开', english: 'Reopen', from: ['closed'], to: 'posted' },
} as const satisfies Record<
  string,
  { label: string; english: string; from: readonly DocumentState[]; to: DocumentState }
>

export type DocumentAction = keyof typeof documentActions

export const isDocumentAction = (name: string): name is DocumentAction => Object.hasOwn(documentActions, name)

/** Only drafts are edited; a submitted document waits for its approvers as it is. */
export const isEditable = (state: DocumentState): boolean => state === 'draft'

export const actionsIn = (state: DocumentState): DocumentAction[] =>
  Object.entries(documentActions)
    .filter(([, action]) => (action.from as readonly DocumentState[]).includes(state))
    .map(([name]) => name)
    .filter(isDocumentAction)
