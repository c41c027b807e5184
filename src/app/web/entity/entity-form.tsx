import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { formFields } from '../../../ui/derive/form-field.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { DocumentBar, type DocumentAction } from '../../../ui/document/document-bar.tsx'
import { DocumentPage } from '../../../ui/document/document-page.tsx'
import { StatusLine } from '../../../ui/document/status-line.tsx'
import type { FieldValue, Issue } from '../../../ui/field/field.ts'
import { FieldGrid, FormSection } from '../../../ui/form/field-grid.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { goTo } from '../frame/navigate.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { carriedAcrossLanguages } from './across-languages.ts'
import { useApproverChoices } from './approver-choices.ts'
import { bodyOf, formFieldsOf, type EntityDraft } from './entity-draft.ts'
import { EntityHistory } from './entity-history.tsx'
import { TalkLine } from '../talk/talk-panel.tsx'
import { EntityRail } from './entity-rail.tsx'
import { EntityTable } from './entity-table.tsx'
import './entity.css'

const useCarriedDraft = carriedAcrossLanguages<EntityDraft>()

export type EntityFormProps = {
  type: RecordType
  /** What was read; null of a new one. */
  record: JsonRow | null
  start: EntityDraft
  /** Part of another page, which names the tab; the record is only edited there. */
  inside?: boolean
  onReload: () => void
}

type Problems = Readonly<Record<string, Issue>>

function issuesOf(error: unknown): Problems {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries(
    error.errors.map(({ path, message }) => [path.replace(/^header\./, ''), { level: 'error' as const, message }]),
  )
}

