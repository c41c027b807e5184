import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { goTo } from '../frame/navigate.ts'

type Draft = { readonly name: string; readonly code: string; readonly prefix: string; readonly lines: string | null }

/** Begins a type of document of the company's own: its name, code and number; its fields are designed next. */
export function NewTypeDialog({ onClose }: { onClose: () => void }): React.JSX.Element {
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ name: '', code: 'x', prefix: '', lines: null })
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const set = (more: Partial<Draft>): void => setDraft((was) => ({ ...was, ...more }))
  const make = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.create('own-document', {
        code: draft.code.trim(),
        name: draft.name.trim(),
        numbering: `${draft.prefix.trim()}-{yyyyMM}-{seq:4}`,
        linesLabel: draft.lines,
      })
      await client.invalidateQueries({ queryKey: ['catalogue'] })
      onClose()
      goTo(`/forms/${draft.code.trim()}`)
    } catch (error) {
      const named = error instanceof ApiProblem ? error.errors : []
      const whole = error instanceof Error ? error.message : String(error)
      setFaults(named.length === 0 ? { '': whole } : Object.fromEntries(named.map((one) => [one.path, one.message])))
    } finally {
      setBusy(false)
    }
  }
  const fault = (path: string): React.JSX.Element | null =>
    faults[path] === undefined ? null : (
      <p className="form-fault" role="alert">
        {faults[path]}
      </p>
    )
  return (
    <Dialog
      open
      title={t('forms.newType')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void make()}>
            {t('forms.begin')}
          </Button>
        </>
      }
    >
      <div className="form-new">
        <label className="form-line">
          <span>{t('forms.typeName')}</span>
          <input
            className="input"
            value={draft.name}
            placeholder={t('forms.typeNameExample')}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        {fault('name')}
        <label className="form-line">
          <span>{t('forms.typeCode')}</span>
          <input
            className="input"
            value={draft.code}
            placeholder="xVisit"
            onChange={(event) => set({ code: event.target.value })}
          />
        </label>
        {fault('code')}
        <label className="form-line">
          <span>{t('forms.prefix')}</span>
          <input
            className="input"
            value={draft.prefix}
            placeholder="BF"
            onChange={(event) => set({ prefix: event.target.value })}
          />
        </label>
        {fault('numbering')}
        <Checkbox
          labelShown
          label={t('forms.hasLines')}
          checked={draft.lines !== null}
          onChange={(on) => set({ lines: on ? t('forms.lines') : null })}
        />
        {fault('')}
      </div>
    </Dialog>
  )
}
