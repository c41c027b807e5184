import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { LabelledInput } from '../settings/labelled-input.tsx'

/** 第一个客户: a name is enough to sell to. */
export function CustomerStep({ onDone }: { onDone: () => void }): React.JSX.Element {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    const wanted = name.trim()
    if (wanted === '') {
      setProblem(t('start.needName'))
      return
    }
    setProblem(undefined)
    setBusy(true)
    try {
      const body = { name: wanted, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) }
      await requestJson('customer', { method: 'POST', body })
      showToast('done', t('start.customerSaved', { name: wanted }))
      setName('')
      setPhone('')
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
      <LabelledInput label={t('start.customerName')} value={name} problem={problem} onChange={setName} />
      <LabelledInput label={t('start.phone')} value={phone} onChange={setPhone} />
      <Button type="submit" look="primary" busy={busy}>
        {t('save')}
      </Button>
    </form>
  )
}
