import { isPeriod } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { isUuid } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import { bookVouchers } from '../../../ledgers/general/booking.ts'
import { rebuildDays } from '../../../ledgers/general/follow-postings.ts'
import { rejectVouchers, reviewVouchers, signVouchers, unreviewVouchers } from '../../../ledgers/general/review.ts'
import { holdNumbering, numberVouchers, renumberDrafts } from '../../../ledgers/general/voucher-numbers.ts'
import { mergeDrafts } from '../../../ledgers/general/voucher-merging.ts'
import { voucherName } from '../../../ledgers/general/voucher-selection.ts'
import type { VoucherSelection } from '../../../ledgers/general/voucher-selection.ts'
import { carryCostOfSales, carryProfitForward } from './closing-documents.ts'
import {
  arrangeVoucherNumbersProcess,
  bookVouchersProcess,
  carryCostOfSalesProcess,
  carryProfitForwardProcess,
  mergeVouchersProcess,
  rebuildDaysProcess,
  rejectVouchersProcess,
  reviewVouchersProcess,
  signVouchersProcess,
  unreviewVouchersProcess,
} from './processes.ts'

/** A month as a parameter. Throws a Problem that names it. */
export const periodIn = (text: string | null | undefined): Period => {
  if (text !== null && text !== undefined && isPeriod(text)) return text
  throw new Problem('invalid', { zh: '请填写期间，如 2026-01', en: 'Say the period, like 2026-01' }, [
    fieldProblem('period', '应写作 2026-01', 'must be a month like 2026-01'),
  ])
}

const selectionOf = (parameters: {
  readonly period?: string | null
  readonly vouchers?: Json | null
}): VoucherSelection => {
  const { vouchers } = parameters
  if (Array.isArray(vouchers))
    return { vouchers: vouchers.filter((id) => typeof id === 'string' && isUuid(id)).map(String) }
  return { period: periodIn(parameters.period) }
}

export const reviewVouchersRun = defineProcessRun(reviewVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => {
    await holdNumbering(work)
    await numberVouchers(work, null)
    return { reviewed: await reviewVouchers(work, selectionOf(parameters)) }
  }),
)

export const unreviewVouchersRun = defineProcessRun(unreviewVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => ({ unreviewed: await unreviewVouchers(work, selectionOf(parameters)) })),
)

const words = (input: string | null | undefined): string => {
  const reason = (input ?? '').trim()
  if (reason !== '') return reason
  throw new Problem('invalid', { zh: '请填写退回原因', en: 'Say why' }, [
    fieldProblem('reason', '请填写原因', 'is required'),
  ])
}

export const rejectVouchersRun = defineProcessRun(rejectVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const reason = words(parameters.reason)
    const rejected = await rejectVouchers(work, selectionOf(parameters), reason)
    for (const voucher of rejected) {
      notify(work, {
        to: { right: 'voucher.post' },
        key: `voucherRejected/${voucher.id}/${work.clock.now().toISOString()}`,
        subject: { type: 'generalVoucher', id: voucher.id },
        text: {
          zh: `凭证 ${voucherName(voucher)} 被${work.actor.name}退回：${reason}`,
          en: `Voucher ${voucherName(voucher)} was sent back by ${work.actor.name}: ${reason}`,
        },
      })
    }
    return { rejected: rejected.length }
  }),
)

export const signVouchersRun = defineProcessRun(signVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => {
    await holdNumbering(work)
    await numberVouchers(work, null)
    return { signed: await signVouchers(work, selectionOf(parameters), parameters.takeBack !== true) }
  }),
)

export const bookVouchersRun = defineProcessRun(bookVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => ({ ...(await bookVouchers(work, selectionOf(parameters))) })),
)

export const arrangeVoucherNumbersRun = defineProcessRun(arrangeVoucherNumbersProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const period = periodIn(parameters.period)
    await holdNumbering(work)
    await numberVouchers(work, null)
    await renumberDrafts(work, period, parameters.byDate === true)
    return { period }
  }),
)

export const mergeVouchersRun = defineProcessRun(mergeVouchersProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const period = periodIn(parameters.period)
    await holdNumbering(work)
    await numberVouchers(work, null)
    const vouchers = await mergeDrafts(work, period, parameters.by ?? 'document')
    await renumberDrafts(work, period)
    return { vouchers }
  }),
)

export const carryCostOfSalesRun = defineProcessRun(carryCostOfSalesProcess, (parameters, inWork) =>
  inWork(async (work) => ({ document: await carryCostOfSales(work, periodIn(parameters.period)) })),
)

export const carryProfitForwardRun = defineProcessRun(carryProfitForwardProcess, (parameters, inWork) =>
  inWork(async (work) => ({ document: await carryProfitForward(work, periodIn(parameters.period)) })),
)

export const rebuildDaysRun = defineProcessRun(rebuildDaysProcess, (_parameters, inWork) =>
  inWork(async (work) => {
    await rebuildDays(work)
    return { rebuilt: true }
  }),
)
