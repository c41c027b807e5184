import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isDecimalText } from '../../../ui/number/decimal-text.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { roundedOff, tenderState } from './counter-state.ts'
import type { CounterAccount } from './use-counter-data.ts'

export type Payment = {
  readonly roundedOff: string
  readonly tenders: readonly { readonly cashAccount: string; readonly amount: string }[]
}

export type PayDialogProps = {
  gross: Decimal
  accounts: readonly CounterAccount[]
  busy: boolean
  problem: string | null
  onPay: (payment: Payment) => void
  onClose: () => void
}

type Rounding = 'none' | 'dime' | 'yuan'
const roundings: readonly Rounding[] = ['none', 'dime', 'yuan']

const isFunctionKey = (key: string): boolean => /^F[1-4]$/.test(key)

/** What is due and how it is paid: one account or several, change out of the cash, cents given. */
export function PayDialog(props: PayDialogProps): React.JSX.Element {
  const { gross, accounts, busy, problem, onPay, onClose } = props
  const [rounding, setRounding] = useState<Rounding>('none')
  const off = roundedOff(gross, rounding)
  const due = gross.minus(off)
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({})
  const inputs = useRef(new Map<string, HTMLInputElement>())
  const first = accounts[0]?.id ?? ''
  const texts = Object.keys(amounts).length === 0 ? { [first]: due.toString() } : amounts
  const sound = Object.values(texts).every((text) => text === '' || isDecimalText(text))
  const { missing, change } = sound ? tenderState(due, Object.values(texts)) : { missing: due, change: decimal(0) }
  const cashless = accounts
    .filter((account) => account.kind !== 'cash')
    .reduce((sum, { id }) => (sound && texts[id] ? sum.plus(texts[id]) : sum), decimal(0))
  const payable = sound && missing.isZero() && cashless.lte(due)

  useEffect(() => {
    const input = inputs.current.get(first)
    input?.focus()
    input?.select()
  }, [first])

  /** Selected in the same turn, so that the next key replaces the amount however fast it comes. */
  const fill = (next: Readonly<Record<string, string>>, id: string): void => {
    flushSync(() => setAmounts(next))
    const input = inputs.current.get(id)
    input?.focus()
    input?.select()
  }
  const give = (id: string): void => fill({ [id]: due.toString() }, id)
  /** The next account takes what is still missing. */
  const move = (from: number, by: 1 | -1): void => {
    const to = accounts[from + by]
    if (to === undefined) return
    const takesRest = (texts[to.id] ?? '') === '' && !missing.isZero()
    fill(takesRest ? { ...texts, [to.id]: missing.toString() } : amounts, to.id)
  }
  const pay = (): void => {
    if (!payable || busy) return
    const tenders = accounts.flatMap(({ id }) =>
      texts[id] && !decimal(texts[id]).isZero() ? [{ cashAccount: id, amount: texts[id] }] : [],
    )
    onPay({ roundedOff: off.toString(), tenders })
  }
  const onKey = useLatest((event: KeyboardEvent): void => {
    if (isFunctionKey(event.key)) {
      event.preventDefault()
      const account = accounts[Number(event.key.slice(1)) - 1]
      if (account !== undefined) give(account.id)
    } else if (event.key === 'F6') {
      event.preventDefault()
      const next = roundings[(roundings.indexOf(rounding) + 1) % roundings.length] ?? 'none'
      setRounding(next)
      setAmounts({})
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onKey])
  return (
    <Dialog
      open
      title={t('counter.pay')}
      onClose={onClose}
      width={460}
      actions={
        <>
          <Button onClick={onClose} keys="Esc">
            {t('cancel')}
          </Button>
          <Button look="primary" size="large" disabled={!payable} busy={busy} onClick={pay} keys="Enter">
            {t('counter.finish')}
          </Button>
        </>
      }
    >
      <div className="counter-pay">
        <p className="counter-due">
          <span>{t('counter.due')}</span>
          <b className="num">{formatMoneyText(due.toString(), false)}</b>
        </p>
        <div className="counter-rounding">
          <span className="muted">
            {t('counter.rounding')} <kbd>F6</kbd>
          </span>
          <Segmented
            label={t('counter.rounding')}
            value={rounding}
            onChange={(next) => {
              setRounding(next)
              setAmounts({})
            }}
            options={[
              { value: 'none', label: t('counter.roundNone') },
              { value: 'dime', label: t('counter.roundDime') },
              { value: 'yuan', label: t('counter.roundYuan') },
            ]}
          />
        </div>
        <ul className="counter-tenders">
          {accounts.map((account, index) => (
            <li key={account.id}>
              <label>
                <span className="clip">
                  {index < 4 ? <kbd>F{index + 1}</kbd> : null} {account.name}
                </span>
                <input
                  ref={(element) => {
                    if (element === null) inputs.current.delete(account.id)
                    else inputs.current.set(account.id, element)
                  }}
                  className="num"
                  inputMode="decimal"
                  value={texts[account.id] ?? ''}
                  aria-label={account.name}
                  onChange={(event) => setAmounts({ ...texts, [account.id]: event.target.value.trim() })}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') {
                      event.preventDefault()
                      if (payable) pay()
                      else move(index, 1)
                    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                      event.preventDefault()
                      move(index, event.key === 'ArrowDown' ? 1 : -1)
                    }
                  }}
                />
              </label>
            </li>
          ))}
        </ul>
        <p className="counter-change" role="status">
          {missing.isZero() ? (
            <>
              <span>{t('counter.change')}</span>
              <b className="num">{formatMoneyText(change.toString(), false)}</b>
            </>
          ) : (
            <>
              <span className="is-warning">{t('counter.missing')}</span>
              <b className="num is-warning">{formatMoneyText(missing.toString(), false)}</b>
            </>
          )}
        </p>
        {cashless.gt(due) ? <p className="is-negative">{t('counter.cashless')}</p> : null}
        {problem === null ? null : (
          <p className="is-negative" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
