import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { typeNamed, useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { FileDrop } from '../file/file-drop.tsx'
import { download } from '../frame/download.ts'
import { UnknownPage } from '../frame/frame-states.tsx'
import { goTo } from '../frame/navigate.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { ImportChoices } from './import-choices.tsx'
import { readKnown, type ImportOutcome, type Target } from './import-data.ts'
import { ImportGrid, type Place } from './import-grid.tsx'
import { ImportProblems } from './import-problems.tsx'
import { ImportSummary } from './import-summary.tsx'
import { PastImports } from './past-imports.tsx'
import { saveRefused } from './save-refused.ts'
import { useImport, type ImportState } from './use-import.ts'
import '../../../ui/list/list-page.css'
import './import-page.css'
import './import-grid.css'

const isReady = ({ file, tried, options }: ImportState): boolean =>
  file !== null &&
  tried !== null &&
  tried.records > 0 &&
  (tried.errorCount === 0 || (options.plan.skipBad === true && tried.created + tried.updated > 0))

function Tried({
  state,
  tried,
  targets,
}: {
  state: ImportState
  tried: ImportOutcome
  targets: readonly Target[]
}): React.JSX.Element {
  const [shown, setShown] = useState<Place | null>(null)
  const { plan } = state.options
  return (
    <>
      <ImportSummary outcome={tried} tried />
      <ImportProblems
        outcome={tried}
        targets={targets}
        plan={plan}
        onPlan={state.mend}
        onShow={(row, at) => setShown({ row, at })}
      />
      <ImportGrid outcome={tried} targets={targets} plan={plan} onPlan={state.mend} shown={shown} />
    </>
  )
}

function Kept({ state, kept, type }: { state: ImportState; kept: ImportOutcome; type: RecordType }): React.JSX.Element {
  const label = definitionLabel(type)
  return (
    <>
      <ImportSummary outcome={kept} tried={false} />
      <div className="import-options">
        <Button look="primary" onClick={() => goTo(`/list/${type.address}`)}>
          {t('import.show', { label })}
        </Button>
        {kept.refusedRows > 0 ? (
          <Button icon="download" onClick={() => saveRefused(label, kept)}>
            {t('import.saveRefused', { count: kept.refusedRows })}
          </Button>
        ) : null}
        {kept.batch === null ? null : (
          <Button danger busy={state.busy} onClick={() => void state.undo(kept.batch ?? '')}>
            {t('import.undo')}
          </Button>
        )}
      </div>
    </>
  )
}

function Underway({ state }: { state: ImportState }): React.JSX.Element {
  const { progress, cancel } = state
  return (
    <p className="muted import-underway" role="status">
      {progress === null ? t('import.reading') : t('batch.running', { done: progress.done, total: progress.total })}
      {progress?.note ?? ''}
      {cancel === null ? null : (
        <Button size="small" onClick={cancel}>
          {t('import.cancel')}
        </Button>
      )}
    </p>
  )
}

function TypeImport({ type }: { type: RecordType }): React.JSX.Element {
  const label = definitionLabel(type)
  usePageTitle(t('import.title', { label }))
  const state = useImport(type)
  const { data: known } = useQuery({ queryKey: ['import', type.address], queryFn: () => readKnown(type) })
  const { file, tried, kept, busy } = state
  const targets = known?.targets ?? []
  const ready = isReady(state)
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{t('import.title', { label })}</h1>
        <div className="page-actions">
          {state.takeStepBack === null || tried === null ? null : (
            <Button icon="arrowLeft" onClick={state.takeStepBack}>
              {t('import.stepBack')}
            </Button>
          )}
          <Button
            icon="download"
            onClick={() => void download(`imports/${type.address}/template`, {}, `${label}.xlsx`)}
          >
            {t('import.template')}
          </Button>
          <Button look="primary" icon="upload" busy={busy} disabled={!ready} onClick={state.keep}>
            {ready && tried !== null
              ? t('import.run', { count: tried.errorCount > 0 ? tried.created + tried.updated : tried.records })
              : t('import.button')}
          </Button>
        </div>
      </header>
      <div className="import-body">
        <FileDrop
          label={file?.name ?? t('import.choose')}
          name={t('import.choose')}
          hint={file === null ? t('import.kinds') : t('import.another')}
          accept=".xlsx,.xls,.csv,.txt,.tsv"
          small={file !== null}
          onFiles={([chosen]) => {
            if (chosen) state.choose(chosen)
          }}
        />
        <ImportChoices type={type} options={state.options} outcome={tried} targets={targets} onChange={state.change} />
        {busy ? <Underway state={state} /> : null}
        {tried === null ? null : <Tried state={state} tried={tried} targets={targets} />}
        {kept === null ? null : <Kept state={state} kept={kept} type={type} />}
        {tried === null ? (
          <PastImports past={known?.rows ?? []} busy={busy} onUndo={(batch) => void state.undo(batch)} />
        ) : null}
      </div>
    </div>
  )
}

/** Getting a table in: tried first, mended in place, then all of it or nothing, and it can be taken back. */
export function ImportPage({ type: address }: PageParameters): React.JSX.Element {
  const type = typeNamed(useCatalogue(), address)
  const { path } = usePage()
  return type === undefined ? <UnknownPage path={path} /> : <TypeImport type={type} key={address} />
}
