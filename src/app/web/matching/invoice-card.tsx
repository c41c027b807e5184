import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText, formatMoneyText, isNegativeText, isZeroText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { resolutionsOf, type Finding, type Resolution, type WaitingInvoice } from './matching-data.ts'

const money = (text: string): string => (text === '' ? '' : formatMoneyText(text, false))
const count = (text: string): string => (text === '' ? '' : formatDecimalText(text, { max: 6 }))
const price = (text: string): string => (text === '' ? '' : formatDecimalText(text, { min: 2, max: 4 }))

/** A figure of ours, marked where theirs is another. */
function Ours(props: { of: string; ours: string; theirs: string; show: (text: string) => string }) {
  const { of, ours, theirs, show } = props
  const differs = ours !== '' && theirs !== '' && show(ours) !== show(theirs)
  return <td className={`number matching-${of}${differs ? ' matching-differs' : ''}`}>{show(ours)}</td>
}

function FindingRows({ finding }: { finding: Finding }): React.JSX.Element {
  const { difference } = finding
  const sign = difference === '' || isZeroText(difference) ? '' : isNegativeText(difference) ? '' : '+'
  return (
    <>
      <tr>
        <td rowSpan={2} className="matching-why">
          <span className="matching-reason">{finding.reason}</span>
        </td>
        <th scope="row">{t('matching.invoice')}</th>
        <td className="matching-goods">{finding.goods}</td>
        <td className="number matching-quantity">{count(finding.quantity)}</td>
        <td className="number matching-price">{price(finding.price)}</td>
        <td className="number matching-net">{money(finding.net)}</td>
        <td className="number matching-difference" rowSpan={2}>
          {difference === '' ? '' : `${sign}${money(difference)}`}
        </td>
      </tr>
      <tr className="matching-ours">
        <th scope="row">{t('matching.ours')}</th>
        <td className="matching-goods">
          {finding.item === '' ? <span className="faint">{t('matching.notFound')}</span> : finding.item}
          {finding.receipts === '' ? null : <span className="faint">　{finding.receipts}</span>}
        </td>
        <Ours of="quantity" ours={finding.expectedQuantity} theirs={finding.quantity} show={count} />
        <Ours of="price" ours={finding.expectedPrice} theirs={finding.price} show={price} />
        <Ours of="net" ours={finding.expectedNet} theirs={finding.net} show={money} />
      </tr>
    </>
  )
}

/** One invoice that differs: what it says above what we know, and the ways out. */
export function InvoiceCard({
  invoice,
  onResolve,
}: {
  invoice: WaitingInvoice
  onResolve?: (resolution: Resolution) => void
}): React.JSX.Element {
  return (
    <article className="matching-card">
      <header>
        <Go to={`/doc/incoming-invoice/${invoice.id}`}>{invoice.invoiceNumber}</Go>
        <b>{invoice.seller}</b>
        <span className="faint">{invoice.invoicedOn}</span>
        {invoice.disputed ? <span className="matching-disputed">{t('matching.disputed')}</span> : null}
        {invoice.note === '' ? null : <span className="muted">{invoice.note}</span>}
      </header>
      <div className="matching-scroll">
        <table>
          <thead>
            <tr>
              <th>{t('matching.reason')}</th>
              <th aria-label={t('matching.side')} />
              <th>{t('matching.goods')}</th>
              <th className="number">{t('matching.quantity')}</th>
              <th className="number">{t('matching.price')}</th>
              <th className="number">{t('matching.net')}</th>
              <th className="number">{t('matching.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {invoice.findings.map((finding) => (
              <FindingRows key={finding.key} finding={finding} />
            ))}
          </tbody>
        </table>
      </div>
      {onResolve === undefined ? null : (
        <footer>
          {resolutionsOf(invoice).map((resolution) => (
            <Button key={resolution} size="small" onClick={() => onResolve(resolution)}>
              {t(`matching.${resolution}`)}
            </Button>
          ))}
        </footer>
      )}
    </article>
  )
}
