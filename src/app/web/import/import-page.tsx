import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { typeNamed, useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { download } from '../frame/download.ts'
import { UnknownPage } from '../frame/frame-states.tsx'
import { goTo } from '../frame/navigate.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { followJob, type Progress } from '../process/follow-job.ts'
import { ImportOutcomeView, isOutcome, type ImportOutcome } from './import-outcome.tsx'
import { ImportMapping } from './import-mapping.tsx'
import '../../../ui/list/list-page.css'
import './import-page.css'

type Options = { readonly update: boolean; readonly post: boolean; readonly mapping: Readonly<Record<string, string>> }

type Asked = { readonly job: string } | ImportOutcome

/** Sends the file; a refusal that lists what is wrong with which cell is an answer too. */
async function send(type: RecordType, file: File, options: Options, dryRun: boolean): Promise<Asked> {
  const query = new URLSearchParams()
  if (dryRun) query.set('dry_run', '1')
  if (options.update) query.set('update', '1')
  if (options.post) query.set('then', 'post')
  if (Object.keys(options.mapping).length > 0) query.set('mapping', JSON.stringify(options.mapping))
  const body = new FormData()
  body.append('file', file, file.name)
  const response = await fetch(`/api/imports/${type.address}?${query.toString()}`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
  })
  const answer: unknown = await response.json()
  if (isOutcome(answer)) return answer
  if (response.ok && typeof answer === 'object' && answer !== null && 'job' in answer)
    return { job: String(answer.job) }
  const detail = typeof answer === 'object' && answer !== null && 'detail' in answer ? String(answer.detail) : ''
  throw new Error(detail === '' ? t('api.unexpected', { status: response.status }) : detail)
}

function FileChoice({ file, onFile }: { file: File | null; onFile: (file: File) => void }): React.JSX.Element {
  const [over, setOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const give = useLatest(onFile)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const hold = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      const dropped = event.type === 'drop' ? event.dataTransfer?.files[0] : undefined
      if (dropped) give.current(dropped)
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) element.addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, hold)
    }
  }, [give])
  return (
    <div ref={box} className={over ? 'import-drop is-over' : 'import-drop'}>
      <label>
        <input
          type="file"
          className="sr-only"
          accept=".xlsx,.csv,.txt"
          aria-label={t('import.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) onFile(chosen)
          }}
        />
        <b>{file?.name ?? t('import.choose')}</b>
        <span className="faint">{t('import.kinds')}</span>
      </label>
    </div>
  )
}

function TypeImport({ type }: { type: RecordType }): React.JSX.Element {
  const client = useQueryClient()
  const label = definitionLabel(type)
  usePageTitle(t('import.title', { label }))
  const [file, setFile] = useState<File | null>(null)
  const [options, setOptions] = useState<Options>({ update: false, post: false, mapping: {} })
  const [tried, setTried] = useState<ImportOutcome | null>(null)
  const [kept, setKept] = useState<ImportOutcome | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [busy, setBusy] = useState(false)

  const run = async (chosen: File, asked: Options, dryRun: boolean): Promise<void> => {
    setBusy(true)
    try {
      const answer = await send(type, chosen, asked, dryRun)
      const outcome = 'job' in answer ? await followJob(answer.job, setProgress) : answer
      if (!isOutcome(outcome)) throw new Error(t('import.failed'))
      if (dryRun || outcome.errors.length > 0) setTried(outcome)
      else {
        setKept(outcome)
        setTried(null)
        await client.invalidateQueries({ queryKey: ['list'] })
      }
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setProgress(null)
      setBusy(false)
    }
  }
  const choose = (next: File): void => {
    setFile(next)
    setKept(null)
    setTried(null)
    void run(next, { ...options, mapping: {} }, true)
  }
  const change = (part: Partial<Options>): void => {
    const next = { ...options, ...part }
    setOptions(next)
    if (file !== null) void run(file, next, true)
  }
  const undo = async (): Promise<void> => {
    if (kept?.batch === null || kept === null) return
    setBusy(true)
    try {
      const answer = await requestJson<{ deleted: number }>(`imports/${type.address}/${kept.batch}/undo`, {
        method: 'POST',
        body: {},
      })
      showToast('done', t('import.undone', { count: answer.deleted }))
      setKept(null)
      await client.invalidateQueries({ queryKey: ['list'] })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const ready = file !== null && tried !== null && tried.errors.length === 0 && tried.records > 0
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{t('import.title', { label })}</h1>
        <div className="page-actions">
          <Button
            icon="download"
            onClick={() => void download(`imports/${type.address}/template`, {}, `${label}.xlsx`)}
          >
            {t('import.template')}
          </Button>
          <Button
            look="primary"
            icon="upload"
            busy={busy}
            disabled={!ready}
            onClick={() => file !== null && void run(file, options, false)}
          >
            {ready ? t('import.run', { count: tried.records }) : t('import.button')}
          </Button>
        </div>
      </header>
      <div className="import-body">
        <FileChoice file={file} onFile={choose} />
        <div className="import-options">
          <Checkbox
            checked={options.update}
            label={t('import.update')}
            labelShown
            onChange={(update) => change({ update })}
          />
          {type.sort === 'document' ? (
            <Checkbox
              checked={options.post}
              label={t('import.post')}
              labelShown
              onChange={(post) => change({ post })}
            />
          ) : null}
        </div>
        {busy ? (
          <p className="muted" role="status">
            {progress === null
              ? t('import.reading')
              : t('batch.running', { done: progress.done, total: progress.total })}
          </p>
        ) : null}
        {tried !== null && tried.unknownColumns.length > 0 ? (
          <ImportMapping
            type={type}
            unknown={[...new Set([...Object.keys(options.mapping), ...tried.unknownColumns])]}
            mapping={options.mapping}
            onMapping={(mapping) => change({ mapping })}
          />
        ) : null}
        {tried === null ? null : <ImportOutcomeView outcome={tried} tried />}
        {kept === null ? null : (
          <>
            <ImportOutcomeView outcome={kept} tried={false} />
            <div className="import-options">
              <Button look="primary" onClick={() => goTo(`/list/${type.address}`)}>
                {t('import.show', { label })}
              </Button>
              {kept.batch === null ? null : (
                <Button danger busy={busy} onClick={() => void undo()}>
                  {t('import.undo')}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </div>
  )
}

/** Getting a table in: tried first, then all of it or nothing, and it can be taken back. */
export function ImportPage({ type: address }: PageParameters): React.JSX.Element {
  const type = typeNamed(useCatalogue(), address)
  const { path } = usePage()
  return type === undefined ? <UnknownPage path={path} /> : <TypeImport type={type} />
}
