import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { formFields } from '../../../ui/derive/form-field.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import type { CataloguePublicLink } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'

export type ShareDialogProps = {
  path: string
  purposes: readonly CataloguePublicLink[]
  onMade: () => void
  onClose: () => void
}

const dayField = () => ({ key: 'days', label: t('share.days'), kind: 'decimal' as const, decimal: { max: 0 } })

const copy = async (url: string): Promise<void> => {
  await navigator.clipboard.writeText(url)
  showToast('done', t('share.copied'))
}

/** A month is what people settle by: the last whole one is proposed. */
const lastMonth = (today: string): Readonly<Record<string, string>> => {
  const [year = '', month = ''] = today.split('-')
  const last = new Date(Date.UTC(Number(year), Number(month) - 1, 0)).toISOString().slice(0, 10)
  return { from: `${last.slice(0, 8)}01`, to: last }
}

/** Makes a link, with what its purpose asks for; shows it this once. */
export function ShareDialog({ path, purposes, onMade, onClose }: ShareDialogProps): React.JSX.Element {
  const { today } = useSession()
  const [name, setName] = useState(purposes[0]?.name ?? '')
  const purpose = purposes.find((one) => one.name === name)
  const [days, setDays] = useState<FieldValue>(String(purpose?.days ?? 30))
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>(() => lastMonth(today))
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({})
  const [url, setUrl] = useState<string | null>(null)
  const fields = formFields(purpose?.parameters ?? {}, () => undefined)
  const make = (): void => {
    const parameters = Object.fromEntries(
      Object.entries(purpose?.parameters ?? {}).map(([key, field]) => [key, values[key] ?? field.initial ?? null]),
    )
    const body = { purpose: name, days: Number(days), parameters }
    requestJson<{ readonly url: string }>(path, { method: 'POST', body }).then(
      (made) => {
        setUrl(new URL(made.url, location.href).href)
        onMade()
      },
      (error: unknown) => {
        if (error instanceof ApiProblem)
          setIssues(Object.fromEntries(error.errors.map(({ path: at, message }) => [at, message])))
        showToast('error', error instanceof Error ? error.message : String(error))
      },
    )
  }
  return (
    <Dialog
      open
      title={t('share.new')}
      onClose={onClose}
      actions={
        url === null ? (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" onClick={make}>
              {t('share.make')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('close')}</Button>
            <Button look="primary" icon="copy" onClick={() => void copy(url)}>
              {t('share.copy')}
            </Button>
          </>
        )
      }
    >
      {url === null ? (
        <div className="share-form">
          {purposes.length > 1 ? (
            <Segmented
              label={t('share.title')}
              value={name}
              onChange={setName}
              options={purposes.map((one) => ({ value: one.name, label: definitionLabel(one) }))}
            />
          ) : (
            <strong>{purpose === undefined ? '' : definitionLabel(purpose)}</strong>
          )}
          <p className="muted">{purpose?.help}</p>
          {[...fields, dayField()].map((field) => (
            <FormField
              key={field.key}
              field={field}
              value={
                field.key === 'days' ? days : (values[field.key] ?? purpose?.parameters[field.key]?.initial ?? null)
              }
              today={today}
              issue={issues[field.key] === undefined ? undefined : { level: 'error', message: issues[field.key] ?? '' }}
              onChange={(value) =>
                field.key === 'days' ? setDays(value) : setValues((was) => ({ ...was, [field.key]: value }))
              }
            />
          ))}
        </div>
      ) : (
        <div className="share-form">
          <p>{t('share.once')}</p>
          <code className="share-url">{url}</code>
        </div>
      )}
    </Dialog>
  )
}
