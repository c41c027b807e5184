import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import type { JsonRow, References } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { rowText } from '../catalogue/row-text.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { CounterLines } from './counter-lines.tsx'
import {
  addItem,
  addQuantity,
  changeLine,
  counterGross,
  emptyCounter,
  moveSelection,
  removeLine,
} from './counter-state.ts'
import type { Counter } from './counter-state.ts'
import { HeldDialog } from './held-dialog.tsx'
import { keptCounter, keepCounter, keptPlace, keepPlace } from './kept-counter.ts'
import { MemberBox } from './member-box.tsx'
import { PayDialog, type Payment } from './pay-dialog.tsx'
import { Receipt, type ReceiptPaper } from './receipt.tsx'
import { useReceipt } from './use-receipt.ts'
import { RefundDialog } from './refund-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import { ShiftDialog } from './shift-dialog.tsx'
import { useCounterData } from './use-counter-data.ts'
import { usePayment } from './use-payment.ts'
import { headToSend, linesToSend, usePricedCounter } from './use-priced-counter.ts'
import './counter.css'

type Over = 'pay' | 'held' | 'refund' | 'shift' | null

const refusalOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** 零售开单: scan, pay, next. Everything goes by keys; the pointer is never needed. */
export function CounterPage(): React.JSX.Element {
  usePageTitle(t('counter.title'))
  const session = useSession()
  const page = usePage()
  const data = useCounterData()
  const [counter, setCounter] = useState<Counter>(() => keptCounter(session.company?.id))
  const [over, setOver] = useState<Over>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [paper, setPaper] = useState<ReceiptPaper | null>(null)
  const [prints, setPrints] = useState(() => localStorage.getItem('suanpan.counter.prints') === 'yes')
  const receipt = useReceipt()
  const [place, setPlace] = useState(() => keptPlace(session.company?.id))
  const scan = useRef<HTMLInputElement>(null)
  const memberInput = useRef<HTMLInputElement>(null)
  const shop = data.warehouses.find((one) => one.id === place) ?? data.warehouses[0]
  const { priced, isAsking } = usePricedCounter(counter, data, { date: session.today, warehouse: shop?.id })
  const gross = counterGross(priced)

  useEffect(() => keepCounter(session.company?.id, counter), [counter, session.company?.id])
  // Before anything can be typed: a scanner is faster than the next frame.
  useLayoutEffect(() => {
    if (over === null && page.active) scan.current?.focus()
  }, [over, page.active])

  const close = (): void => {
    setOver(null)
    setProblem(null)
  }
  const bodyOf = (payment: Payment | null): Readonly<Record<string, unknown>> => ({
    date: session.today,
    warehouse: shop?.id,
    ...(payment === null
      ? { remark: t('counter.held') }
      : { roundedOff: payment.roundedOff, tenders: payment.tenders }),
    ...headToSend(counter),
    lines: linesToSend(counter),
  })
  const paperOf = (made: JsonRow, payment: Payment): ReceiptPaper => ({
    id: rowText(made, 'id'),
    number: rowText(made, 'number'),
    at: new Date().toLocaleString('sv-SE').slice(0, 16),
    shop: shop?.name ?? '',
    company: session.company?.name ?? '',
    cashier: session.user.name,
    lines: [
      ...counter.lines.map((line, index) => ({
        name: line.item.name,
        quantity: line.quantity,
        price: priced.lines[index]?.price ?? line.price,
        gross: priced.lines[index]?.gross.toString() ?? '0',
        note: priced.lines[index]?.note ?? '',
      })),
      ...priced.gifts.map(({ item, quantity, note }) => ({ name: item.name, quantity, price: '0', gross: '0', note })),
    ],
    gross: rowText(made, 'totalGross'),
    roundedOff: payment.roundedOff,
    tenders: payment.tenders.map((tender) => ({
      name: data.accounts.find((one) => one.id === tender.cashAccount)?.name ?? '',
      amount: tender.amount,
    })),
    change: rowText(made, 'change'),
  })
  const { busy, pay } = usePayment({
    company: session.company?.id,
    ready: data.ready,
    bodyOf,
    onPaid: (made, payment) => {
      const own = paperOf(made, payment)
      setPaper(own)
      if (prints) receipt.print(own.id, own)
      setCounter(emptyCounter)
      close()
    },
    onRefused: (reason) => (over === 'pay' ? setProblem(reason) : showToast('error', reason)),
  })
  const hold = (): void => {
    if (counter.lines.length === 0) return
    api.create<JsonRow>('retail-sale', bodyOf(null)).then(
      (made) => {
        setCounter(emptyCounter)
        showToast('done', t('counter.heldAs', { number: rowText(made, 'number') }))
      },
      (error: unknown) => showToast('error', refusalOf(error)),
    )
  }
  const resume = async (id: string): Promise<void> => {
    try {
      const held = await api.read<JsonRow & { readonly lines: readonly JsonRow[]; readonly references: References }>(
        'retail-sale',
        id,
      )
      const lines = held.lines.flatMap((line) => {
        const item = data.byId(rowText(line, 'item'))
        if (item === undefined || line['isPromotionGift'] === true) return []
        const isByHand = rowText(line, 'priceSource').startsWith('手工')
        const price = isByHand ? rowText(line, 'price') : item.price
        return [{ item, quantity: rowText(line, 'quantity'), price, isByHand }]
      })
      await api.remove('retail-sale', id)
      const customer = rowText(held, 'customer')
      const named = held.references['party']?.[customer]
      const member = customer === '' ? undefined : { id: customer, name: named?.name ?? '', phone: '' }
      const withoutPromotions = held['withoutPromotions'] === true
      setCounter({ lines, selected: lines.length - 1, member, withoutPromotions })
      close()
    } catch (error) {
      showToast('error', refusalOf(error))
    }
  }
  const changeHead = (change: Pick<Counter, 'member' | 'withoutPromotions'>): void =>
    setCounter((was) => ({ ...was, ...change }))
  const openPay = (): void => {
    if (counter.lines.length > 0 && over === null) setOver('pay')
  }
  const openHeld = (): void => {
    if (counter.lines.length > 0) showToast('error', t('counter.holdFirst'))
    else setOver('held')
  }
  const commands: Readonly<Record<string, () => void>> = {
    F3: () => (counter.member === undefined ? memberInput.current?.focus() : changeHead({ member: undefined })),
    F6: hold,
    F7: openHeld,
    F8: () => setOver('refund'),
    F9: openPay,
    F10: () => setOver('shift'),
  }
  const latest = useLatest(commands)
  useLayoutEffect(() => {
    if (!page.active || over !== null) return undefined
    const onKey = (event: KeyboardEvent): void => {
      // What is typed or scanned beside any field is meant for the counter.
      if (event.target === document.body && event.key.length === 1) scan.current?.focus()
      const command = latest.current[event.key]
      if (command === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      command()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [page.active, over, latest])
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') setCounter((was) => moveSelection(was, key === 'ArrowDown' ? 1 : -1))
    else if (key === '+' || key === '-') setCounter((was) => addQuantity(was, key === '+' ? 1 : -1))
    else if (key === 'Delete') setCounter(removeLine)
    else return false
    return true
  }

  if (data.error !== null) return <PageProblem error={data.error} onRetry={() => location.reload()} />
  if (!data.ready) return <PageLoading />
  return (
    <div className="counter">
      <div className="counter-main">
        <header className="counter-head">
          <ScanBox
            input={scan}
            data={data}
            onAdd={(item, quantity) => {
              setPaper(null)
              setCounter((was) => addItem(was, item, quantity))
            }}
            onEmpty={openPay}
            onMiss={(code) => showToast('error', t('counter.unknown', { code }))}
            onKey={onKey}
          />
          <select
            aria-label={t('counter.shop')}
            value={shop?.id}
            onChange={(event) => {
              setPlace(event.target.value)
              keepPlace(session.company?.id, event.target.value)
              scan.current?.focus()
            }}
          >
            {data.warehouses.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </header>
        <CounterLines
          counter={counter}
          priced={priced}
          onSelect={(selected) => setCounter((was) => ({ ...was, selected }))}
          onChange={(change) => setCounter((was) => changeLine(was, change))}
          onDone={() => scan.current?.focus()}
        />
      </div>
      <aside className="counter-side">
        <div className="counter-total" role="status">
          {paper !== null && counter.lines.length === 0 ? (
            <>
              <span>{t('counter.change')}</span>
              <b className="num">{formatMoneyText(paper.change, false)}</b>
              <span className="muted">
                {paper.number} · {t('counter.total')} {formatMoneyText(paper.gross, false)}
              </span>
              <Button icon="printer" onClick={() => receipt.print(paper.id, paper)}>
                {t('counter.printAgain')}
              </Button>
            </>
          ) : (
            <>
              <span>{t('counter.total')}</span>
              <b className="num">{formatMoneyText(gross.toString(), false)}</b>
              <span className="muted">{t('counter.lineCount', { count: counter.lines.length })}</span>
            </>
          )}
        </div>
        <MemberBox
          input={memberInput}
          member={counter.member}
          onMember={(member) => changeHead({ member })}
          onMiss={(text) => showToast('error', t('counter.noSuchMember', { text }))}
          onDone={() => scan.current?.focus()}
        />
        <label className="counter-prints">
          <input
            type="checkbox"
            checked={counter.withoutPromotions === true}
            onChange={(event) => {
              changeHead({ withoutPromotions: event.target.checked })
              scan.current?.focus()
            }}
          />
          {t('counter.withoutPromotions')}
        </label>
        <Button look="primary" size="large" keys="F9" disabled={counter.lines.length === 0} onClick={openPay}>
          {t('counter.pay')}
        </Button>
        <div className="counter-commands">
          <Button keys="F6" onClick={hold} disabled={counter.lines.length === 0}>
            {t('counter.hold')}
          </Button>
          <Button keys="F7" onClick={openHeld}>
            {t('counter.resume')}
          </Button>
          <Button keys="F8" onClick={() => setOver('refund')}>
            {t('counter.refund')}
          </Button>
          <Button keys="F10" onClick={() => setOver('shift')}>
            {t('counter.shift')}
          </Button>
        </div>
        <label className="counter-prints">
          <input
            type="checkbox"
            checked={prints}
            onChange={(event) => {
              setPrints(event.target.checked)
              localStorage.setItem('suanpan.counter.prints', event.target.checked ? 'yes' : 'no')
            }}
          />
          {t('counter.prints')}
        </label>
        {receipt.printers.length === 0 ? null : (
          <label className="counter-prints">
            {t('print.receiptBy')}
            <select value={receipt.printer} onChange={(event) => receipt.choosePrinter(event.target.value)}>
              <option value="">{t('print.receiptHere')}</option>
              {receipt.printers.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <dl className="counter-keys">
          {(['scan', 'times', 'more', 'change', 'remove', 'enter'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`counter.key.${key}`)}</dt>
              <dd>{t(`counter.does.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </aside>
      {over === 'pay' && !isAsking ? (
        <PayDialog
          gross={gross}
          accounts={data.accounts}
          busy={busy}
          problem={problem}
          onPay={(payment) => {
            setProblem(null)
            pay(payment)
          }}
          onClose={close}
        />
      ) : null}
      {over === 'held' ? <HeldDialog onResume={(id) => void resume(id)} onClose={close} /> : null}
      {over === 'refund' ? (
        <RefundDialog
          accounts={data.accounts}
          itemOf={data.byId}
          priceIncludesTax={data.priceIncludesTax}
          today={session.today}
          onDone={(number) => {
            close()
            showToast('done', t('counter.refunded', { number }))
          }}
          onClose={close}
        />
      ) : null}
      {over === 'shift' && shop !== undefined ? <ShiftDialog warehouse={shop.id} onClose={close} /> : null}
      {receipt.slip === null ? null : <Receipt slip={receipt.slip} />}
    </div>
  )
}
