import { createPortal } from 'react-dom'
import { formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { t } from '../../../ui/language.ts'
import { PlacedPageView } from '../print/placed-page.tsx'
import type { PlacedPage } from '../../../kernel/print/template/marks.ts'

/** What is printed of a sale, on paper 80 mm wide. */
export type ReceiptPaper = {
  readonly id: string
  readonly number: string
  readonly at: string
  readonly shop: string
  readonly company: string
  readonly cashier: string
  readonly lines: readonly {
    readonly name: string
    readonly quantity: string
    readonly price: string
    readonly gross: string
    readonly note: string
  }[]
  readonly gross: string
  readonly roundedOff: string
  readonly tenders: readonly { readonly name: string; readonly amount: string }[]
  readonly change: string
}

/** What the printer gets: the sale as the counter knows it, and its pages where the company has a template of its own. */
export type Slip = { readonly paper: ReceiptPaper; readonly pages: readonly PlacedPage[] | null }

const money = (text: string): string => formatMoneyText(text, false)

/** The receipt, seen by the printer alone. */
export function Receipt({ slip: { paper, pages } }: { slip: Slip }): React.ReactPortal {
  if (pages !== null)
    return createPortal(
      <div className="receipt is-placed" aria-hidden="true">
        {pages.map((page, at) => (
          <PlacedPageView key={`${paper.id} ${String(at)}`} page={page} label={paper.number} />
        ))}
      </div>,
      document.body,
    )
  return createPortal(
    <div className="receipt" aria-hidden="true">
      <h1>{paper.company}</h1>
      <p>{paper.shop}</p>
      <p>
        {paper.number}
        <br />
        {paper.at} {paper.cashier}
      </p>
      <table>
        <tbody>
          {paper.lines.map((line) => (
            <tr key={`${line.name} ${line.price} ${line.note}`}>
              <td>
                {line.name}
                <br />
                {formatDecimalText(line.quantity)} × {money(line.price)}
                {line.note === '' ? null : (
                  <>
                    <br />
                    {line.note}
                  </>
                )}
              </td>
              <td>{money(line.gross)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <dt>{t('counter.total')}</dt>
        <dd>{money(paper.gross)}</dd>
        {paper.roundedOff === '0' ? null : (
          <>
            <dt>{t('counter.rounding')}</dt>
            <dd>-{money(paper.roundedOff)}</dd>
          </>
        )}
        {paper.tenders.map((tender) => (
          <div key={tender.name}>
            <dt>{tender.name}</dt>
            <dd>{money(tender.amount)}</dd>
          </div>
        ))}
        <dt>{t('counter.change')}</dt>
        <dd>{money(paper.change)}</dd>
      </dl>
      <p>{t('counter.thanks')}</p>
    </div>,
    document.body,
  )
}
