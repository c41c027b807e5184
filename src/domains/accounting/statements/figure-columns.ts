import type { ReportColumn } from '../../../kernel/definition/report.ts'
import type { AccountingStandard } from '../../../ledgers/setup/chart.ts'

/** The figures of a statement of flows: the year so far and the period, and those of the year before. */
export type FlowFigure = 'year' | 'current' | 'lastYear' | 'last'

export type StatementSpan = 'month' | 'quarter' | 'year'

type Labelled = readonly [figure: FlowFigure, label: string, english: string]

const small: Readonly<Record<StatementSpan, readonly Labelled[]>> = {
  month: [
    ['year', '本年累计金额', 'Year to date'],
    ['current', '本月金额', 'This month'],
  ],
  quarter: [
    ['year', '本年累计金额', 'Year to date'],
    ['current', '本季金额', 'This quarter'],
  ],
  year: [
    ['year', '本年累计金额', 'This year'],
    ['lastYear', '上年金额', 'Last year'],
  ],
}

const enterpriseInterim: readonly Labelled[] = [
  ['current', '本期金额', 'This period'],
  ['last', '上期金额', 'Same period last year'],
  ['year', '本年累计金额', 'Year to date'],
]

const enterprise: Readonly<Record<StatementSpan, readonly Labelled[]>> = {
  month: enterpriseInterim,
  quarter: enterpriseInterim,
  year: [
    ['current', '本期金额', 'This year'],
    ['last', '上期金额', 'Last year'],
  ],
}

const compared: readonly Labelled[] = [
  ['last', '上年同期金额', 'Same period last year'],
  ['lastYear', '上年同期累计', 'Last year to date'],
]

/**
 * The columns of 利润表 and 现金流量表 as the forms of a standard have them (会小企02、03表: 本年累计金额, 本月金额, of a year 上年金额; 会企02、03表:
 * 本期金额, 上期金额), with those of last year beside them where they are asked for.
 */
export const figuresShown = (
  standard: AccountingStandard,
  span: StatementSpan,
  compare: boolean,
): readonly Labelled[] => {
  const own = (standard === 'enterprise' ? enterprise : small)[span]
  const more = compare && span !== 'year' ? compared : []
  return [...own, ...more.filter(([figure]) => !own.some(([each]) => each === figure))]
}

const ofLastYear = (figure: FlowFigure): boolean => figure === 'last' || figure === 'lastYear'

/** Figures as columns of a report; each leads to what it is made of. */
export const figureColumns = (figures: readonly Labelled[]): ReportColumn[] =>
  figures.map(([name, label, english]) => ({
    name,
    label,
    english,
    kind: 'money',
    drill: {
      to: 'report',
      report: 'statementLine',
      parameters: {
        statement: 'statement',
        line: 'line',
        period: ofLastYear(name) ? 'lastPeriod' : 'period',
        span: 'span',
        unbooked: 'unbooked',
        branch: 'branch',
      },
    },
  }))

export const needsLastYear = (figures: readonly Labelled[]): boolean => figures.some(([figure]) => ofLastYear(figure))
