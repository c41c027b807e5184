import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { sum } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { madeDocuments, type Made } from './made-documents.ts'
import './purchasing.css'

const money = (text: string): string => formatDecimalText(text, { min: 2, max: 2 })

/** The cheapest approved quotation of each line that is not awarded yet. */
function firstChoice(rows: readonly ReportRow[]): Readonly<Record<string, string>> {
  const lines = Map.groupBy(rows, (row) => cell(row, 'inquiryLine'))
  return Object.fromEntries(
    [...lines].flatMap(([line, of]) => {
      const best = of.find((row) => row['isCheapest'] === true && row['state'] === 'posted')
      return best === undefined || of.some((row) => cell(row, 'awarded') !== '')
        ? []
        : [[line, cell(best, 'quotationLine')]]
    }),
  )
}

type OfferCellProps = { row: ReportRow; chosen: boolean; mayAward: boolean; onChoose: () => void }

function OfferCell({ row, chosen, mayAward, onChoose }: OfferCellProps): React.JSX.Element {
  if (cell(row, 'quotationLine') === '') return <td className="faint">{t('compare.notQuoted')}</td>
  const isApproved = row['state'] === 'posted'
  const facts = [
    cell(row, 'leadDays') === '' ? '' : t('compare.lead', { days: cell(row, 'leadDays') }),
    cell(row, 'minimumOrder') === ''
      ? ''
      : t('compare.minimum', { quantity: formatDecimalText(cell(row, 'minimumOrder'), {}) }),
    cell(row, 'validTo') === '' ? '' : t('compare.until', { date: cell(row, 'validTo') }),
  ].filter((text) => text !== '')
  return (
    <td className={chosen ? 'is-chosen' : undefined}>
      <label className="compare-offer">
        <span className="compare-offer-top">
          {mayAward && isApproved ? (
            <input type="radio" name={cell(row, 'inquiryLine')} checked={chosen} onChange={onChoose} />
          ) : null}
          <b className="num">{formatDecimalText(cell(row, 'price'), { min: 2, max: 6 })}</b>
          {row['isCheapest'] === true ? <Tag tone="positive">{t('compare.best')}</Tag> : null}
          {row['isSoonest'] === true ? <Tag tone="accent">{t('compare.soonest')}</Tag> : null}
          {isApproved ? null : <Tag tone="warning">{t('compare.draft')}</Tag>}
        </span>
        <span className="num">{money(cell(row, 'total'))}</span>
        <span className="small muted">{facts.join(' · ')}</span>
        <span className="small">
          <Go to={`/doc/supplier-quotation/${cell(row, 'documentId')}`}>{cell(row, 'number')}</Go>
        </span>
        {cell(row, 'awarded') === '' ? null : (
          <span className="small is-positive">{t('compare.awarded', { number: cell(row, 'awarded') })}</span>
        )}
      </label>
    </td>
  )
}

type MatrixProps = {
  rows: readonly ReportRow[]
  chosen: Readonly<Record<string, string>>
  mayAward: boolean
  onChoose: (line: string, quotationLine: string) => void
}

function Matrix({ rows, chosen, mayAward, onChoose }: MatrixProps): React.JSX.Element {
  const suppliers = [...new Map(rows.map((row) => [cell(row, 'supplierId'), cell(row, 'supplierName')]))]
  const lines = [...Map.groupBy(rows, (row) => cell(row, 'inquiryLine'))]
  const wholeOf = (supplier: string): string =>
    sum(rows.filter((row) => cell(row, 'supplierId') === supplier).map((row) => cell(row, 'total') || '0')).toString()
  return (
    <div className="compare-scroll">
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('desk.item')}</th>
            {suppliers.map(([id, name]) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([line, of]) => (
            <tr key={line}>
              <th scope="row">
                {cell(of[0], 'itemName')}
                <div className="small muted">
                  {t('compare.quantity', {
                    quantity: formatDecimalText(cell(of[0], 'quantity'), {}),
                    unit: cell(of[0], 'unit'),
                  })}
                </div>
                {cell(of[0], 'neededOn') === '' ? null : (
                  <div className="small muted">{t('compare.needed', { date: cell(of[0], 'neededOn') })}</div>
                )}
              </th>
              {suppliers.map(([id]) => {
                const row = of.find((one) => cell(one, 'supplierId') === id)
                return row === undefined ? (
                  <td key={id}>{t('compare.notQuoted')}</td>
                ) : (
                  <OfferCell
                    key={id}
                    row={row}
                    chosen={chosen[line] !== undefined && chosen[line] === cell(row, 'quotationLine')}
                    mayAward={mayAward}
                    onChoose={() => onChoose(line, cell(row, 'quotationLine'))}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('compare.whole')}</th>
            {suppliers.map(([id]) => (
              <td key={id} className="num">
                {rows.some((row) => cell(row, 'supplierId') === id && cell(row, 'total') !== '')
                  ? money(wholeOf(id))
                  : '—'}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Comparison({ inquiry, answer }: { inquiry: string; answer: ReportAnswer }): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const [chosen, setChosen] = useState(() => firstChoice(answer.rows))
  const [keeps, setKeeps] = useState(true)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<readonly Made[]>([])
  const lines = useMemo(
    () => answer.rows.filter((row) => Object.values(chosen).includes(cell(row, 'quotationLine'))),
    [answer, chosen],
  )
  const mayAward = session.may('process.awardQuotations')
  const award = async (): Promise<void> => {
    setBusy(true)
    try {
      const result = await runProcess('award-quotations', {
        inquiry,
        keepPrices: keeps,
        lines: lines.map((row) => ({ quotationLine: cell(row, 'quotationLine') })),
      })
      const written = madeDocuments(result, 'purchase-order')
      setMade(written)
      setChosen({})
      showToast('done', t('desk.made', { numbers: written.map((one) => one.number).join('、') }))
      await client.invalidateQueries({ predicate: (query) => ['list', 'report'].includes(String(query.queryKey[0])) })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <header className="page-head">
        <h1>
          {t('compare.title')} {inquiry}
        </h1>
        <div className="page-actions">
          {mayAward ? (
            <Button look="primary" disabled={lines.length === 0} busy={busy} onClick={() => void award()}>
              {t('compare.award')}
            </Button>
          ) : null}
        </div>
      </header>
      {made.length === 0 ? null : (
        <p className="desk-made" role="status">
          {made.map((one) => (
            <Go key={one.id} to={`/doc/${one.address}/${one.id}`}>
              {one.number}
            </Go>
          ))}
        </p>
      )}
      <Matrix
        rows={answer.rows}
        chosen={chosen}
        mayAward={mayAward}
        onChoose={(line, quotationLine) => setChosen((was) => ({ ...was, [line]: quotationLine }))}
      />
      {mayAward ? (
        <div className="compare-foot">
          <span>
            {t('compare.chosen', {
              count: lines.length,
              amount: money(sum(lines.map((row) => cell(row, 'total') || '0')).toString()),
            })}
          </span>
          <Checkbox checked={keeps} onChange={setKeeps} label={t('compare.keep')} labelShown />
        </div>
      ) : null}
    </>
  )
}

/** Quotations for one inquiry side by side, the lowest and the soonest marked, awarded line by line: 比价定标. */
export function ComparisonPage({ id }: PageParameters): React.JSX.Element {
  usePageTitle(`${t('compare.title')} ${id}`)
  const answer = useReport<ReportAnswer>('quotation-comparison', { inquiry: id })
  if (answer.error) return <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <PageLoading />
  return (
    <div className="page-scroll">
      <Comparison inquiry={id} answer={answer.data} />
    </div>
  )
}
