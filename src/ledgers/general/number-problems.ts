import type { Work } from '../../kernel/posting/work.ts'

/** Something about the numbers of a period's vouchers that an auditor would ask about. */
export interface NumberProblem {
  readonly period: string
  readonly problem: 'gap' | 'double' | 'order'
  readonly number: string
  readonly detail: string
  readonly voucher: string | null
  /** Whether booked vouchers are concerned: then it is an error, not something that booking will mend. */
  readonly booked: boolean
}

interface Numbered {
  readonly period: string
  readonly word: string
  readonly number: number
  readonly voucher: string
  readonly date: string
  readonly booked: boolean
}

const name = (word: string, number: number) => `${word}-${String(number).padStart(4, '0')}`

const problemsOf = (own: readonly Numbered[]): NumberProblem[] => {
  const problems: NumberProblem[] = []
  const [first] = own
  if (first === undefined) return problems
  const { period, word } = first
  let last = 0
  let latest: Numbered | undefined
  let latestOf = ''
  for (const each of own) {
    // Parts of one sheet share its number and its day.
    if (each.number === last && each.date !== latestOf) {
      const detail = `${name(word, each.number)} 有不止一张凭证`
      problems.push({
        period,
        problem: 'double',
        number: name(word, each.number),
        detail,
        voucher: each.voucher,
        booked: each.booked,
      })
    }
    if (each.number > last + 1) {
      const missing =
        last + 1 === each.number - 1
          ? name(word, last + 1)
          : `${name(word, last + 1)} 至 ${name(word, each.number - 1)}`
      problems.push({
        period,
        problem: 'gap',
        number: missing,
        detail: `缺 ${missing}`,
        voucher: null,
        booked: each.booked,
      })
    }
    if (latest !== undefined && each.date < latest.date && each.booked === latest.booked) {
      const detail = `${each.date} 在 ${name(word, latest.number)}（${latest.date}）之后`
      problems.push({
        period,
        problem: 'order',
        number: name(word, each.number),
        detail,
        voucher: each.voucher,
        booked: each.booked,
      })
    }
    if (latest === undefined || each.date >= latest.date || each.booked !== latest.booked) latest = each
    last = each.number
    latestOf = each.date
  }
  return problems
}

/**
 * 断号, 重号, 日期逆序: gaps and doubles in the numbers of vouchers, and numbers against the order of their dates. Corrections of
 * cost and closings are made after the fact and left out of the order.
 */
export const numberProblems = async (work: Work, fromPeriod: string, toPeriod: string): Promise<NumberProblem[]> => {
  const rows = await work.tx.rows<Numbered & { readonly kind: string }>(
    `select n.period, n.word, n.number, n.voucher, v.date, v.kind, n.booked
     from (select period, word, number, part, voucher, true as booked from voucher_booking where company_id = $1 and period between $2 and $3
           union all
           select period, word, number, part, voucher, false from voucher_number where company_id = $1 and period between $2 and $3) n
     join general_voucher v on v.company_id = $1 and v.id = n.voucher order by n.period, n.word, n.number, n.part`,
    [work.company, fromPeriod, toPeriod],
  )
  const groups = Map.groupBy(rows, (row) => `${row.period}/${row.word}`)
  const late = new Set(
    rows.filter((row) => row.kind === 'difference' || row.kind === 'closing').map((row) => row.voucher),
  )
  return [...groups.values()]
    .flatMap(problemsOf)
    .filter((problem) => problem.problem !== 'order' || problem.voucher === null || !late.has(problem.voucher))
}
