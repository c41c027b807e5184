import { decimal } from '../../../base/decimal.ts'
import { fieldProblem, invalid, notFound } from '../../../kernel/definition/problem.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import { defineCallRun, defineProcessRun, defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { benfordShares, compareWithBenford } from './benford.ts'
import { benfordAnalysis, checkRisksProcess, dismissRisk, riskFindings } from './check-risks.ts'
import { riskKind, riskLabels, riskNames } from './risk-kinds.ts'
import type { RiskName } from './risk-kinds.ts'
import { riskQueries } from './risk-queries.ts'
import type { Found } from './risk-queries.ts'
import { riskRule } from './risk-rule.ts'

const zoneOf = (work: Work) => String(work.settings['zone'] ?? 'Asia/Shanghai')

interface Rule {
  readonly kind: RiskName
  readonly disabled: boolean
  readonly days: number | null
  readonly amount: string | null
  readonly threshold: string | null
}

/** The company's rules; those that it does not have yet are written with what they usually go by. */
const rulesOf = async (work: Work): Promise<readonly Rule[]> => {
  const read = () =>
    work.tx.rows<Rule>(
      `select kind, disabled, days, amount::text as amount, threshold::text as threshold from risk_rule where company_id = $1`,
      [work.company],
    )
  const known = new Set((await read()).map((rule) => rule.kind))
  for (const kind of riskNames.filter((name) => !known.has(name))) {
    const { label, days = null, amount = null, threshold = null } = riskKind(kind)
    await createEntity(work, riskRule, { code: kind, name: label, kind, days, amount, threshold })
  }
  return read()
}

/** What is found now takes the place of what was; what was looked at keeps its note. */
const keep = async (work: Work, kind: RiskName, found: readonly Found[]): Promise<void> => {
  const keys = found.map((one) => `${kind}/${one.key}`)
  await work.tx.query(
    `delete from risk_finding where company_id = $1 and kind = $2 and dismissed_at is null and not key = any($3)`,
    [work.company, kind, keys],
  )
  await work.tx.query(
    `insert into risk_finding (company_id, key, kind, found_at, date, document_type, document_id, number, amount, reason)
     select $1, f.key, $2, $3, f.date, f.type, f.id, f.number, f.amount, f.reason
     from unnest($4::text[], $5::date[], $6::text[], $7::uuid[], $8::text[], $9::numeric[], $10::text[]) as f(key, date, type, id, number, amount, reason)
     on conflict (company_id, key) do update set reason = excluded.reason, amount = excluded.amount, number = excluded.number`,
    [
      work.company,
      kind,
      work.clock.now(),
      keys,
      found.map((one) => one.date),
      found.map((one) => one.type),
      found.map((one) => one.id),
      found.map((one) => one.number),
      found.map((one) => one.amount),
      found.map((one) => one.reason),
    ],
  )
}

const runRule = async (work: Work, rule: Rule): Promise<number> => {
  const usual = riskKind(rule.kind)
  const found = rule.disabled
    ? []
    : await riskQueries[rule.kind](work, {
        today: work.clock.today(zoneOf(work)),
        zone: zoneOf(work),
        days: rule.days ?? usual.days ?? 365,
        amount: rule.amount ?? usual.amount ?? '0',
        threshold: rule.threshold ?? usual.threshold ?? '0',
      })
  const apart = [...new Map(found.map((one) => [one.key, one])).values()]
  await keep(work, rule.kind, apart)
  return apart.length
}

export const checkRisksRun = defineProcessRun(checkRisksProcess, async (_parameters, inWork, progress) => {
  const rules = await inWork(rulesOf)
  let findings = 0
  for (const [index, rule] of rules.entries()) {
    if (await progress.cancelled()) break
    findings += await inWork((work) => runRule(work, rule))
    await progress.report(index + 1, rules.length, riskLabels[rule.kind])
  }
  return { findings }
})

interface FindingRow {
  readonly key: string
  readonly kind: RiskName
  readonly found_on: string
  readonly date: string | null
  readonly document_type: string | null
  readonly document_id: string | null
  readonly number: string | null
  readonly amount: string | null
  readonly reason: string
  readonly dismissed_by: string | null
  readonly note: string | null
}

