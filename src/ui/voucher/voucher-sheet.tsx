import { RuledAmount, RuledAmountEditor, RulerHead } from './ruled-amount.tsx'
import { t } from '../language.ts'
import { addDecimalTexts, formatMoneyText, isZeroText } from '../number/decimal-text.ts'
import { chineseAmount } from '../../base/chinese-amount.ts'
import './voucher.css'

export type VoucherLine = {
  key: string
  summary: string
  /** The paper the line came from. */
  source?: string
  account: { code: string; name: string }
  /** 客户：C0012 杭州百联 */
  dimensions?: string
  debit: string
  credit: string
}

export type VoucherSheetProps = {
  title: string
  /** 记字第 0086 号 */
  number: string
  date: string
  attachments: string
  stamp?: React.ReactNode
  lines: readonly VoucherLine[]
  current?: string
  onCurrent?: (key: string) => void
  /** Plain amounts instead of ruled boxes. */
  plain?: boolean
  onAmount?: (key: string, side: 'debit' | 'credit', amount: string) => void
  onBalance?: (key: string, side: 'debit' | 'credit') => void
  /** Draws the editor of a text cell; without it the sheet is read-only. */
  renderCell?: (line: VoucherLine, cell: 'summary' | 'account') => React.ReactNode
  signatures: readonly { label: string; name: string }[]
  leastLines?: number
}

/** The sheet scrolls on a narrow window, so the keyboard must reach it. */
const keyboardScroll = { tabIndex: 0 }

type Side = 'debit' | 'credit'

function AmountCell({
  line,
  side,
  props,
}: {
  line: VoucherLine
  side: Side
  props: VoucherSheetProps
}): React.JSX.Element {
  const label = `${line.summary} ${t(side === 'debit' ? 'voucher.debit' : 'voucher.credit')}`
  const amount = line[side]
  if (props.plain && !props.onAmount) return <td className="num voucher-plain">{formatMoneyText(amount)}</td>
  const other: Side = side === 'debit' ? 'credit' : 'debit'
  const { onAmount } = props
  return (
    <td className="voucher-amount">
      {onAmount ? (
        <RuledAmountEditor
          amount={amount}
          label={label}
          onChange={(next) => onAmount(line.key, side, next)}
          onBalance={() => props.onBalance?.(line.key, side)}
          onBalanceOther={() => {
            onAmount(line.key, side, '')
            props.onBalance?.(line.key, other)
          }}
          onSwap={(typed) => {
            onAmount(line.key, other, typed)
            onAmount(line.key, side, '')
          }}
        />
      ) : (
        <RuledAmount amount={amount} label={label} />
      )}
    </td>
  )
}

/** A bookkeeping voucher as its paper form: ruled amounts, double-lined title, the total in words. */
export function VoucherSheet(props: VoucherSheetProps): React.JSX.Element {
  const { lines, plain, current, onCurrent, renderCell } = props
  const debit = addDecimalTexts(lines.map((line) => line.debit))
  const credit = addDecimalTexts(lines.map((line) => line.credit))
  // Amounts as they are typed may say the same by other digits: 1620 and 1620.00.
  const difference = addDecimalTexts([debit, `-${credit}`.replace('--', '')])
  const blank = Math.max(0, (props.leastLines ?? 6) - lines.length)
  const amountHead = plain ? null : <RulerHead />
  return (
    <section className="voucher" aria-label={props.title} {...keyboardScroll}>
      <header className="voucher-head">
        <h2 className="voucher-title">{props.title}</h2>
        <div className="voucher-stamp">{props.stamp}</div>
        <div className="voucher-facts">
          <span>{props.number}</span>
          <span>{props.date}</span>
          <span>{props.attachments}</span>
        </div>
      </header>
      <table className="voucher-table">
        <colgroup>
          <col style={{ width: 30 }} />
          <col style={{ width: 190 }} />
          <col />
          <col style={{ width: 171 }} />
          <col style={{ width: 171 }} />
        </colgroup>
        <thead>
          <tr>
            <th>
              <span className="sr-only">{t('lines.number')}</span>
            </th>
            <th>{t('voucher.summary')}</th>
            <th>{t('voucher.account')}</th>
            <th className="voucher-amount">
              <div className="voucher-side">{t('voucher.debitAmount')}</div>
              {amountHead}
            </th>
            <th className="voucher-amount">
              <div className="voucher-side">{t('voucher.creditAmount')}</div>
              {amountHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr
              key={line.key}
              className={line.key === current ? 'is-current' : undefined}
              onClick={() => onCurrent?.(line.key)}
              onFocus={() => onCurrent?.(line.key)}
            >
              <td className="voucher-index">{index + 1}</td>
              <td>
                {renderCell?.(line, 'summary') ?? (
                  <>
                    <div className="clip">{line.summary}</div>
                    {line.source ? <div className="faint small clip">{line.source}</div> : null}
                  </>
                )}
              </td>
              <td>
                {renderCell?.(line, 'account') ?? (
                  <>
                    <div className="clip">
                      <span className="muted voucher-code">{line.account.code}</span>
                      {line.account.name}
                    </div>
                    {line.dimensions ? <div className="muted small clip">{line.dimensions}</div> : null}
                  </>
                )}
              </td>
              <AmountCell line={line} side="debit" props={props} />
              <AmountCell line={line} side="credit" props={props} />
            </tr>
          ))}
          {Array.from({ length: blank }, (_, index) => (
            <tr key={`blank-${index}`} aria-hidden="true">
              <td>{'\u00a0'}</td>
              <td>{'\u00a0'}</td>
              <td>{'\u00a0'}</td>
              <td className="voucher-amount">{plain ? null : <RuledAmount amount="" label="" />}</td>
              <td className="voucher-amount">{plain ? null : <RuledAmount amount="" label="" />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>
              {t('lines.total')}
              <span className="voucher-words">
                {isZeroText(difference)
                  ? chineseAmount(debit, { prefix: '' })
                  : t('voucher.unbalanced', { difference: formatMoneyText(difference) })}
              </span>
            </td>
            {([debit, credit] as const).map((amount, index) => (
              <td key={index} className={plain ? 'num' : 'voucher-amount'}>
                {plain ? (
                  formatMoneyText(amount)
                ) : (
                  <RuledAmount amount={amount} lead="¥" strong label={t('lines.total')} />
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <div className="voucher-signatures">
        {props.signatures.map((one) => (
          <span key={one.label}>
            <span className="muted">{one.label}</span>
            {one.name === '' ? <span className="faint">—</span> : one.name}
          </span>
        ))}
      </div>
    </section>
  )
}
