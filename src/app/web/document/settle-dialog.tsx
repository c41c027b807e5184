import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { decimal, sum } from '../../../base/decimal.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { allocateOldestFirst, type Settled } from './open-items.ts'
import { fetchBothSides, fetchOpenItems, type DatedItem, type Side } from './rail-data.ts'

export type SettleDialogProps = {
  /** Closed while null. */
  party: { readonly id: string; readonly name: string } | null
  /** Items of both sides are set off one against another. */
  side: Side | 'both'
  /** Labels of the kinds that this document settles, by key. */
  kinds: Readonly<Record<string, string>>
  /** The money there is; null lets every chosen item be settled whole. */
  money: string | null
  /** The currency of that money; items of another cannot be settled by it. */
  currency?: string | undefined
  onSettle: (settled: readonly Settled[]) => void
  onClose: () => void
}

type ItemRowProps = { item: DatedItem; amount: string | undefined; isForeign: boolean; onToggle: () => void }

function ItemRow({ item, amount, isForeign, onToggle }: ItemRowProps) {
  return (
    <tr className={amount === undefined ? undefined : 'is-chosen'}>
      <td>
        <Checkbox checked={amount !== undefined} label={item.documentNumber} onChange={onToggle} />
      </td>
      <td>{item.documentNumber}</td>
      <td className="muted">{item.kind}</td>
      <td className="muted">{item.date}</td>
      <td className={item.overdueDays > 0 ? 'is-warning' : 'muted'}>{item.dueOn}</td>
      <td className="num">
        {isForeign ? <span className="muted">{item.currency} </span> : null}
        {formatMoneyText(item.open)}
      </td>
      <td className="num medium">{amount === undefined ? '' : formatMoneyText(amount)}</td>
    </tr>
  )
}

/** 选未清项: what the party owes or is owed, chosen by hand or filled from the money there is, the longest due first. */
export function SettleDialog({
  party,
  side,
  kinds,
  money,
  currency,
  onSettle,
  onClose,
}: SettleDialogProps): React.JSX.Element {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { data, isPending } = useQuery({
    queryKey: ['report', 'open-items', party?.id, side, 'settle'],
    queryFn: ({ signal }) =>
      side === 'both' ? fetchBothSides(party?.id ?? '', signal) : fetchOpenItems(party?.id ?? '', side, signal),
    enabled: party !== null,
    staleTime: 0,
  })
  const items = useMemo(() => {
    const settled = new Set(Object.values(kinds))
    return (data ?? []).filter(
      (item) =>
        settled.has(item.kind) && decimal(item.open).gt(0) && (currency === undefined || item.currency === currency),
    )
  }, [data, kinds, currency])
  const settled = useMemo(
    () =>
      allocateOldestFirst(
        items.filter((item) => !left.has(item.id)),
        money,
      ),
    [items, left, money],
  )
  const amounts = new Map(settled.map((one) => [one.item.id, one.amount]))
  const toggle = (id: string): void =>
    setLeft((was) => {
      const next = new Set(was)
      // An item that the money did not reach is chosen by leaving those before it out.
      if (amounts.has(id)) next.add(id)
      else next.delete(id)
      return next
    })
  const total = sum(settled.map((one) => one.amount)).toString()
  const close = (): void => {
    setLeft(new Set())
    onClose()
  }
  return (
    <Dialog
      open={party !== null}
      title={`${t('settle.title')}　${party?.name ?? ''}`}
      width={760}
      onClose={close}
      actions={
        <>
          <span className="grow muted">
            {t('settle.selected', { count: settled.length, amount: formatMoneyText(total, false) })}
          </span>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={settled.length === 0}
            onClick={() => {
              onSettle(settled)
              close()
            }}
          >
            {t('settle.fill')}
          </Button>
        </>
      }
    >
      {items.length === 0 ? (
        <p className="muted">{isPending ? t('loading') : t('settle.none')}</p>
      ) : (
        <div className="settle-items">
          <table>
            <thead>
              <tr>
                <th>
                  <span className="sr-only">{t('settle.fill')}</span>
                </th>
                <th>{t('settle.document')}</th>
                <th>{t('settle.kind')}</th>
                <th>{t('settle.date')}</th>
                <th>{t('settle.dueOn')}</th>
                <th className="num">{t('settle.open')}</th>
                <th className="num">{t('settle.now')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ItemRow
                  key={item.id}
                  item={item}
                  amount={amounts.get(item.id)}
                  isForeign={!decimal(item.open).abs().eq(decimal(item.inBooks).abs())}
                  onToggle={() => toggle(item.id)}
                />
              ))}
            </tbody>
          </table>
          <p className="faint small">{t('settle.oldest')}</p>
        </div>
      )}
    </Dialog>
  )
}
