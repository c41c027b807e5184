import { Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { cell } from '../report/report-answer.ts'

export type VoucherRowsProps = {
  rows: readonly ReportRow[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** Why a voucher is not ready: what it was sent back for, or that the cashier has yet to sign. */
function Marks({ row }: { row: ReportRow }): React.JSX.Element {
  const note = cell(row, 'note')
  return (
    <>
      {cell(row, 'state')}
      {note === '' ? null : <span className="is-negative">　{note}</span>}
      {row['cash'] === true && cell(row, 'cashier') !== '' ? <Tag>{t('books.signed')}</Tag> : null}
    </>
  )
}

/** Vouchers to choose from, each leading to its paper and to the document behind it. */
export function VoucherRows({ rows, chosen, onChoose }: VoucherRowsProps): React.JSX.Element {
  const ids = rows.map((row) => cell(row, 'voucher'))
  const all = ids.length > 0 && ids.every((id) => chosen.has(id))
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  return (
    <div className="books-scroll">
      <table className="books-table">
        <thead>
          <tr>
            <th className="books-box">
              <Checkbox
                checked={all ? true : chosen.size > 0 ? 'some' : false}
                label={t('books.selectAll')}
                onChange={(on) => onChoose(new Set(on ? ids : []))}
              />
            </th>
            <th>{t('books.date')}</th>
            <th>{t('books.number')}</th>
            <th>{t('books.summary')}</th>
            <th className="num">{t('books.amount')}</th>
            <th>{t('books.kind')}</th>
            <th>{t('books.state')}</th>
            <th>{t('voucher.maker')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = cell(row, 'voucher')
            const number = cell(row, 'number')
            return (
              <tr key={id}>
                <td>
                  <Checkbox
                    checked={chosen.has(id)}
                    label={t('books.select', { number })}
                    onChange={(on) => toggle(id, on)}
                  />
                </td>
                <td>
                  <span className="books-year">{cell(row, 'date').slice(0, 5)}</span>
                  {cell(row, 'date').slice(5)}
                </td>
                <td>
                  <Go to={`/voucher/${id}`}>{number}</Go>
                </td>
                <td className="books-wide">{cell(row, 'summary')}</td>
                <td className="num">{formatMoneyText(cell(row, 'total'))}</td>
                <td>{cell(row, 'kind')}</td>
                <td>
                  <Marks row={row} />
                </td>
                <td>{cell(row, 'maker')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
