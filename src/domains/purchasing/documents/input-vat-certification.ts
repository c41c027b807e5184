import { isPeriod } from '../../../base/period.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

const monthIn = (date: unknown) => (typeof date === 'string' ? date.slice(0, 7) : null)

/** 勾选确认单: input VAT that was certified for deduction in a tax month (增值税发票综合服务平台 勾选). */
export const inputVatCertification = defineDocument({
  name: 'inputVatCertification',
  label: '勾选确认单',
  english: 'Input VAT certification',
  numbering: 'GXQR-{yyyyMM}-{seq:4}',
  header: {
    taxMonth: text({ label: '税款所属期', english: 'Tax month', required: true, maxLength: 7, help: '如 2026-01' }),
    totalTax: money({ label: '认证税额合计', english: 'Tax certified', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '发票明细',
      atLeast: 1,
      fields: {
        supplier: ref(party, { label: '供应商' }),
        invoiceNumber: text({ label: '发票号码', maxLength: 40 }),
        /** What of the invoice line is certified; that of a red invoice is taken back. */
        pendingTax: money({ label: '认证税额', english: 'Tax certified', required: true }),
      },
      derive: (line) => {
        if (line.pendingTax?.isNegative()) {
          throw new FieldRefusal('pendingTax', '认证税额不能为负；红字发票填正数', 'must not be negative')
        }
        return {}
      },
    }),
  },
  derive: (header, { tables, header: all }) => {
    const taxMonth = header.taxMonth ?? monthIn(all['date'])
    if (taxMonth !== null && !isPeriod(taxMonth)) {
      throw new FieldRefusal('taxMonth', '税款所属期应写作 2026-01', 'must be a month like 2026-01')
    }
    return { taxMonth, totalTax: totalOf(tables.lines, 'pendingTax') }
  },
  list: ['taxMonth', 'totalTax'],
  totals: ['pendingTax'],
})
