import { rowText } from '../catalogue/row-text.ts'
import { useMemo, useState } from 'react'
import { useList } from '../../../ui/api/hooks.ts'
import type { ListQuery } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { IconButton } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { filterParameter, sortParameter } from '../../../ui/derive/list-query.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { ColumnChooser } from '../../../ui/list/column-chooser.tsx'
import { chosenColumns, moveColumn } from '../../../ui/list/column.ts'
import { DataTable, type Density } from '../../../ui/list/data-table.tsx'
import { FilterBar } from '../../../ui/list/filter-bar.tsx'
import { ListFoot } from '../../../ui/list/list-foot.tsx'
import { isSelected, nothingSelected, type Selection } from '../../../ui/list/selection.ts'
import { SaveViewDialog, ViewBar } from '../../../ui/list/view-bar.tsx'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { download } from '../frame/download.ts'
import { PrintDialog } from '../print/print-dialog.tsx'
import { openPapers, openTags } from '../document/open-paper.ts'
import { goTo } from '../frame/navigate.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { batchesOf, togetherOf, type Batch } from './batch-actions.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { EmptyAdvice } from './empty-advice.tsx'
import { mayCreate } from './may-create.ts'
import { nameOfRow, selectedRows } from './batch.ts'
import { listColumns, listFilters, looseTotals, totalCells } from './list-shape.ts'
import { isTexts, searchOf, useKept, useListState, type ListState } from './list-state.ts'
import { useViews } from './saved-views.ts'

const rowId = (row: JsonRow): string => rowText(row, 'id')

/** What the server prints in one file. */
const mostPrinted = 200

const densities: readonly Density[] = ['compact', 'standard', 'roomy']

function isDensity(value: unknown): value is Density {
  return densities.some((one) => one === value)
}

function queryOf(state: ListState, today: string): ListQuery {
  return {
    q: state.search.trim() === '' ? undefined : state.search.trim(),
    filter: filterParameter(state.filters, today),
    sort: sortParameter(state.sort),
    limit: 100,
    totals: true,
  }
}

type HeadButtonsProps = { type: RecordType; label: string }

function HeadButtons({ type, label }: HeadButtonsProps): React.JSX.Element | null {
  const session = useSession()
  if (!mayCreate(type, session)) return null
  return (
    <>
      <Button icon="upload" onClick={() => goTo(`/import/${type.address}`)}>
        {t('import.button')}
      </Button>
      <Button look="primary" icon="plus" onClick={() => goTo(`/new/${type.address}`)}>
        {t('record.new', { label })}
      </Button>
    </>
  )
}

function DensityMenu({
  density,
  onDensity,
}: {
  density: Density
  onDensity: (density: Density) => void
}): React.JSX.Element {
  return (
    <Menu
      align="end"
      label={t('list.density')}
      items={densities.map((one) => ({
        key: one,
        label: t(`list.density.${one}`),
        checked: one === density,
        onSelect: () => onDensity(one),
      }))}
    >
      {(trigger) => <IconButton icon="rows" label={t('list.density')} {...trigger} />}
    </Menu>
  )
}

function ExportMenu({ onExport }: { onExport: (format: 'xlsx' | 'csv') => void }): React.JSX.Element {
  const formats = ['xlsx', 'csv'] as const
  return (
    <Menu
      align="end"
      label={t('report.export')}
      items={formats.map((format) => ({ key: format, label: t(`report.${format}`), onSelect: () => onExport(format) }))}
    >
      {(trigger) => <IconButton icon="download" label={t('report.export')} {...trigger} />}
    </Menu>
  )
}

const tell = (error: unknown): void => showToast('error', error instanceof Error ? error.message : String(error))

