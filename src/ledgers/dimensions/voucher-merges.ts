/** 凭证合并: one voucher a document, or those of a kind of document on a day, also by whom they concern. */
export const voucherMerges = { document: '按单据', day: '按日', party: '按日和往来单位' } as const
export type VoucherMerge = keyof typeof voucherMerges
