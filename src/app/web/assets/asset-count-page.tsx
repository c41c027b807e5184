import { useState } from 'react'
import { useList, useRecord } from '../../../ui/api/hooks.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { CameraScan } from '../../../ui/lines/camera-scan.tsx'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { rowText } from '../catalogue/row-text.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { lineOfCode, marked, openFirst, type CountLine } from './count-lines.ts'
import { useAssetCount } from './use-asset-count.ts'
import './asset-count.css'

const drafts = JSON.stringify([{ field: 'state', op: 'eq', value: 'draft' }])

type ScanProps = { readonly onCode: (code: string) => void }

/** Where tags are read: by the camera, by a scanner that types, or by hand. */
function Scan({ onCode }: ScanProps): React.JSX.Element {
  const [text, setText] = useState('')
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') onCode(text)
    setText('')
  }
  return (
    <form className="asset-scan" onSubmit={submit}>
      <Icon name="scan" size={20} />
      <input
        aria-label={t('assetCount.scan')}
        placeholder={t('assetCount.scan')}
        autoComplete="off"
        enterKeyHint="done"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <CameraScan onCode={onCode} />
    </form>
  )
}

type LineProps = { readonly line: CountLine; readonly onMark: (mark: 'found' | 'missing' | 'open') => void }

function Line({ line, onMark }: LineProps): React.JSX.Element {
  const isOpen = line.countedQuantity === null
  const isMissing = !isOpen && Number(line.countedQuantity) === 0
  return (
    <li className={isOpen ? undefined : 'is-done'}>
      <span className="asset-line-words">
        <b>{line.name}</b>
        <span className="small muted">
          {[line.code, line.location, `× ${formatDecimalText(line.bookQuantity)}`]
            .filter((one) => one !== '')
            .join(' · ')}
        </span>
      </span>
      {isOpen ? (
        <>
          <Button look="primary" onClick={() => onMark('found')}>
            {t('assetCount.found')}
          </Button>
          <Button onClick={() => onMark('missing')}>{t('assetCount.missing')}</Button>
        </>
      ) : (
        <>
          <Tag tone={isMissing ? 'negative' : 'positive'}>
            {t(isMissing ? 'assetCount.missing' : 'assetCount.found')}
          </Tag>
          <Button look="text" onClick={() => onMark('open')}>
            {t('assetCount.again')}
          </Button>
        </>
      )}
    </li>
  )
}

function Sheet({ record }: { readonly record: JsonRow }): React.JSX.Element {
  const { lines, saving, keep } = useAssetCount(record)
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null)
  const done = lines.filter((line) => line.countedQuantity !== null).length
  const scanned = (code: string): void => {
    const line = lineOfCode(lines, code)
    if (line === undefined) return setSaid({ ok: false, text: t('assetCount.unknown', { code: code.trim() }) })
    setSaid({ ok: true, text: t('assetCount.scanned', { name: `${line.code} ${line.name}` }) })
    keep(marked(lines, line.id, 'found'))
  }
  return (
    <div className="asset-count">
      <p className="asset-progress">
        <b className="num">{t('assetCount.progress', { done, total: lines.length })}</b>
        <span className="small muted">{saving ? t('assetCount.saving') : t('assetCount.saved')}</span>
      </p>
      <Scan onCode={scanned} />
      <p role="status" className={said === null ? 'muted small' : said.ok ? 'is-positive' : 'is-negative'}>
        {said?.text ?? t('assetCount.about')}
      </p>
      <ul>
        {openFirst(lines).map((line) => (
          <Line key={line.id} line={line} onMark={(mark) => keep(marked(lines, line.id, mark))} />
        ))}
      </ul>
      <p>
        <Go to={`/doc/asset-count/${rowText(record, 'id')}`}>{t('assetCount.finish')}</Go>
      </p>
    </div>
  )
}

function OneCount({ id }: { readonly id: string }): React.JSX.Element {
  const record = useRecord<JsonRow>('asset-count', id)
  if (record.data === undefined)
    return record.isPending ? (
      <PageLoading />
    ) : (
      <PageProblem error={record.error} onRetry={() => void record.refetch()} />
    )
  return <Sheet key={rowText(record.data, 'version')} record={record.data} />
}

/** 扫码盘点资产: the cards of a count, found by their tags, on a phone. */
export function AssetCountPage(): React.JSX.Element {
  usePageTitle(t('assetCount.title'))
  const { search, setSearch } = usePage()
  const list = useList<JsonRow>('asset-count', { filter: drafts, sort: '-date' })
  const only = list.rows.length === 1 ? rowText(list.rows[0], 'id') : null
  const id = search.get('count') ?? only
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{t('assetCount.title')}</h1>
      </header>
      {id === null ? (
        <ul className="asset-counts">
          {list.rows.length === 0 && !list.loading ? (
            <li>
              <span className="muted">{t('assetCount.none')}</span>{' '}
              <Go to="/process/start-asset-count">{t('assetCount.begin')}</Go>
            </li>
          ) : null}
          {list.rows.map((row) => (
            <li key={rowText(row, 'id')}>
              <Button onClick={() => setSearch(new URLSearchParams({ count: rowText(row, 'id') }))}>
                {[rowText(row, 'number'), rowText(row, 'scope')].filter((one) => one !== '').join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <OneCount id={id} />
      )}
    </div>
  )
}
