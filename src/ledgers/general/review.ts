import { newId } from '../../base/id.ts'
import { audit } from '../../kernel/audit/audit.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { holdNumbering } from './voucher-numbers.ts'
import { holdDrafts, voucherName } from './voucher-selection.ts'
import type { DraftVoucher, VoucherSelection } from './voucher-selection.ts'

const write = async (work: Work, vouchers: readonly DraftVoucher[], reviewed: boolean): Promise<void> => {
  if (vouchers.length === 0) return
  await work.tx.query(
    `insert into voucher_review (company_id, id, voucher, reviewed, actor, at)
     select $1, r.id, r.voucher, $2, $3, $4 from unnest($5::uuid[], $6::uuid[]) as r(id, voucher)`,
    [
      work.company,
      reviewed,
      work.actor.name,
      work.clock.now(),
      vouchers.map(() => newId<'voucherReview'>()),
      vouchers.map((v) => v.id),
    ],
  )
  for (const voucher of vouchers) {
    audit(work, {
      action: reviewed ? 'review' : 'unreview',
      type: 'generalVoucher',
      record: voucher.id,
      label: `${voucher.period} ${voucherName(voucher)}`,
    })
  }
}

/** 凭证审核: says of vouchers that they are right. Answers how many were not reviewed before. */
export const reviewVouchers = async (work: Work, selection: VoucherSelection): Promise<number> => {
  await holdNumbering(work)
  const drafts = (await holdDrafts(work, selection)).filter((voucher) => !voucher.reviewed)
  await write(work, drafts, true)
  return drafts.length
}

/** 取消审核: takes the word back, as long as the voucher is not booked. */
export const unreviewVouchers = async (work: Work, selection: VoucherSelection): Promise<number> => {
  await holdNumbering(work)
  const drafts = (await holdDrafts(work, selection)).filter((voucher) => voucher.reviewed)
  await write(work, drafts, false)
  return drafts.length
}
