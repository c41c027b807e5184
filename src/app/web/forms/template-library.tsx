import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'

type Template = {
  readonly template: string
  readonly label: string
  readonly english: string
  readonly purpose: string
  readonly installed: boolean
  readonly types: readonly { readonly type: string; readonly address: string; readonly label: string }[]
}

type CardProps = { template: Template; busy: boolean; onInstall: () => void; onRemove: () => void }

function TemplateCard({ template, busy, onInstall, onRemove }: CardProps): React.JSX.Element {
  const english = currentLanguage() === 'en'
  const [first] = template.types
  return (
    <li className="form-template">
      <h3>{english ? template.english : template.label}</h3>
      <p>{template.purpose}</p>
      {template.installed ? (
        <div>
          {first === undefined ? null : <Go to={`/list/${first.address}`}>{t('forms.open')}</Go>}
          {first === undefined ? null : <Go to={`/forms/${first.type}`}>{t('forms.design')}</Go>}
          <Button size="small" look="text" disabled={busy} onClick={onRemove}>
            {t('forms.uninstall')}
          </Button>
        </div>
      ) : (
        <div>
          <Button size="small" disabled={busy} onClick={onInstall}>
            {t('forms.install')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** 模板库: types of documents to be installed with one click, or from a file, and taken away while nothing is written with them. */
export function TemplateLibrary(): React.JSX.Element {
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const library = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => requestJson<{ templates: readonly Template[] }>('calls/template-library', { signal }),
  })
  const doing = async (call: string, body: object, word: 'forms.installed' | 'forms.removed'): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await requestJson(`calls/${call}`, { method: 'POST', body })
      await client.invalidateQueries({ queryKey: ['templates'] })
      await client.invalidateQueries({ queryKey: ['catalogue'] })
      showToast('done', t(word))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const fromFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    try {
      const content: unknown = JSON.parse(await chosen.text())
      await doing('install-template', { content }, 'forms.installed')
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      setProblem(t('forms.notTemplate'))
    }
  }
  return (
    <section className="form-library">
      <header>
        <h2>{t('forms.library')}</h2>
        <Button size="small" icon="upload" disabled={busy} onClick={() => file.current?.click()}>
          {t('forms.fromFile')}
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          className="sr-only"
          aria-label={t('forms.fromFile')}
          onChange={(event) => {
            void fromFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </header>
      {problem === null ? null : (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {(library.data?.templates ?? []).map((template) => (
          <TemplateCard
            key={template.template}
            template={template}
            busy={busy}
            onInstall={() => void doing('install-template', { template: template.template }, 'forms.installed')}
            onRemove={() => void doing('uninstall-template', { template: template.template }, 'forms.removed')}
          />
        ))}
      </ul>
    </section>
  )
}
