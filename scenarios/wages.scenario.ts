import { expect, it } from 'vitest'
import { wagesAccrual, wagesPayment } from '../src/domains/claims/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { department } from '../src/ledgers/dimensions/people.ts'
import { openTrade } from './kit/trade.ts'

it.each([
  ['smallBusiness', '560207', '560105', '4001', '4101'],
  ['enterprise', '660207', '660105', '5001', '5101'],
])(
  '[FIN-13] under %s wages are accrued by department to 管理费用, 销售费用, 生产成本 and 制造费用 and paid, with contributions and what is withheld',
  async (standard, admin, sales, production, overhead) => {
    const { books, ledger, openItems, itemsOf } = await openTrade({ standard })
    await books.entity(department, { code: 'D1', name: '财务部' })
    await books.entity(department, { code: 'D2', name: '销售部' })
    await books.entity(department, { code: 'D3', name: '一车间' })
    await books.entity(party, { code: 'SI', name: '市社保中心', isSupplier: true })
    const month: JsonObject = {
      date: '2026-01-31',
      fundParty: 'SI',
      lines: [
        {
          department: 'D1',
          gross: '20000',
          companyInsurance: '5200',
          companyFund: '1600',
          ownInsurance: '2100',
          ownFund: '1600',
          incomeTax: '120',
        },
        { department: 'D2', use: 'sales', gross: '10000', companyInsurance: '2600', ownInsurance: '1050' },
        { department: 'D3', use: 'production', gross: '30000', companyInsurance: '7800' },
        { department: 'D3', use: 'manufacturing', gross: '6000' },
      ],
    }
    const accrued = await books.post(wagesAccrual, month)
    expect(String(accrued.header['totalNet'])).toBe('61130')
    // 20,000 + 5,200 + 1,600; 10,000 + 2,600
    expect(await ledger()).toMatchObject({
      [admin]: '26800.00',
      [sales]: '12600.00',
      [production]: '37800.00',
      [overhead]: '6000.00',
      221101: '-61130.00',
      221102: '-15600.00',
      221103: '-1600.00',
      222115: '-120.00',
      2241: '-4750.00',
    })
    const [withheld] = await itemsOf(accrued)
    await books.post(wagesPayment, {
      date: '2026-02-10',
      wageMonth: '2026-01',
      cashAccount: 'BANK',
      lines: [
        { due: 'wages', amount: '61130' },
        { due: 'insurance', amount: '15600' },
        { due: 'fund', amount: '1600' },
        { due: 'incomeTax', amount: '120' },
      ],
      settlements: [{ party: 'SI', openItem: withheld ?? '', amount: '4750' }],
    })
    expect(await openItems()).toEqual([])
    expect(await ledger()).toEqual({
      1002: '-83200.00',
      [admin]: '26800.00',
      [sales]: '12600.00',
      [production]: '37800.00',
      [overhead]: '6000.00',
    })
    await expect(books.post(wagesAccrual, { ...month, fundParty: null })).rejects.toThrow(/fundParty/)
    await expect(
      books.post(wagesAccrual, { ...month, lines: [{ department: 'D1', gross: '100', incomeTax: '200' }] }),
    ).rejects.toThrow(/lines\.0\.gross/)
  },
)
