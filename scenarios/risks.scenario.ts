import { expect, it } from 'vitest'
import type { CalendarDate } from '../src/base/calendar-date.ts'
import { checkRisksProcess, dismissRisk, riskRule, voucher } from '../src/domains/accounting/index.ts'
import { expenseClaim } from '../src/domains/claims/index.ts'
import { expense, expenseItem, payment } from '../src/domains/money/index.ts'
import { approvalRule } from '../src/kernel/approvals/approval-rule.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { employee } from '../src/ledgers/dimensions/people.ts'
import { askReport } from './kit/ask-report.ts'
import { makeCall } from './kit/call.ts'
import { runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

it('[FIN-15] the rules flag duplicates, unusual amounts, odd hours, negative cash and what does not belong together', async () => {
  const { books } = await openTrade()
  const findings = async (show = 'open') => {
    const { rows } = await askReport(books, 'riskFindings', { show })
    return rows
  }
  const kindsFound = async () => [...new Set((await findings()).map((row) => String(row['kind'])))].toSorted()
  // A Monday morning in Shanghai.
  books.clock.moveTo('2026-03-02' as CalendarDate)
  books.clock.advance(10 * 3_600_000)
  await books.entity(employee, { code: 'E1', name: '王芳', bankAccount: '工商银行 6222 0212 3456 7890' })
  await books.entity(party, {
    code: 'S2',
    name: '新供应商',
    isSupplier: true,
    bankAccount: '工行宁波分行 6222021234567890',
  })
  await books.entity(expenseItem, { code: 'BG', name: '办公费', account: '560204' })
  const pay = (supplier: string, amount: string, date = '2026-03-02') =>
    books.post(payment, { date, supplier, lines: [{ cashAccount: 'BANK', amount }] })
  await pay('S1', '1234.56', '2026-02-20')
  await pay('S1', '1234.56', '2026-02-24')
  await pay('S2', '8000')
  for (let day = 1; day <= 24; day += 1) {
    const date = `2026-02-${String(day).padStart(2, '0')}`
    const lines = [{ expenseItem: 'BG', gross: `${90 + day}` }]
    await books.post(expense, { date, cashAccount: 'BANK', invoiceKind: 'ordinary', lines })
  }
  await books.post(expense, {
    date: '2026-03-02',
    cashAccount: 'BANK',
    invoiceKind: 'ordinary',
    lines: [{ expenseItem: 'BG', gross: '9000' }],
  })
  await books.inWork((work) =>
    work.tx.query(
      `insert into role (company_id, name, label, rights) values ($1, 'boss', '老板', '[]') on conflict do nothing`,
      [work.company],
    ),
  )
  await books.entity(approvalRule, {
    code: 'R1',
    name: '大额报销',
    documentType: 'expenseClaim',
    step: 1,
    approverRole: 'boss',
    conditions: [{ fact: 'amount', operator: 'gt', threshold: '5000' }],
  })
  await books.post(expenseClaim, {
    date: '2026-03-02',
    employee: 'E1',
    reason: '采购办公用品',
    lines: [{ expenseItem: 'BG', invoiceKind: 'ordinary', gross: '4990' }],
  })
  // A Sunday night.
  books.clock.moveTo('2026-03-08' as CalendarDate)
  await books.post(voucher, {
    date: '2026-03-08',
    lines: [
      { summary: '提现', account: '1001', debit: '20000', cashAccount: 'CASH' },
      { summary: '提现', account: '1002', credit: '20000', cashAccount: 'BANK' },
    ],
  })
  await runProcess(books, checkRisksProcess)
  expect(await kindsFound()).toEqual([
    'duplicate',
    'negativeCash',
    'newSupplier',
    'oddHours',
    'sameAccount',
    'underLimit',
    'unproved',
    'unusualAmount',
  ])
  const [twice] = (await findings()).filter((row) => row['kind'] === 'duplicate')
  expect(twice?.['reason']).toMatch(/1234\.56.*相隔 4 天/)
  // What was looked at keeps its note and is not told again; without a note nothing is dismissed.
  const key = String(twice?.['key'])
  await expect(makeCall(books, dismissRisk, { key, note: ' ' })).rejects.toThrow(/note/)
  await makeCall(books, dismissRisk, { key, note: '两批货各付一次，已核对合同' })
  await runProcess(books, checkRisksProcess)
  expect(await kindsFound()).not.toContain('duplicate')
  expect(await findings('dismissed')).toMatchObject([{ key, note: '两批货各付一次，已核对合同' }])
  // A rule that is switched off finds nothing; one with other parameters finds by them.
  await books.inWork((work) => updateEntity(work, riskRule, 'oddHours', { disabled: true }))
  await books.inWork((work) => updateEntity(work, riskRule, 'newSupplier', { amount: '10000' }))
  await runProcess(books, checkRisksProcess)
  expect(await kindsFound()).toEqual(['negativeCash', 'sameAccount', 'underLimit', 'unproved', 'unusualAmount'])
  const { rows, notes } = await askReport(books, 'benfordAnalysis')
  expect(rows).toHaveLength(9)
  expect(notes?.[0]).toMatch(/仅供参考/)
})
