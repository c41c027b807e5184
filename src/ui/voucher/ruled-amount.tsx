import { useState } from 'react'
import { readDecimalInput } from '../number/decimal-input.ts'
import { formatMoneyText } from '../number/decimal-text.ts'
import { t } from '../language.ts'
import { figuresOf, isRedAmount, ruleAfter, rulerPlaces } from './amount-ruler.ts'
import './voucher.css'

/** 亿 千 百 十 万 千 百 十 元 角 分 over the columns. */
export function RulerHead(): React.JSX.Element {
  return (
    <div className="ruler ruler-head" aria-hidden="true">
      {rulerPlaces.map((place, index) => (
        <span key={index} className={`rule-${ruleAfter(index)}`}>
          {place}
        </span>
      ))}
    </div>
  )
}

export type RuledAmountProps = {
  amount: string
  /** ¥ before the first figure of a total. */
  lead?: string
  strong?: boolean
  label: string
}

/** An amount in its ruled boxes. */
export function RuledAmount({ amount, lead, strong, label }: RuledAmountProps): React.JSX.Element {
  const figures = figuresOf(amount, lead)
  const spoken = `${label} ${formatMoneyText(amount)}`
  if (figures === null) return <span className="ruler-wide num">{formatMoneyText(amount)}</span>
  return (
    <div
      className={`ruler ${strong ? 'strong' : ''} ${isRedAmount(amount) ? 'is-negative' : ''}`}
      role="img"
      aria-label={spoken}
    >
      {figures.map((figure, index) => (
        <span key={index} className={`rule-${ruleAfter(index)}`}>
          {figure}
        </span>
      ))}
    </div>
  )
}

export type RuledAmountEditorProps = RuledAmountProps & {
  onChange: (amount: string) => void
  /** `=` makes the voucher balance, a space carries the amount, as typed so far, to the other side. */
  onBalance?: () => void
  /** A space after `=`: it is the other side that shall balance. */
  onBalanceOther?: () => void
  onSwap?: (amount: string) => void
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
  inputRef?: React.Ref<HTMLInputElement>
}

/** Boxes that turn into one input while they have the focus. */
export function RuledAmountEditor(props: RuledAmountEditorProps): React.JSX.Element {
  const { amount, label, onChange, onBalance, onBalanceOther, onSwap, onKeyDown, inputRef } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [balances, setBalances] = useState(false)
  const commit = (): void => {
    if (draft === null) return
    const read = readDecimalInput(draft, { maxScale: 2 })
    setWrong(!read.ok)
    if (!read.ok) return
    setDraft(null)
    if (read.value !== amount) onChange(read.value)
  }
  const swap = (): void => {
    // What was to balance is reckoned anew: the amount of one side leaves the other out by twice as much.
    if (balances) return onBalanceOther?.()
    const read = readDecimalInput(draft ?? amount, { maxScale: 2 })
    setWrong(!read.ok)
    if (!read.ok) return
    setDraft(null)
    onSwap?.(read.value)
  }
  return (
    <div className={wrong ? 'ruled-editor has-error' : 'ruled-editor'}>
      <RuledAmount {...props} />
      <input
        ref={inputRef}
        className="num"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={wrong ? t('problem.notANumber', { label }) : undefined}
        value={draft ?? amount}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setBalances(false)
          setDraft(event.target.value)
        }}
        onBlur={() => {
          setBalances(false)
          commit()
        }}
        onKeyDown={(event) => {
          if (event.key === '=' || event.key === ' ') {
            event.preventDefault()
            if (event.key === ' ') {
              setBalances(false)
              return swap()
            }
            setDraft(null)
            setBalances(true)
            return onBalance?.()
          }
          if (event.key === 'Escape') {
            setDraft(null)
            setWrong(false)
          }
          if (event.key === 'Enter' || event.key === 'Tab') commit()
          onKeyDown?.(event)
        }}
      />
    </div>
  )
}
