import { zero } from '../../../base/decimal.ts'
import { isPeriod } from '../../../base/period.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** Where the wages of a department belong. */
export const wageUses = {
  admin: '管理费用',
  sales: '销售费用',
  research: '研发费用',
  production: '生产成本',
  manufacturing: '制造费用',
} as const

/** 工资计提单: wages of a month by department, with what the company pays on them and what it keeps back of them. */
export const wagesAccrual = defineDocument({
  name: 'wagesAccrual',
  label: '工资计提单',
  english: 'Wages accrual',
  numbering: 'GZJT-{yyyyMM}-{seq:4}',
  header: {
    wageMonth: text({
      label: '工资月份',
      english: 'Wage month',
      required: true,
      indexed: true,
      maxLength: 7,
      help: '如 2026-01',
    }),
    fundParty: ref(party, {
      label: '社保公积金收款单位',
      english: 'Owed for insurance and fund',
      help: '代扣个人社保、公积金欠此单位',
    }),
    totalGross: money({ label: '应发合计', english: 'Gross wages', computed: true }),
    totalCompany: money({ label: '单位社保公积金', english: 'Company contributions', computed: true }),
    totalWithheld: money({ label: '代扣合计', english: 'Withheld', computed: true }),
    totalNet: money({ label: '实发合计', english: 'Net wages', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '部门工资',
      atLeast: 1,
      fields: {
        department: ref(department, { label: '部门', required: true }),
        use: choice({ label: '费用去向', english: 'Borne by', options: wageUses, initial: 'admin', required: true }),
        gross: money({ label: '应发工资', english: 'Gross', required: true }),
        companyInsurance: money({ label: '单位社保', english: 'Company insurance' }),
        companyFund: money({ label: '单位公积金', english: 'Company fund' }),
        ownInsurance: money({ label: '代扣社保', english: 'Insurance withheld' }),
        ownFund: money({ label: '代扣公积金', english: 'Fund withheld' }),
        incomeTax: money({ label: '代扣个税', english: 'Income tax withheld' }),
        net: money({ label: '实发工资', english: 'Net', computed: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        const kept = (line.ownInsurance ?? zero).plus(line.ownFund ?? zero).plus(line.incomeTax ?? zero)
        const net = (line.gross ?? zero).minus(kept)
        if (line.gross && net.isNegative()) {
          throw new FieldRefusal('gross', '代扣合计超过应发工资', 'less than what is withheld')
        }
        return { use: line.use ?? 'admin', net }
      },
    }),
  },
  derive: (header, { tables, header: all }) => {
    const day = all['date']
    const wageMonth = header.wageMonth ?? (typeof day === 'string' ? day.slice(0, 7) : null)
    if (wageMonth !== null && !isPeriod(wageMonth)) {
      throw new FieldRefusal('wageMonth', '工资月份应写作 2026-01', 'must be a month like 2026-01')
    }
    const of = (name: 'ownInsurance' | 'ownFund' | 'incomeTax' | 'companyInsurance' | 'companyFund') =>
      totalOf(tables.lines, name)
    return {
      wageMonth,
      totalGross: totalOf(tables.lines, 'gross'),
      totalCompany: of('companyInsurance').plus(of('companyFund')),
      totalWithheld: of('ownInsurance').plus(of('ownFund')).plus(of('incomeTax')),
      totalNet: totalOf(tables.lines, 'net'),
    }
  },
  list: ['wageMonth', 'totalGross', 'totalCompany', 'totalWithheld', 'totalNet'],
  totals: ['gross', 'companyInsurance', 'companyFund', 'ownInsurance', 'ownFund', 'incomeTax', 'net'],
})
