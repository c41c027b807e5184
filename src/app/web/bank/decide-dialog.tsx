import { useMemo, useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { useSession } from '../session/session.ts'
import type { DeskLine } from './bank-data.ts'

const deeds = ['party', 'expense', 'income', 'transfer', 'suspense'] as const
type DeedName = (typeof deeds)[number]

const named = {
  party: { word: 'bank.deedParty', field: 'bank.party', target: 'party', key: 'party' },
  expense: { word: 'bank.deedExpense', field: 'bank.expenseItem', target: 'expenseItem', key: 'expenseItem' },
  income: { word: 'bank.deedIncome', field: 'bank.incomeItem', target: 'incomeItem', key: 'incomeItem' },
  transfer: { word: 'bank.deedTransfer', field: 'bank.otherAccount', target: 'cashAccount', key: 'account' },
} as const

/** What a line is, said by a person: whose it is, or what it is for. */
export function DecideDialog(props: {
  readonly line: DeskLine | null
  readonly busy: boolean
  readonly onDecide: (deed: Readonly<Record<string, unknown>>, learn: boolean) => void
  readonly onClose: () => void
}): React.JSX.Element {
  const { line, busy, onDecide, onClose } = props
  const { today } = useSession()
  const catalogue = useCatalogue()
  const [deed, setDeed] = useState<DeedName>('party')
  const [value, setValue] = useState<FieldValue>(null)
  const [advanceOnly, setAdvanceOnly] = useState(false)
  const [learn, setLearn] = useState(true)
  // 暂收、暂付 names nobody: that is what it is for.
  const isSuspense = deed === 'suspense'
  const { field, target, key } = named[isSuspense ? 'party' : deed]
  const sourceOf = useMemo(() => referenceSources(catalogue), [catalogue])
  const source = useMemo(
    () => sourceOf(target, { kind: 'ref', label: '', required: false, target: { name: target, label: '' } }),
    [sourceOf, target],
  )
  const choose = (next: DeedName): void => {
    setDeed(next)
    setValue(null)
  }
  const decide = (): void => {
    if (isSuspense) return onDecide({ do: deed }, false)
    if (!isReference(value)) return
    onDecide({ do: deed, [key]: value.id, ...(deed === 'party' && advanceOnly ? { settles: [] } : {}) }, learn)
    setValue(null)
  }
  return (
    <Dialog
      open={line !== null}
      width={520}
      title={line === null ? '' : `${line.date}　${formatMoneyText(line.amount, false)}　${line.counterparty}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={busy} disabled={!isSuspense && !isReference(value)} onClick={decide}>
            {t('bank.confirm')}
          </Button>
        </>
      }
    >
      <div className="bank-decide">
        <p className="muted">{line?.memo}</p>
        <Segmented
          value={deed}
          label={t('bank.deed')}
          options={deeds.map((each) => ({
            value: each,
            label: t(each === 'suspense' ? 'bank.deedSuspense' : named[each].word),
          }))}
          onChange={choose}
        />
        {isSuspense ? (
          <p className="muted">{t('bank.suspenseAbout')}</p>
        ) : (
          <FormField
            key={deed}
            field={{ key, label: t(field), kind: 'reference', required: true, source }}
            value={value}
            today={today}
            onChange={setValue}
          />
        )}
        {deed === 'party' ? (
          <Checkbox checked={advanceOnly} label={t('bank.advanceOnly')} labelShown onChange={setAdvanceOnly} />
        ) : null}
        {isSuspense ? null : <Checkbox checked={learn} label={t('bank.learn')} labelShown onChange={setLearn} />}
      </div>
    </Dialog>
  )
}