export const riskFindingsRun = defineReportRun(riskFindings, async ({ kind, show }, work) => {
  const rows = await work.tx.rows<FindingRow>(
    `select key, kind, to_char(found_at at time zone $4, 'YYYY-MM-DD') as found_on, date, document_type, document_id, number, amount::text as amount, reason, dismissed_by, note
     from risk_finding where company_id = $1 and ($2::text is null or kind = $2)
       and ($3 = 'all' or ($3 = 'dismissed') = (dismissed_at is not null)) order by kind, date desc nulls last, key`,
    [work.company, kind ?? null, show ?? 'open', zoneOf(work)],
  )
  return {
    rows: rows.map((row) => ({
      key: row.key,
      kind: row.kind,
      kindLabel: riskLabels[row.kind],
      documentType: row.document_type,
      documentId: row.document_id,
      number: row.number,
      date: row.date,
      amount: row.amount,
      reason: row.reason,
      foundOn: row.found_on,
      dismissedBy: row.dismissed_by,
      note: row.note,
    })),
    notes: [`共 ${rows.length} 项；提示的是疑点，不是结论`],
  }
})

export const runDismissRisk = defineCallRun(dismissRisk, async ({ key, note, again }, work) => {
  const words = (note ?? '').trim()
  if (again !== true && words === '') {
    throw invalid('请写明为什么可以忽略', 'Say why it may be', [fieldProblem('note', '请填写说明', 'is required')])
  }
  const { rowCount } = await work.tx.query(
    `update risk_finding set dismissed_at = $3, dismissed_by = $4, note = $5 where company_id = $1 and key = $2`,
    again === true
      ? [work.company, key ?? '', null, null, null]
      : [work.company, key ?? '', work.clock.now(), work.actor.name, words],
  )
  if (rowCount === 0) throw notFound('没有这项发现，可能已改正', 'There is no such finding; it may be mended')
  audit(work, {
    action: again === true ? 'reopenRisk' : 'dismissRisk',
    type: riskRule.name,
    record: work.company,
    label: key ?? '',
    after: { note: words },
  })
  return { key: key ?? '' }
})

const words = {
  close: '与自然分布非常接近',
  acceptable: '与自然分布基本相符',
  marginal: '与自然分布勉强相符，建议抽查',
  none: '与自然分布不符，建议抽查差异大的首位数字',
} as const

const percent = (millionths: number) => decimal(millionths).div(10_000).toString()

export const benfordAnalysisRun = defineReportRun(benfordAnalysis, async ({ account, from, to }, work) => {
  const rows = await work.tx.rows<{ digit: string; count: number }>(
    `select left(regexp_replace(e.debit::text, '^[0.]+', ''), 1) as digit, count(*)::int as count from general_entry e
     join account a on a.company_id = $1 and a.id = e.account_id
     where e.company_id = $1 and e.debit > 0 and e.negates is null and ($2::uuid is not null or a.category = 'profitLoss' and a.side = 'debit')
       and ($2::uuid is null or e.account_id = $2) and ($3::date is null or e.date >= $3) and ($4::date is null or e.date <= $4) group by 1`,
    [work.company, account ?? null, from ?? null, to ?? null],
  )
  const counts = benfordShares.map((_share, index) => rows.find((row) => row.digit === String(index + 1))?.count ?? 0)
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const { differences, deviation, conformity } = compareWithBenford(counts)
  return {
    rows: benfordShares.map((share, index) => ({
      digit: String(index + 1),
      count: counts[index] ?? 0,
      share: percent(share + (differences[index] ?? 0)),
      expected: percent(share),
      difference: percent(differences[index] ?? 0),
    })),
    totals: { digit: '合计', count: whole },
    notes: [
      whole < 300
        ? `${whole} 笔，少于 300 笔，仅供参考`
        : `${whole} 笔，平均绝对偏差 ${percent(deviation)}%：${words[conformity]}`,
    ],
  }
})