function stringOf(value: JsonRow[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Saving, disabling, deleting: what the form does with the server. */
function useEntitySteps({ type, record, onReload }: EntityFormProps) {
  const client = useQueryClient()
  const page = usePage()
  const [busy, setBusy] = useState(false)
  const [issues, setIssues] = useState<Problems>({})
  const id = record === null ? null : stringOf(record['id'])
  const version = Number(record?.['version'] ?? 0)
  const failed = (error: unknown): void => {
    setIssues(issuesOf(error))
    const message = error instanceof Error ? error.message : String(error)
    const stale = error instanceof ApiProblem && error.isStale && error.errors.length === 0
    showToast('error', message, stale ? { label: t('refresh'), onSelect: onReload } : undefined)
  }
  const done = async (saved: JsonRow | null, said: string): Promise<void> => {
    setIssues({})
    showToast('done', said)
    await client.invalidateQueries({ queryKey: ['list'] })
    if (saved === null) return
    client.setQueryData(['record', type.address, stringOf(saved['id'])], saved)
    if (id === null) page.moveTo(`/doc/${type.address}/${stringOf(saved['id'])}`)
    else onReload()
  }
  const step = (work: () => Promise<JsonRow | null>, said: string): void => {
    if (busy) return
    setBusy(true)
    void (async () => {
      try {
        await done(await work(), said)
      } catch (error) {
        failed(error)
      } finally {
        setBusy(false)
      }
    })()
  }
  const save = (draft: EntityDraft, before: EntityDraft): void =>
    step(
      () =>
        id === null
          ? api.create<JsonRow>(type.address, bodyOf(type, draft, null))
          : api.change<JsonRow>(type.address, id, bodyOf(type, draft, before), version),
      t('record.saved'),
    )
  const setDisabled = (disabled: boolean): void =>
    step(
      () => api.change<JsonRow>(type.address, id ?? '', { disabled }, version),
      t(disabled ? 'record.disabled' : 'record.enabled'),
    )
  const remove = (): void => {
    setBusy(true)
    void (async () => {
      try {
        await api.remove(type.address, id ?? '', version)
        await done(null, t('record.deleted'))
        page.close()
      } catch (error) {
        failed(error)
        setBusy(false)
      }
    })()
  }
  return { id, busy, issues, save, setDisabled, remove, clear: () => setIssues({}) }
}

/** The page of a record: the form its definition asks for, its tables, and what helps beside it. */
export function EntityForm(props: EntityFormProps): React.JSX.Element {
  const { type, record, start, inside = false } = props
  const session = useSession()
  const catalogue = useCatalogue()
  const [before] = useState(start)
  const { path } = usePage()
  const [draft, setDraft] = useCarriedDraft(`${path} ${type.name}`, before)
  const [history, setHistory] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { id, busy, issues, save, setDisabled, remove } = useEntitySteps(props)
  const dirty = draft !== before
  const label = definitionLabel(type)
  const name = stringOf(record?.['name'])
  usePageTitle(inside ? undefined : record === null ? t('record.new', { label }) : name, dirty)

  const sourceOf = useMemo(() => referenceSources(catalogue), [catalogue])
  const derived = useMemo(
    () => formFields(formFieldsOf(type), sourceOf, { may: session.may }),
    [type, sourceOf, session.may],
  )
  const fields = useApproverChoices(type, derived)
  const may = (verb: string): boolean =>
    session.may(`${type.name}.${verb}`) || session.may(`${type.definition}.${verb}`)
  const editable = may(record === null ? 'create' : 'update')
  const isDisabled = record?.['disabled'] === true
  const set = (key: string, value: FieldValue): void =>
    setDraft((was) => ({ ...was, values: { ...was.values, [key]: value } }))

  const { active } = usePage()
  const saveNow = useLatest(() => (editable && dirty ? save(draft, before) : undefined))
  useEffect(() => {
    if (!active) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      // What is being typed is given on when its field is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      setTimeout(() => saveNow.current(), 0)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [active, saveNow])

  const actions: DocumentAction[] = [
    ...(record !== null && !inside && may('create')
      ? [
          {
            key: 'new',
            label: t('record.another'),
            place: 'tool' as const,
            icon: 'plus' as const,
            onSelect: () => goTo(`/new/${type.address}`),
          },
          {
            key: 'copy',
            label: t('record.copy'),
            place: 'tool' as const,
            icon: 'copy' as const,
            onSelect: () => goTo(`/new/${type.address}?from=${id}`),
          },
        ]
      : []),
    ...(record === null
      ? []
      : [
          {
            key: 'history',
            label: t('document.history'),
            place: 'tool' as const,
            icon: 'history' as const,
            onSelect: () => setHistory(true),
          },
        ]),
    ...(record !== null && !inside && may('update')
      ? [
          {
            key: 'disable',
            label: t(isDisabled ? 'record.enable' : 'record.disable'),
            place: 'more' as const,
            onSelect: () => setDisabled(!isDisabled),
          },
        ]
      : []),
    ...(record !== null && !inside && may('delete')
      ? [
          {
            key: 'delete',
            label: t('record.delete'),
            place: 'more' as const,
            danger: true,
            divided: true,
            onSelect: () => setRemoving(true),
          },
        ]
      : []),
    ...(editable
      ? [
          {
            key: 'save',
            label: t('save'),
            place: 'primary' as const,
            keys: 'Ctrl S',
            busy,
            disabled: record !== null && !dirty,
            onSelect: () => save(draft, before),
          },
        ]
      : []),
  ]
  const first = Object.values(issues)[0] ?? null
  const changedBy = stringOf(record?.['updatedBy'])
  return (
    <DocumentPage
      bar={
        <DocumentBar
          title={record === null ? t('record.new', { label }) : label}
          number={record === null ? undefined : `${stringOf(record['code'])} ${name}`}
          tags={isDisabled ? <Tag tone="warning">{t('record.isDisabled')}</Tag> : null}
          actions={actions}
        />
      }
      approval={record === null ? null : <TalkLine address={type.address} id={stringOf(record['id'])} />}
      header={null}
      rail={record === null ? undefined : <EntityRail type={type} record={record} />}
      status={
        <StatusLine
          issue={first}
          signatures={
            changedBy === ''
              ? []
              : [{ label: t('record.changed'), text: `${changedBy} ${formatMoment(stringOf(record?.['updatedAt']))}` }]
          }
          keys={editable ? [{ keys: 'Ctrl S', label: t('save') }] : []}
        />
      }
    >
      <div className="entity-scroll">
        <FormSection title={t('record.basics')}>
          <FieldGrid
            fields={fields}
            values={draft.values}
            onChange={editable ? set : undefined}
            readOnly={!editable}
            issues={issues}
            today={session.today}
            layout="form"
            onOpen={(field, target) => field.source && goTo(`/doc/${field.source.key}/${target}`)}
          />
        </FormSection>
        {type.tables.map((table) => (
          <EntityTable
            key={table.name}
            table={table}
            lines={draft.tables[table.name] ?? []}
            sourceOf={sourceOf}
            readOnly={!editable}
            issues={issues}
            today={session.today}
            onLines={(lines) =>
              setDraft((was) => ({
                ...was,
                tables: { ...was.tables, [table.name]: lines(was.tables[table.name] ?? []) },
              }))
            }
          />
        ))}
      </div>
      {id === null ? null : <EntityHistory type={type} id={id} open={history} onClose={() => setHistory(false)} />}
      <Confirm
        open={removing}
        title={t('record.delete')}
        text={t('record.deleteText', { name })}
        confirmLabel={t('record.delete')}
        danger
        busy={busy}
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false)
          remove()
        }}
      />
    </DocumentPage>
  )
}