/** The list of a type, all of it from the definition. */
export function RecordList({ type }: { type: RecordType }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const { setSearch, active } = usePage()
  const label = definitionLabel(type)
  usePageTitle(label)
  const [state, change] = useListState()
  const views = useViews(type)
  const [choice, keepChoice] = useKept(`suanpan.columns.${type.address}`, isTexts)
  const [density, keepDensity] = useKept('suanpan.density', isDensity)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [printing, setPrinting] = useState<readonly string[] | null>(null)
  const [saving, setSaving] = useState<'new' | 'rename' | null>(null)
  const [batch, setBatch] = useState<Batch | null>(null)

  const sourceOf = useMemo(() => referenceSources(catalogue), [catalogue])
  const filterFields = useMemo(() => listFilters(type, sourceOf, session.may), [type, sourceOf, session.may])
  const query = useMemo(() => queryOf(state, session.today), [state, session.today])
  const list = useList<JsonRow>(type.address, query, { enabled: active })
  const columns = useMemo(() => listColumns(type, list.references, session.may), [type, list.references, session.may])
  const shown = useMemo(() => chosenColumns(columns, choice), [columns, choice])
  const total = list.totals === undefined ? null : Number(list.totals['count'])
  const totals = useMemo(() => totalCells(type, list.totals), [type, list.totals])
  const loose = looseTotals(type, list.totals)
  const open = useMemo(() => (row: JsonRow) => goTo(`/doc/${type.address}/${rowId(row)}`), [type])

  const current = views.views.find((one) => one.key === state.view)
  const ask = (part: Partial<ListState>): void => {
    setSelection(nothingSelected)
    change(part)
  }
  const view = (key: string): void => {
    setSelection(nothingSelected)
    const wanted = views.open(key)
    if (wanted.search !== undefined) setSearch(new URLSearchParams(wanted.search))
    else change({ sort: null, ...wanted.state })
  }
  const chosen = list.rows.filter((row) => selection.ids.has(rowId(row)))
  const batches = batchesOf(type, session).filter((one) => selection.all || chosen.every(one.allows))
  const exportList = (format: 'xlsx' | 'csv', only?: readonly JsonRow[]): void => {
    const key = type.sort === 'document' ? 'number' : 'code'
    const picked = JSON.stringify([{ field: key, op: 'in', value: (only ?? []).map(nameOfRow) }])
    void download(
      type.address,
      { ...query, ...(only === undefined ? {} : { filter: picked }), limit: undefined, totals: undefined, format },
      `${label}.${format}`,
    )
  }
  const chosenIds = (): readonly string[] =>
    (selection.all ? list.rows.filter((row) => isSelected(selection, rowId(row))) : chosen).map(rowId)
  const printChosen = (): void => {
    const ids = chosenIds()
    if (ids.length > mostPrinted) showToast('warning', t('paper.tooMany', { count: mostPrinted }))
    else if (type.tags) openTags(type.address, ids)
    else openPapers(type.address, ids)
  }
  const unit = t(type.sort === 'document' ? 'list.documents' : 'list.records')
  const isAsked = state.search !== '' || state.filters.length > 0
  return (
    <>
      <ViewBar
        title={label}
        views={views.views}
        active={state.view}
        onView={view}
        onAdd={() => setSaving('new')}
        onRename={() => setSaving('rename')}
        onDelete={(key) => {
          void views.drop(key).catch(tell)
          view('all')
        }}
      >
        <HeadButtons type={type} label={label} />
      </ViewBar>
      <FilterBar
        search={state.search}
        onSearch={(search) => ask({ search })}
        searchHint={t(type.sort === 'document' ? 'list.searchDocuments' : 'list.searchRecords')}
        fields={filterFields}
        filters={state.filters}
        onFilters={(filters) => ask({ filters })}
        onSaveView={() => setSaving('new')}
        today={session.today}
        tools={[
          { key: 'columns', node: <ColumnChooser columns={columns} choice={choice} onChoice={keepChoice} /> },
          { key: 'density', node: <DensityMenu density={density ?? 'standard'} onDensity={keepDensity} /> },
          { key: 'export', node: <ExportMenu onExport={exportList} /> },
          { key: 'refresh', label: t('refresh'), icon: 'refresh', onSelect: list.refresh },
        ]}
      />
      <DataTable
        label={label}
        columns={shown}
        rows={list.rows}
        rowId={rowId}
        rowHref={(row) => `/doc/${type.address}/${rowId(row)}`}
        onOpen={open}
        sort={state.sort}
        onSort={(sort) => ask({ sort })}
        onReorder={(key, before) =>
          keepChoice(
            moveColumn(
              shown.map((column) => column.key),
              key,
              before,
            ),
          )
        }
        selection={selection}
        onSelect={setSelection}
        density={density ?? 'standard'}
        totals={list.rows.length > 0 && Object.keys(totals).length + loose.length > 0 ? totals : undefined}
        totalsLabel={
          <>
            {t('list.totalOf', { count: total ?? list.rows.length, unit })}
            {loose.map((one) => (
              <span key={one.label} className="small faint">
                {` ${one.label} ${formatDecimalText(one.value, one.kind === 'money' ? { min: 2, max: 2 } : {})}`}
              </span>
            ))}
          </>
        }
        loading={list.loading}
        busy={list.busy}
        error={
          list.problem === null
            ? undefined
            : { message: list.problem.detail, reference: list.problem.reference, onRetry: list.refresh }
        }
        empty={
          isAsked
            ? { text: t('list.nothingFound') }
            : {
                text: t('list.nothingYet', { label }),
                action: <EmptyAdvice type={type} label={label} />,
              }
        }
        onNearEnd={list.loadMore}
        rowTone={(row) => (row['state'] === 'void' || row['disabled'] === true ? 'faint' : undefined)}
      />
      <ListFoot
        total={total}
        loaded={list.rows.length}
        unit={unit}
        selection={selection}
        onSelect={setSelection}
        actions={[
          ...togetherOf(type, session).map((one) => ({
            key: one.key,
            label: one.label,
            main: true,
            onSelect: () =>
              void selectedRows(type.address, query, list.rows, selection).then((rows) =>
                goTo(one.path(rows.map(rowId))),
              ),
          })),
          ...batches.map((one) => ({ ...one, onSelect: () => setBatch(one) })),
          ...(type.sort === 'document' ? [{ key: 'print', label: t('document.print'), onSelect: printChosen }] : []),
          { key: 'print-by', label: t('print.labels'), onSelect: () => setPrinting(chosenIds()) },
          ...(type.tags ? [{ key: 'tags', label: t('record.tags'), onSelect: printChosen }] : []),
          {
            key: 'export',
            label: t('report.export'),
            onSelect: () => exportList('xlsx', selection.all ? undefined : chosen),
          },
        ]}
      />
      {printing === null ? null : (
        <PrintDialog
          type={type.definition}
          address={type.address}
          ids={printing}
          standard={type.sort === 'document'}
          onPrinted={list.refresh}
          onClose={() => setPrinting(null)}
        />
      )}
      <SaveViewDialog
        key={saving ?? ''}
        open={saving !== null}
        name={saving === 'rename' ? current?.label : ''}
        shared={saving === 'rename' && current?.shared === true}
        onClose={() => setSaving(null)}
        onSave={(name, shared) => {
          const done =
            saving === 'rename'
              ? views.change(state.view, name, shared)
              : views
                  .keep(name, searchOf({ ...state, view: 'all' }).toString(), shared)
                  .then((search) => setSearch(new URLSearchParams(search)))
          done.then(() => setSaving(null), tell)
        }}
      />
      {batch === null ? null : (
        <BatchDialog
          batch={batch}
          address={type.address}
          rows={() => selectedRows(type.address, query, list.rows, selection)}
          onClose={(changed) => {
            setBatch(null)
            if (changed) {
              setSelection(nothingSelected)
              list.refresh()
            }
          }}
        />
      )}
    </>
  )
}
