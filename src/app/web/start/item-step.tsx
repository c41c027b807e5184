import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, calendarDate, firstOfMonth } from '../../../base/calendar-date.ts'
import { salesDelivery } from '../../../domains/sales/index.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { rememberPlaces } from '../document/usual-places.ts'
import { useSession } from '../session/session.ts'
import { LabelledInput } from '../settings/labelled-input.tsx'

type Row = { readonly id: string; readonly code: string; readonly name: string }
type Rows = { readonly rows: readonly Row[] }

const empty = { name: '', cost: '', price: '', quantity: '' }

/** 第一个商品: an item and how many of it there are, in one line; the stock is posted as that of the day before this month. */
export function ItemStep({ onDone }: { onDone: () => void }): React.JSX.Element {
  const session = useSession()
  const [values, setValues] = useState(empty)
  const [unit, setUnit] = useState('PCS')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const units = useQuery({
    queryKey: ['start', 'units'],
    queryFn: ({ signal }) => requestJson<Rows>('unit', { query: { limit: 100 }, signal }),
  })
  const put = (name: keyof typeof empty) => (text: string) => setValues((was) => ({ ...was, [name]: text }))

  const stockUp = async (item: string): Promise<void> => {
    const { rows } = await requestJson<Rows>('warehouse', { query: { limit: 2 } })
    const [place] = rows
    if (place === undefined) return
    const date = addDays(firstOfMonth(calendarDate(session.today)), -1)
    const lines = [{ item, quantity: values.quantity, unitCost: values.cost === '' ? '0' : values.cost }]
    await requestJson('opening-stock?then=post', { method: 'POST', body: { date, warehouse: place.id, lines } })
    rememberPlaces(localStorage, session, salesDelivery, { warehouse: place })
  }
  const save = async (): Promise<void> => {
    if (values.name.trim() === '') {
      setProblem(t('start.needName'))
      return
    }
    setProblem(undefined)
    setBusy(true)
    try {
      const made = await requestJson<Row>('item', {
        method: 'POST',
        body: {
          name: values.name.trim(),
          unit,
          ...(values.cost === '' ? {} : { purchasePrice: values.cost }),
          ...(values.price === '' ? {} : { salePrice: values.price }),
        },
      })
      if (values.quantity !== '') await stockUp(made.id)
      showToast('done', t('start.itemSaved', { name: values.name.trim() }))
      setValues(empty)
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
      onDone()
    }
  }
  return (
    <form
      className="start-fields"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <LabelledInput label={t('start.itemName')} value={values.name} problem={problem} onChange={put('name')} />
      <label>
        <span>{t('start.unit')}</span>
        <span className="input-box">
          <select value={unit} onChange={(event) => setUnit(event.target.value)}>
            {(units.data?.rows ?? []).map((one) => (
              <option key={one.id} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </span>
      </label>
      <LabelledInput label={t('start.cost')} value={values.cost} onChange={put('cost')} />
      <LabelledInput label={t('start.price')} value={values.price} onChange={put('price')} />
      <LabelledInput label={t('start.quantity')} value={values.quantity} onChange={put('quantity')} />
      <Button type="submit" look="primary" busy={busy}>
        {t('save')}
      </Button>
    </form>
  )
}
