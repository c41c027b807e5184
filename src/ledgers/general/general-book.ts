import { monthOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { firstDay, lastDay } from '../../base/period.ts'
import { Problem, conflict, fieldProblem } from '../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { LedgerBook, ProjectingBook } from '../../kernel/posting/work.ts'
import type { Effect } from '../../kernel/posting/proposal.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { accountsOf, againstLines } from './accounts.ts'
import type { Accounts } from './accounts.ts'
import { closedThrough } from './closed.ts'
import type { GeneralProposal } from './general.ts'
import { appendParts, counterParts } from './general-parts.ts'
import { vouchersOf } from './voucher-references.ts'
import { projectVouchers, standingVouchers, withdrawVouchers } from './vouchers.ts'

const missingPeriod = async (work: Work, date: CalendarDate): Promise<void> => {
  const month = monthOf(date)
  // Months are made as they are first used; one before the books begin is refused by the closed line.
  await work.tx.query(
    `insert into period (company_id, id, code, name, starts_on, ends_on, state, created_at, created_by, updated_at, updated_by)
     values ($1, $2, $3, $3, $4, $5, 'open', $6, 'system', $6, 'system') on conflict do nothing`,
    [work.company, newId<'period'>(), month, firstDay(month), lastDay(month), work.clock.now()],
  )
}

/** Holds the period of a day against closing, shared with every other posting; a closed one refuses and says from when on. */
export const holdPeriod = async (work: Work, date: CalendarDate): Promise<void> => {
  const ask = () =>
    work.tx.rows<{ state: string }>(`select state from period where company_id = $1 and code = $2 for key share`, [
      work.company,
      monthOf(date),
    ])
  let [period] = await ask()
  if (period === undefined) {
    await missingPeriod(work, date)
    ;[period] = await ask()
  }
  if (period?.state === 'open') return
  const closed = await closedThrough(work)
  throw new Problem('invalid', { zh: `${monthOf(date)} 已结账`, en: `${monthOf(date)} is closed` }, [
    fieldProblem(
      'date',
      `${monthOf(date)} 已结账，请用 ${closed ?? ''} 之后的日期`,
      `the period is closed; use a date after ${closed ?? ''}`,
    ),
  ])
}

const effectOf = (accounts: Accounts, posting: PostingRecord, p: GeneralProposal): Effect => {
  const account =
    typeof p.account === 'string'
      ? { account: p.account as string, role: 'manual' }
      : { account: accounts.of(p.account.role, p.itemCategory), role: p.account.role }
  return {
    ledger: 'general',
    entry: newId<'generalPart'>(),
    date: p.on ?? posting.date,
    documentType: posting.documentType,
    documentId: posting.documentId,
    lineId: p.line?.id ?? null,
    control: { ...account, amount: p.amount, dimensions: p.dimensions },
    against: againstLines(p.against, p.amount, (role) => accounts.of(role), p.dimensions),
    within: p.against === within,
    difference: false,
    ...(p.summary === undefined ? {} : { summary: p.summary }),
    ...(p.quantity === undefined ? {} : { quantity: p.quantity }),
    currency: p.currency ?? null,
    currencyAmount: p.currencyAmount ?? null,
    ...(p.pair === undefined ? {} : { pair: p.pair }),
    ...(p.closing === undefined ? {} : { closing: p.closing }),
  }
}

/** The general ledger's own proposals: what no sub-ledger holds. They are read in vouchers, and kept apart to be turned. */
export const generalBook: LedgerBook<GeneralProposal> = {
  ledger: 'general',
  negate: (p) => ({
    ...p,
    amount: p.amount.neg(),
    quantity: p.quantity?.neg(),
    currencyAmount: p.currencyAmount?.neg(),
    against: turned(p.against),
  }),
  prepare: async (work) => {
    await accountsOf(work)
  },
  counter: (work, posting, earlier, mode) => counterParts(work, posting, earlier, mode),
  append: async (work, posting, proposals) => {
    const accounts = await accountsOf(work)
    const effects = proposals.map((p) => effectOf(accounts, posting, p))
    appendParts(
      work,
      posting,
      // A pair has changed nothing that could be taken back; its vouchers are withdrawn with the others.
      effects.filter((effect) => effect.pair === undefined).map((effect) => ({ effect, negates: null })),
    )
    return effects
  },
}

/** Vouchers follow from what the books appended, in the same transaction. */
export const projection: ProjectingBook = {
  prepare: async (work, posting) => {
    await Promise.all([holdPeriod(work, posting.date), accountsOf(work)])
  },
  project: (work, posting, effects, earlier) => projectVouchers(work, posting, effects, earlier),
  vouchersOf,
  withdraw: async (work, posting, earlier) => {
    const vouchers = await standingVouchers(work, earlier)
    const booked = vouchers.find((voucher) => voucher.booked)
    if (booked !== undefined) {
      throw conflict(
        `凭证 记-${String(booked.number).padStart(4, '0')} 已记账，不能反审核；请用红冲`,
        `Its voucher ${booked.number} is booked; reverse the document instead`,
      )
    }
    withdrawVouchers(work, posting, vouchers)
  },
}
