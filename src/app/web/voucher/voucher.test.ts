import { describe, expect, it } from 'vitest'
import { balancingAmount, dimensionsOf, typedSummary } from './hand-lines.ts'
import { longDate, numberDigits, voucherFacts } from './voucher-facts.ts'

describe('a voucher by hand', () => {
  const lines: readonly Readonly<Record<string, string>>[] = [
    { summary: '付水电费', debit: '1200.5' },
    { summary: '付水电费', credit: '200' },
    { summary: '' },
  ]

  it('[FIN-01] balances with one key', () => {
    expect(balancingAmount(lines, 2, 'credit')).toBe('1000.5')
    expect(balancingAmount(lines, 2, 'debit')).toBe('-1000.5')
    expect(balancingAmount([{ debit: '5' }, { credit: '5' }, {}], 2, 'credit')).toBe('')
  })

  it('copies the summary above with //', () => {
    expect(typedSummary('//', lines, 2)).toBe('付水电费')
    expect(typedSummary('..', lines, 2)).toBe('付水电费')
    expect(typedSummary('//', lines, 0)).toBe('')
    expect(typedSummary('其他', lines, 2)).toBe('其他')
  })

  it('asks what the account is told apart by', () => {
    expect(dimensionsOf({ byParty: true, byDepartment: true })).toEqual(['party', 'department'])
    expect(dimensionsOf({ control: 'party' })).toEqual(['party'])
    expect(dimensionsOf({ control: 'cash' })).toEqual(['cashAccount'])
    expect(dimensionsOf(undefined)).toEqual([])
  })
})

describe('a voucher of the books', () => {
  it('is read from the lines of its report', () => {
    const facts = voucherFacts({
      rows: [
        {
          voucher: 'v',
          date: '2026-01-15',
          number: '记-86',
          state: '已审核',
          kind: '业务生成',
          documentType: 'salesDelivery',
          documentId: 'd',
          documentNumber: 'XSCK-1',
          summary: '销售出库单 XSCK-1',
          code: '2221',
          account: '应交税费/销项税额',
          auxiliary: null,
          debit: null,
          credit: '130.00',
        },
      ],
      notes: ['记字第 86 号', '附单据 3 张', '制单：陈嘉禾', '审核：吴静怡', '记账：'],
    })
    expect(facts).toMatchObject({
      stage: 'reviewed',
      attachments: '3',
      maker: '陈嘉禾',
      reviewer: '吴静怡',
      booker: '',
    })
    expect(facts?.lines[0]).toMatchObject({
      summary: '销售出库单',
      account: { name: '应交税费 / 销项税额' },
      debit: '',
      credit: '130.00',
    })
    expect(numberDigits('记-86')).toBe('0086')
    expect(longDate('2026-01-05', false)).toBe('2026 年 1 月 5 日')
    expect(voucherFacts({ rows: [], notes: [] })).toBeNull()
  })
})
