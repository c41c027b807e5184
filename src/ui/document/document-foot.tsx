import { chineseAmount, currencyPrefix, currencySign } from '../../base/chinese-amount.ts'
import { t } from '../language.ts'
import { formatMoneyText } from '../number/decimal-text.ts'

export type DocumentSum = { key: string; label: string; amount: string }

export type DocumentFootProps = {
  /** The amount that counts: spelled out at the left, large at the right. */
  due?: {
    label: string
    amount: string
    /** The code of its currency, where it is not 人民币. */
    currency?: string
  }
  /** Up to three smaller figures around it: 整单优惠, 本次收款, 累计欠款. */
  sums?: readonly DocumentSum[]
  /** The remark and other wide fields. */
  children?: React.ReactNode
}

/** The foot of a document: the amount in words and the remark at the left, the amounts at the right. */
export function DocumentFoot({ due, sums = [], children }: DocumentFootProps): React.JSX.Element {
  const [first, second, third] = sums
  return (
    <div className="document-foot">
      <div className="document-foot-words">
        {due ? (
          <div className="document-words">
            <span className="field-label">{t('document.inWords')}</span>
            <span>
              {chineseAmount(due.amount === '' ? '0' : due.amount, { prefix: currencyPrefix(due.currency ?? 'CNY') })}
            </span>
          </div>
        ) : null}
        {children}
      </div>
      <dl className="document-sums">
        {[first, second].map((sum, index) =>
          sum ? (
            <div key={sum.key} style={{ gridArea: `${index + 1} / 1` }}>
              <dt>{sum.label}</dt>
              <dd>{formatMoneyText(sum.amount, false)}</dd>
            </div>
          ) : null,
        )}
        {due ? (
          <div style={{ gridArea: '1 / 2' }}>
            <dt>{due.label}</dt>
            <dd className="document-due">
              {currencySign(due.currency ?? 'CNY')}
              {formatMoneyText(due.amount, false)}
            </dd>
          </div>
        ) : null}
        {third ? (
          <div style={{ gridArea: '2 / 2' }}>
            <dt>{third.label}</dt>
            <dd>{formatMoneyText(third.amount, false)}</dd>
          </div>
        ) : null}
      </dl>
    </div>
  )
}
