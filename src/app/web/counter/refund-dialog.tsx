import { useEffect, useRef, useState } from 'react'
import { decimal, zero } from '../../../base/decimal.ts'
import { api } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { formatMoneyText, isDecimalText } from '../../../ui/number/decimal-text.ts'
import type { Json } from '../../../base/json.ts'
import { rowText } from '../catalogue/row-text.ts'
import type { CounterItem } from './counter-state.ts'
import { lineGross } from './counter-state.ts'
import type { CounterAccount } from './use-counter-data.ts'

type Draft = Readonly<Record<string, Json>> & { readonly lines?: readonly JsonRow[] }
type Begun = { readonly draft: Draft; readonly most: readonly string[]; readonly quantities: readonly string[] }

export type RefundDialogProps = {
  accounts: readonly CounterAccount[]
  itemOf: (id: string) => CounterItem | undefined
  priceIncludesTax: boolean
  today: string
  onDone: (number: string) => void
  onClose: () => void
}

const asLine = (line: JsonRow, item: CounterItem | undefined, quantity: string) =>
  item === undefined
    ? undefined
    : { item, quantity, price: rowText(line, 'price'), discount: rowText(line, 'discount') }

/** Goods back by their receipt: its number is scanned, quantities are said, money goes out of an account. */
export function RefundDialog(props: RefundDialogProps): React.JSX.Element {
  const { accounts, itemOf, priceIncludesTax, today, onDone, onClose } = props
  const [number, setNumber] = useState('')
  const [begun, setBegun] = useState<Begun | null>(null)
  const [account, setAccount] = useState(accounts[0]?.id ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // The dialog opens with its first button in focus; the scanner is to write here.
  const receipt = useRef<HTMLInputElement>(null)
  useEffect(() => receipt.current?.focus(), [])
  const failed = (error: unknown): void => {
    setBusy(false)
    setProblem(error instanceof Error ? error.message : String(error))
  }
  const load = (): void => {
    setProblem(null)
    api.convert<Draft>('retail-sale', number.trim(), 'retail-refund').then((draft) => {
      const most = (draft.lines ?? []).map((line) => rowText(line, 'quantity'))
      setBegun({ draft, most, quantities: most })
    }, failed)
  }
  const lines = (begun?.draft.lines ?? []).map((line, index) => {
    const quantity = begun?.quantities[index] ?? ''
    return { line, quantity, sold: asLine(line, itemOf(rowText(line, 'item')), quantity) }
  })
  const sound = lines.every(({ quantity }) => quantity === '' || isDecimalText(quantity))
  const total = lines.reduce(
    (sum, { sold, quantity }) =>
      sold === undefined || !sound || quantity === '' ? sum : sum.plus(lineGross(sold, priceIncludesTax)),
    zero,
  )
  const refund = (): void => {
    if (begun === null || total.isZero() || busy) return
    setBusy(true)
    setProblem(null)
    const taken = lines.flatMap(({ line, quantity }) => {
      if (quantity === '' || decimal(quantity).isZero()) return []
      const { net: _net, tax: _tax, gross: _gross, ...rest } = line
      return [{ ...rest, quantity }]
    })
    const { references: _references, ...draft } = begun.draft
    const body = { ...draft, date: today, lines: taken, tenders: [{ cashAccount: account, amount: total.toString() }] }
    api.create<JsonRow>('retail-refund', body, { step: 'post' }).then((made) => onDone(rowText(made, 'number')), failed)
  }
  return (
    <Dialog
      open
      title={t('counter.refund')}
      onClose={onClose}
      width={520}
      actions={
        begun === null ? (
          <Button look="primary" onClick={load} disabled={number.trim() === ''} keys="Enter">
            {t('counter.find')}
          </Button>
        ) : (
          <Button look="primary" size="large" onClick={refund} busy={busy} disabled={!sound || total.isZero()}>
            {t('counter.payBack', { amount: formatMoneyText(total.toString(), false) })}
          </Button>
        )
      }
    >
      <div className="counter-refund">
        <label>
          <span>{t('counter.receiptNumber')}</span>
          <input
            ref={receipt}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') load()
            }}
          />
        </label>
        {lines.map(({ line, quantity, sold }, index) => (
          <label key={rowText(line, 'id') || String(index)}>
            <span className="clip grow">{sold?.item.name ?? rowText(line, 'item')}</span>
            <span className="faint">{t('counter.atMost', { quantity: begun?.most[index] ?? '' })}</span>
            <input
              className="num"
              inputMode="decimal"
              value={quantity}
              aria-label={sold?.item.name}
              onChange={(event) =>
                setBegun((was) =>
                  was === null
                    ? was
                    : {
                        ...was,
                        quantities: was.quantities.map((text, at) => (at === index ? event.target.value.trim() : text)),
                      },
                )
              }
              onKeyDown={(event) => {
                if (event.key === 'Enter') refund()
              }}
            />
          </label>
        ))}
        {begun === null ? null : (
          <label>
            <span>{t('counter.from')}</span>
            <select value={account} onChange={(event) => setAccount(event.target.value)}>
              {accounts.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {problem === null ? null : (
          <p className="is-negative" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
