import type { ClosePart } from '../../../kernel/posting/work.ts'

interface Sums {
  readonly certified: string
  readonly entered: string
}

/** What was certified for the tax month against what the books deducted in it (规则: 进项税额 = 勾选统计). */
export const certificationClose: ClosePart = {
  name: 'inputVatCertified',
  label: '进项税额与勾选确认相符',
  blocking: false,
  report: 'inputVatTicks',
  remains: async (work, period) => {
    const rows = await work.tx.rows<Sums>(
      `select coalesce(sum(e.debit - e.credit) filter (where c.tax_month = $2), 0) as certified,
         coalesce(sum(e.debit - e.credit) filter (where to_char(e.date, 'YYYY-MM') = $2), 0) as entered
       from input_vat_certification c join general_entry e on e.company_id = $1 and e.document_id = c.id
       join account_mapping m on m.company_id = $1 and m.role = 'inputVat' and m.account = e.account_id
       where c.company_id = $1`,
      [work.company, period],
    )
    const { certified = '0', entered = '0' } = rows[0] ?? {}
    return certified === entered ? null : `本所属期勾选 ${certified}，本月入账 ${entered}`
  },
}
