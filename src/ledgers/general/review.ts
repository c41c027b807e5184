import { newId } from '../../base/id.ts'
import { audit } from '../../kernel/audit/audit.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { settingsOf } from '../settings.ts'
import { holdNumbering } from './voucher-numbers.ts'
import { countSheets, holdDrafts, sheetOf, voucherName } from './voucher-selection.ts'
import type { DraftVoucher, VoucherSelection } from './voucher-selection.ts'

const trail = (work: Work, vouchers: readonly DraftVoucher[], action: string, note?: string): void => {
  for (const voucher of vouchers) {
    audit(work, {
      action,
      type: 'generalVoucher',
      record: voucher.id,
      label: `${voucher.period} ${voucherName(voucher)}`,
      ...(note === undefined ? {} : { after: { note } }),
    })
  }
}

const write = async (
  work: Work,
  vouchers: readonly DraftVoucher[],
  reviewed: boolean,
  note?: string,
): Promise<void> => {
  if (vouchers.length === 0) return
  await work.tx.query(
    `insert into voucher_review (company_id, id, voucher, reviewed, note, actor, at)
     select $1, r.id, r.voucher, $2, $7, $3, $4 from unnest($5::uuid[], $6::uuid[]) as r(id, voucher)`,
    [
      work.company,
      reviewed,
      work.actor.name,
      work.clock.now(),
      vouchers.map(() => newId<'voucherReview'>()),
      vouchers.map((v) => v.id),
      note ?? null,
    ],
  )
  trail(work, vouchers, note !== undefined ? 'reject' : reviewed ? 'review' : 'unreview', note)
}

/** Why this person may not review a voucher now, or null. */
const obstacle = (work: Work, voucher: DraftVoucher): { readonly zh: string; readonly en: string } | null => {
  const { reviewerNotMaker, cashierSigns } = settingsOf(work.settings)
  if (reviewerNotMaker === true && voucher.maker === work.actor.name)
    return { zh: '制单与审核不得为同一人', en: 'it was made by the same person' }
  if (cashierSigns === true && voucher.hasCash && !voucher.signed)
    return { zh: '出纳还未签字', en: 'the cashier has not signed it' }
  return null
}

/** Of a selection by name every voucher must be fit; of a period those that are not stay behind. */
const onlyFit = (work: Work, selection: VoucherSelection, drafts: readonly DraftVoucher[]): DraftVoucher[] => {
  const unfit = new Map(
    drafts.flatMap((voucher) => {
      const why = obstacle(work, voucher)
      return why === null ? [] : [[sheetOf(voucher), { voucher, why }] as const]
    }),
  )
  if (unfit.size > 0 && !('period' in selection)) {
    throw new Problem(
      'invalid',
      { zh: `${unfit.size} 张凭证不能审核`, en: `${unfit.size} vouchers cannot be reviewed` },
      [...unfit.values()]
        .slice(0, 5)
        .map(({ voucher, why }) =>
          fieldProblem('vouchers', `${voucherName(voucher)}：${why.zh}`, `${voucherName(voucher)}: ${why.en}`),
        ),
    )
  }
  return drafts.filter((draft) => !unfit.has(sheetOf(draft)))
}

/** 凭证审核: says of vouchers that they are right. Answers how many were not reviewed before. */
export const reviewVouchers = async (work: Work, selection: VoucherSelection): Promise<number> => {
  await holdNumbering(work)
  const waiting = (await holdDrafts(work, selection)).filter((voucher) => !voucher.reviewed)
  const drafts = onlyFit(work, selection, waiting)
  await write(work, drafts, true)
  return countSheets(drafts)
}

/** 取消审核: takes the word back, as long as the voucher is not booked. */
export const unreviewVouchers = async (work: Work, selection: VoucherSelection): Promise<number> => {
  await holdNumbering(work)
  const drafts = (await holdDrafts(work, selection)).filter((voucher) => voucher.reviewed)
  await write(work, drafts, false)
  return countSheets(drafts)
}

/** 退回: sends vouchers back to whoever made them, with the reason. Answers those that were sent back, a sheet once. */
export const rejectVouchers = async (
  work: Work,
  selection: VoucherSelection,
  note: string,
): Promise<readonly DraftVoucher[]> => {
  await holdNumbering(work)
  const drafts = await holdDrafts(work, selection)
  await write(work, drafts, false, note)
  return [...new Map(drafts.toReversed().map((draft) => [sheetOf(draft), draft])).values()].toReversed()
}

/** 出纳签字, or taking it back while the voucher is not reviewed. Answers how many changed. */
export const signVouchers = async (work: Work, selection: VoucherSelection, signed: boolean): Promise<number> => {
  await holdNumbering(work)
  const drafts = (await holdDrafts(work, selection)).filter(
    (voucher) => voucher.hasCash && voucher.signed !== signed && !voucher.reviewed,
  )
  if (drafts.length === 0) return 0
  await work.tx.query(
    `insert into voucher_signature (company_id, id, voucher, signed, actor, at)
     select $1, r.id, r.voucher, $2, $3, $4 from unnest($5::uuid[], $6::uuid[]) as r(id, voucher)`,
    [
      work.company,
      signed,
      work.actor.name,
      work.clock.now(),
      drafts.map(() => newId<'voucherSignature'>()),
      drafts.map((voucher) => voucher.id),
    ],
  )
  trail(work, drafts, signed ? 'sign' : 'unsign')
  return countSheets(drafts)
}
