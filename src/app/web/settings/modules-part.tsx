import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'

type Module = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly on: boolean
  readonly documents: readonly string[]
}
type Modules = { readonly modules: readonly Module[] }

/** 功能模块: a company begins with what it needs and switches the rest on as it grows; what was written is never lost. */
export function ModulesPart(): React.JSX.Element {
  const client = useQueryClient()
  const mayChange = useSession().may('company.update')
  const [busy, setBusy] = useState(false)
  const found = useQuery({
    queryKey: ['modules'],
    queryFn: ({ signal }) => requestJson<Modules>('calls/modules', { signal }),
  })
  const modules = found.data?.modules ?? []
  const turn = async (name: string, on: boolean): Promise<void> => {
    const off = modules.filter((one) => (one.name === name ? !on : !one.on)).map((one) => one.name)
    setBusy(true)
    try {
      client.setQueryData(
        ['modules'],
        await requestJson<Modules>('calls/switch-modules', { method: 'POST', body: { off } }),
      )
      await client.invalidateQueries({ queryKey: ['session'] })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="settings-modules">
      <p className="muted">{t('modules.help')}</p>
      <ul>
        {modules.map((one) => (
          <li key={one.name}>
            <Checkbox
              labelShown
              label={definitionLabel(one)}
              checked={one.on}
              disabled={busy || !mayChange}
              onChange={(on) => void turn(one.name, on)}
            />
            <small className="muted">{one.documents.slice(0, 6).join('、')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
