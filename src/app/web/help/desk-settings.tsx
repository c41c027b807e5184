import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { LabelledInput } from '../settings/labelled-input.tsx'

type Desk = { readonly mail: string; readonly adviser: string; readonly phone: string; readonly bundle: boolean }

function DeskForm({ desk }: { desk: Desk }): React.JSX.Element {
  const client = useQueryClient()
  const [values, setValues] = useState(desk)
  const save = async (): Promise<void> => {
    try {
      await requestJson('calls/set-help-desk', { method: 'POST', body: values })
      await client.invalidateQueries({ queryKey: ['help', 'desk'] })
      showToast('done', t('ticket.deskSaved'))
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    }
  }
  const put = (name: 'mail' | 'adviser' | 'phone') => (text: string) => setValues((was) => ({ ...was, [name]: text }))
  return (
    <details className="desk-settings">
      <summary>{t('ticket.desk')}</summary>
      <div className="desk-fields">
        <LabelledInput label={t('ticket.deskMail')} value={values.mail} onChange={put('mail')} />
        <LabelledInput label={t('ticket.adviser')} value={values.adviser} onChange={put('adviser')} />
        <LabelledInput label={t('start.phone')} value={values.phone} onChange={put('phone')} />
        <Checkbox
          labelShown
          label={t('ticket.bundle')}
          checked={values.bundle}
          onChange={(bundle) => setValues((was) => ({ ...was, bundle }))}
        />
        <Button onClick={() => void save()}>{t('save')}</Button>
      </div>
    </details>
  )
}

/** 服务台: where tickets are mailed, and the adviser that people see. */
export function DeskSettings(): React.JSX.Element | null {
  const { data } = useQuery({
    queryKey: ['help', 'desk'],
    queryFn: ({ signal }) => requestJson<Desk>('calls/help-desk', { signal }),
  })
  return data === undefined ? null : <DeskForm key={data.mail + data.adviser + data.phone} desk={data} />
}
