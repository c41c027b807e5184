import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { NewTemplateDialog, type NewTemplate } from './new-template-dialog.tsx'
import {
  templatesKey,
  usePrintNames,
  usePrintedTypes,
  useStoredTemplates,
  type StoredTemplate,
} from './use-templates.ts'
import '../../../ui/list/list-page.css'
import './print-templates-page.css'

/** Loaded when a template is opened: it draws every kind of bar code. */
const TemplateDesigner = lazy(() =>
  import('./template-designer.tsx').then((module) => ({ default: module.TemplateDesigner })),
)

/** 打印模板: how documents, labels and receipts stand on paper, changed by dragging. */
export function PrintTemplatesPage(): React.JSX.Element {
  usePageTitle(t('print.title'))
  const session = useSession()
  const client = useQueryClient()
  const { search, setSearch } = usePage()
  const types = usePrintedTypes()
  const type = search.get('type') ?? 'salesDelivery'
  const names = usePrintNames(type)
  const templates = useStoredTemplates(type)
  const [makes, setMakes] = useState(false)
  const [removes, setRemoves] = useState(false)
  const rows = templates.data ?? []
  const template = rows.find((one) => one.id === search.get('template')) ?? rows[0]
  const english = currentLanguage() === 'en'
  const label = (name: string): string => {
    const found = types.data?.find((one) => one.name === name)
    return (english ? found?.english : found?.label) ?? name
  }
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: templatesKey(type) })
  const show = (id: string): void => setSearch(new URLSearchParams({ type, template: id }))
  const may = (verb: string): boolean => session.may(`printTemplate.${verb}`)
  const attempt = (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => {
      const first = error instanceof ApiProblem ? (error.errors[0]?.message ?? error.title) : String(error)
      showToast('warning', first)
    })
  const make = (made: NewTemplate): void =>
    attempt(async () => {
      const answer = await requestJson<StoredTemplate>('print-template', {
        method: 'POST',
        body: { code: `${type}-${Date.now().toString(36)}`, recordType: type, isDefault: rows.length === 0, ...made },
      })
      await refresh()
      setMakes(false)
      show(answer.id)
    })
  const remove = (): void =>
    attempt(async () => {
      if (template === undefined) return
      await requestJson(`print-template/${template.id}`, { method: 'DELETE', version: template.version })
      setRemoves(false)
      await refresh()
      setSearch(new URLSearchParams({ type }))
    })
  return (
    <div className="pdesign">
      <BusyBar busy={templates.isFetching || names.isFetching} />
      <header className="page-head">
        <h1>{t('print.title')}</h1>
        <span className="input-box">
          <select
            aria-label={t('print.recordType')}
            value={type}
            onChange={(event) => setSearch(new URLSearchParams({ type: event.target.value }))}
          >
            {(['document', 'entity'] as const).map((sort) => (
              <optgroup key={sort} label={t(`print.sort.${sort}`)}>
                {(types.data ?? [])
                  .filter((one) => one.sort === sort)
                  .map((one) => (
                    <option key={one.name} value={one.name}>
                      {english ? one.english : one.label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </span>
        {template === undefined ? null : (
          <span className="input-box">
            <select aria-label={t('print.template')} value={template.id} onChange={(event) => show(event.target.value)}>
              {rows.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </span>
        )}
        {template?.isDefault === true ? <Tag tone="positive">{t('print.isDefault')}</Tag> : null}
        <span className="grow" />
        {template !== undefined && may('delete') ? (
          <Button look="text" danger onClick={() => setRemoves(true)}>
            {t('print.delete')}
          </Button>
        ) : null}
        {may('create') ? (
          <Button icon="plus" onClick={() => setMakes(true)}>
            {t('print.new')}
          </Button>
        ) : null}
      </header>
      {template === undefined || names.data === undefined ? (
        <div className="pdesign-none">
          <p>{templates.isLoading ? '' : t(may('create') ? 'print.none' : 'print.noneYet', { label: label(type) })}</p>
        </div>
      ) : (
        <Suspense fallback={<BusyBar busy />}>
          <TemplateDesigner
            key={template.id}
            type={type}
            template={template}
            layout={template.layout ?? names.data.layouts[0]?.layout ?? blank}
            names={names.data}
            editable={may('update')}
            onSaved={refresh}
          />
        </Suspense>
      )}
      {makes && names.data !== undefined ? (
        <NewTemplateDialog
          label={label(type)}
          names={names.data}
          templates={rows}
          onMake={make}
          onClose={() => setMakes(false)}
        />
      ) : null}
      <Confirm
        open={removes}
        title={t('print.delete')}
        text={t('print.deleteText', { name: template?.name ?? '' })}
        confirmLabel={t('print.delete')}
        danger
        onConfirm={remove}
        onClose={() => setRemoves(false)}
      />
    </div>
  )
}

const blank = { paper: { width: 210, height: 297 }, elements: [], background: '', sheet: null, offsets: {} } as const
